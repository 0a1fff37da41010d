import type { Field } from '../../../domain/fields.ts';
import type { Place, Problem } from '../../../domain/problem.ts';
import type { ColumnReading, Question } from '../recognition.ts';
import { type Choice, chooseByContext } from './context.ts';
import type { Draft } from './draft.ts';
import { dropDuplicates } from './duplicates.ts';
import { amountFields, clientFields, dayFields, essentialFields, fits } from './fields-by-use.ts';
import { foldHeader, readHeader } from './fold-header.ts';
import type { HeaderColumn } from './header-columns.ts';
import { type Candidate, entityOf, matchHeader } from './match-header.ts';
import type { Profile } from './profile.ts';
import type { Entity } from './synonyms.ts';

/** What is known beforehand of columns: header (any spelling) or 1-based column number → field, null to ignore. */
export type Mapping = Readonly<Record<string, Field | null>>;

export interface ColumnContext {
  readonly given?: Mapping | undefined;
  readonly remembered?: Mapping | undefined;
  /** The table has months as columns, or a stated period: no column needs to date its rows. */
  readonly dated: boolean;
  /** What the labels over groups of columns are: «Петров П. П.» over «Количество» and «Выручка». */
  readonly labels: Field;
  readonly place: Place;
}

export interface ReadColumns {
  readonly columns: readonly ColumnReading[];
  readonly findings: readonly Problem[];
  readonly questions: readonly Question[];
}

const sureEnough = 0.75;

/** Finds the meaning of every column of a table from the headers, the values and each other. */
export function readColumns(
  columns: readonly HeaderColumn[],
  profiles: readonly Profile[],
  context: ColumnContext,
): ReadColumns {
  const findings: Problem[] = [];
  const mapped = (mapping: Mapping | undefined): ReadonlyMap<string, Field | null> =>
    // An answer to a question comes under the question's key.
    new Map(
      Object.entries(mapping ?? {}).map(([key, field]) => [
        foldHeader(key.replace(/^columnMeaning:/, '')),
        field,
      ]),
    );
  const known = { given: mapped(context.given), remembered: mapped(context.remembered) };
  const drafts = columns.map((column, index): Draft => {
    const values = profiles[index] as Profile;
    const all = candidatesOf(column, columns, known);
    const fitting = all.filter(
      ({ field, reason }) => field === null || reason === 'given' || fits(field, values),
    );
    const contradicted = (fitting.length === 0 && all[0]?.field) || null;
    if (contradicted) findings.push(contradiction(column, contradicted, values, context.place));
    return { column, values, candidates: notRowNumber(fitting, column, values), contradicted, taken: null };
  });
  for (const draft of drafts) if (!needsContext(draft)) draft.taken = draft.candidates[0] ?? null;
  takeByContext(drafts);
  takeByValues(drafts, context.dated);
  findings.push(...dropDuplicates(drafts, context.place));
  return {
    columns: drafts.map((draft) => reading(draft, context.labels)),
    findings,
    questions: drafts.flatMap((draft) => questionOf(draft, drafts)),
  };
}

function candidatesOf(
  column: HeaderColumn,
  columns: readonly HeaderColumn[],
  known: Readonly<Record<'given' | 'remembered', ReadonlyMap<string, Field | null>>>,
): readonly Candidate[] {
  const [folded, bare] = [foldHeader(column.header), foldHeader(column.name)];
  const number = known.given.get(String(column.index + 1));
  if (number !== undefined) return [{ field: number, confidence: 1, reason: 'given', rank: 0 }];
  for (const reason of ['given', 'remembered'] as const) {
    const field = known[reason].get(folded) ?? known[reason].get(bare);
    if (field !== undefined || known[reason].has(folded)) {
      // A remembered header that occurs twice was remembered for its first column.
      if (columns.some((other) => other.index < column.index && foldHeader(other.header) === folded)) break;
      return [{ field: field ?? null, confidence: reason === 'given' ? 1 : 0.99, reason, rank: 0 }];
    }
  }
  return column.name === '' ? [] : matchHeader(column.name);
}

function contradiction(column: HeaderColumn, field: Field, values: Profile, place: Place): Problem {
  const params = { column: column.header, field, sample: values.samples[0] ?? '' };
  return { code: 'valuesContradictHeader', place: { ...place, column: column.header }, params };
}

/** «№» above 1, 2, 3, … is the number of the row, not of a document. */
function notRowNumber(
  candidates: readonly Candidate[],
  column: HeaderColumn,
  values: Profile,
): readonly Candidate[] {
  const named = foldHeader(column.name);
  if (!values.rowNumbers || (named !== 'номер' && named !== 'n')) return candidates;
  return [{ field: null, confidence: 0.9, reason: 'values', rank: 0 }];
}

function needsContext({ candidates }: Draft): boolean {
  return candidates.length > 1 || candidates[0]?.reason === 'context';
}

/** Takes names before all others, and the clearest column first: what it is helps to tell the next one. */
function takeByContext(drafts: readonly Draft[]): void {
  const open = new Set(drafts.filter((draft) => needsContext(draft)));
  while (open.size > 0) {
    const names = [...open].filter(({ candidates }) =>
      candidates.some(({ field }) => field === 'clientName'),
    );
    const choices = (names.length > 0 ? names : [...open]).map((draft) => ({
      draft,
      choice: choose(draft, drafts),
    }));
    const { draft, choice } = choices.reduce((best, next) =>
      next.choice.lead > best.choice.lead ? next : best,
    );
    const [first] = draft.candidates;
    const candidate = draft.candidates.find(({ field }) => field === choice.field);
    const confidence =
      first?.reason === 'fuzzy' ? Math.min(choice.confidence, first.confidence) : choice.confidence;
    draft.taken = {
      field: choice.field,
      confidence,
      reason: first?.reason ?? 'context',
      rank: candidate?.rank ?? 999,
    };
    open.delete(draft);
  }
}

function choose(draft: Draft, drafts: readonly Draft[]): Choice {
  const at = draft.column.index;
  const others = new Set(
    drafts.flatMap((other) => (other !== draft && other.taken?.field ? [other.taken.field] : [])),
  );
  const beside = [drafts[at - 1], drafts[at + 1]].map((other) => other && entityOfDraft(other));
  const fields = draft.candidates.flatMap(({ field }) => (field === null ? [] : [field]));
  return chooseByContext(fields, {
    others,
    beside,
    name: foldHeader(draft.column.name),
    values: draft.values,
  });
}

const entityByPrefix: readonly (readonly [string, Entity])[] = [
  ['client', 'client'],
  ['deliveryPoint', 'point'],
  ['sku', 'product'],
  ['document', 'document'],
  ['salesRep', 'rep'],
  ['manager', 'manager'],
  ['deal', 'deal'],
];

function entityOfDraft({ column, taken }: Draft): Entity | undefined {
  const field = taken?.field;
  return (
    entityOf(column.name) ??
    (field ? entityByPrefix.find(([prefix]) => field.startsWith(prefix))?.[1] : undefined)
  );
}

/** Headers that say nothing: the values may, where something that a shipment needs is still missing. */
function takeByValues(drafts: readonly Draft[], dated: boolean): void {
  const has = (fields: readonly Field[]): boolean =>
    drafts.some(({ taken }) => taken?.field != null && fields.includes(taken.field));
  for (const draft of drafts) {
    const { values, candidates, column } = draft;
    if (candidates.length > 0 || values.filled < 3 || column.group) continue;
    const take = (field: Field, confidence: number): void => {
      draft.taken = { field, confidence, reason: 'values', rank: 999 };
    };
    if (values.inn >= 0.8 && !has(['inn', 'innKpp'])) take('inn', 0.85);
    else if (values.emails >= 0.8) take('email', 0.85);
    else if (values.phones >= 0.8) take('phone', 0.8);
    else if (!has(clientFields) && !has(['quantity'])) continue;
    else if (values.presentations >= 0.8 && !has(['documentPresentation']))
      take('documentPresentation', 0.85);
    else if (values.dates >= 0.9 && !dated && !has(dayFields)) take('shipmentDate', 0.6);
    else if (values.numbers >= 0.9 && values.counts < 0.5 && !has(amountFields) && !has(['price']))
      take('amountGross', 0.5);
  }
}

function reading({ column, values, taken }: Draft, labels: Field): ColumnReading {
  const multiplier = multiplierOf(column);
  return {
    index: column.index,
    header: column.header,
    field: taken?.field ?? null,
    confidence: taken?.confidence ?? 1,
    reason: taken?.reason ?? 'none',
    samples: values.samples,
    ...(multiplier && taken?.field && { multiplier }),
    ...(column.group && groupOf(column.group, labels)),
  };
}

function groupOf(group: NonNullable<HeaderColumn['group']>, labels: Field): Pick<ColumnReading, 'group'> {
  const field = group.kind === 'month' ? 'month' : group.kind === 'day' ? 'shipmentDate' : labels;
  return { group: { field, value: group.value } };
}

function multiplierOf(column: HeaderColumn): number | undefined {
  return readHeader(column.name).multiplier ?? readHeader(column.header).multiplier;
}

function questionOf(
  { column, values, taken, candidates, contradicted }: Draft,
  drafts: readonly Draft[],
): Question[] {
  const denied =
    contradicted && !drafts.some((other) => other.taken?.field === contradicted) ? contradicted : null;
  const field = taken?.field ?? denied;
  if (!field || !essentialFields.has(field)) return [];
  if (taken?.field && taken.confidence >= sureEnough) return [];
  const folded = foldHeader(column.header);
  const repeats = drafts.filter((other) => foldHeader(other.column.header) === folded).length > 1;
  const others = candidates.flatMap((candidate) =>
    candidate.field && candidate.field !== field ? [candidate.field] : [],
  );
  return [
    {
      code: 'columnMeaning',
      key: `columnMeaning:${repeats ? column.index + 1 : column.header}`,
      options: [field, ...others, 'ignore'],
      suggested: taken?.field ?? 'ignore',
      params: { column: column.header, number: column.index + 1, sample: values.samples[0] ?? '' },
    },
  ];
}
