import type { Field } from '../../../domain/fields.ts';
import type { Place, Problem } from '../../../domain/problem.ts';
import type { ColumnReading, Question } from '../recognition.ts';
import { chooseByContext } from './context.ts';
import {
  amountFields,
  clientFields,
  dayFields,
  essentialFields,
  fits,
  manyValued,
} from './fields-by-use.ts';
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

/** A column on its way: what it may be, and what it is taken for. */
interface Draft {
  readonly column: HeaderColumn;
  readonly values: Profile;
  readonly candidates: readonly Candidate[];
  taken: Candidate | null;
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
    new Map(Object.entries(mapping ?? {}).map(([header, field]) => [foldHeader(header), field]));
  const known = { given: mapped(context.given), remembered: mapped(context.remembered) };
  const drafts = columns.map((column, index): Draft => {
    const values = profiles[index] as Profile;
    const all = candidatesOf(column, columns, known);
    const fitting = all.filter(({ field, reason }) => field === null || reason === 'given' || fits(field, values));
    if (all.length > 0 && fitting.length === 0) findings.push(contradiction(column, all, values, context.place));
    return { column, values, candidates: notRowNumber(fitting, column, values), taken: null };
  });
  for (const draft of drafts) if (!needsContext(draft)) draft.taken = draft.candidates[0] ?? null;
  takeByContext(drafts);
  takeByValues(drafts, context.dated);
  findings.push(...dropDuplicates(drafts, context.place));
  return {
    columns: drafts.map((draft) => reading(draft, context.labels)),
    findings,
    questions: drafts.flatMap((draft) => questionOf(draft)),
  };
}

function candidatesOf(
  column: HeaderColumn,
  columns: readonly HeaderColumn[],
  known: Readonly<Record<'given' | 'remembered', ReadonlyMap<string, Field | null>>>,
): readonly Candidate[] {
  const [folded, bare] = [foldHeader(column.header), foldHeader(column.name)];
  const repeated = columns.some((other) => other.index < column.index && foldHeader(other.header) === folded);
  const number = known.given.get(String(column.index + 1));
  if (number !== undefined) return [{ field: number, confidence: 1, reason: 'given', rank: 0 }];
  for (const reason of ['given', 'remembered'] as const) {
    // A remembered header that occurs twice was remembered for its first column.
    if (repeated) break;
    const field = known[reason].get(folded) ?? known[reason].get(bare);
    if (field !== undefined || known[reason].has(folded)) {
      return [{ field: field ?? null, confidence: reason === 'given' ? 1 : 0.99, reason, rank: 0 }];
    }
  }
  return column.name === '' ? [] : matchHeader(column.name);
}

function contradiction(column: HeaderColumn, all: readonly Candidate[], values: Profile, place: Place): Problem {
  const params = { column: column.header, field: all[0]?.field ?? '', sample: values.samples[0] ?? '' };
  return { code: 'valuesContradictHeader', place: { ...place, column: column.header }, params };
}

/** «№» above 1, 2, 3, … is the number of the row, not of a document. */
function notRowNumber(candidates: readonly Candidate[], column: HeaderColumn, values: Profile): readonly Candidate[] {
  const named = foldHeader(column.name);
  if (!values.rowNumbers || (named !== 'номер' && named !== 'n')) return candidates;
  return [{ field: null, confidence: 0.9, reason: 'values', rank: 0 }];
}

function needsContext({ candidates }: Draft): boolean {
  return candidates.length > 1 || candidates[0]?.reason === 'context';
}

function takeByContext(drafts: readonly Draft[]): void {
  for (const [index, draft] of drafts.entries()) {
    const [first] = draft.candidates;
    if (!first || !needsContext(draft)) continue;
    const others = new Set(
      drafts.flatMap((other) => (other !== draft && other.taken?.field ? [other.taken.field] : [])),
    );
    const beside = [drafts[index - 1], drafts[index + 1]].map((other) => other && entityOfDraft(other));
    const fields = draft.candidates.flatMap(({ field }) => (field === null ? [] : [field]));
    const chosen = chooseByContext(fields, { others, beside, values: draft.values });
    const candidate = draft.candidates.find(({ field }) => field === chosen.field);
    const confidence = first.reason === 'fuzzy' ? Math.min(chosen.confidence, first.confidence) : chosen.confidence;
    draft.taken = { field: chosen.field, confidence, reason: first.reason, rank: candidate?.rank ?? 999 };
  }
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
    else if (values.presentations >= 0.8 && !has(['documentPresentation'])) take('documentPresentation', 0.85);
    else if (values.dates >= 0.9 && !dated && !has(dayFields)) take('shipmentDate', 0.6);
    else if (values.numbers >= 0.9 && values.counts < 0.5 && !has(amountFields) && !has(['price'])) take('amountGross', 0.5);
  }
}

/** Two columns of one meaning: the better one is taken, the other is reported. */
function dropDuplicates(drafts: readonly Draft[], place: Place): Problem[] {
  const findings: Problem[] = [];
  const lists = isAboutPeople(drafts);
  for (const [field, same] of Map.groupBy(drafts, (draft) => meaning(draft))) {
    if (same.length < 2 || field === null) continue;
    const name = field.split(' ')[0] as Field;
    if (name === 'planOther' || (lists && (manyValued.has(name) || isNamePart(same)))) continue;
    const [best, ...rest] = [...same].sort(byWorth);
    for (const draft of rest) {
      if (best && name === 'clientType' && !drafts.some(({ taken }) => taken?.field === 'deliveryPointType')) {
        draft.taken = { field: 'deliveryPointType', confidence: 0.8, reason: 'context', rank: 0 };
        findings.push(duplicate('duplicateAsPointType', draft, best, name, place));
        continue;
      }
      draft.taken = { field: null, confidence: 0.9, reason: 'context', rank: 0 };
      if (best) findings.push(duplicate('duplicateMeaning', draft, best, name, place));
    }
  }
  return findings;
}

/** Columns of one field in different groups (months, managers) do not compete. */
function meaning({ taken, column }: Draft): string | null {
  return taken?.field ? `${taken.field} ${column.group?.value ?? ''}` : null;
}

function isAboutPeople(drafts: readonly Draft[]): boolean {
  const fields = new Set(drafts.map(({ taken }) => taken?.field));
  return fields.has('dealName') || fields.has('dealStage') || !(fields.has('quantity') || fields.has('amountGross'));
}

const nameParts = new Set(['фамилия', 'имя', 'отчество', 'first name', 'last name', 'surname'].map(foldHeader));

function isNamePart(drafts: readonly Draft[]): boolean {
  return drafts.every(({ column }) => nameParts.has(foldHeader(column.name)));
}

function byWorth(a: Draft, b: Draft): number {
  const given = (draft: Draft): number => (draft.taken?.reason === 'given' || draft.taken?.reason === 'remembered' ? 1 : 0);
  const sure = (draft: Draft): number => ((draft.taken?.confidence ?? 0) >= 0.9 ? 1 : 0);
  const filled = (draft: Draft): number => (draft.values.filled > 0 ? 1 : 0);
  return (
    given(b) - given(a) ||
    filled(b) - filled(a) ||
    sure(b) - sure(a) ||
    (a.taken?.rank ?? 999) - (b.taken?.rank ?? 999) ||
    a.column.index - b.column.index
  );
}

function duplicate(code: string, draft: Draft, best: Draft, field: Field, place: Place): Problem {
  const number = draft.column.index + 1;
  const params = { column: draft.column.header, number, field, kept: best.column.header, keptNumber: best.column.index + 1 };
  return { code, place: { ...place, column: draft.column.header }, params };
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

function questionOf({ column, values, taken, candidates }: Draft): Question[] {
  if (!taken?.field || taken.confidence >= sureEnough || !essentialFields.has(taken.field)) return [];
  const others = candidates.flatMap(({ field }) => (field && field !== taken.field ? [field] : []));
  return [
    {
      code: 'columnMeaning',
      key: `columnMeaning:${column.header}`,
      options: [taken.field, ...others, 'ignore'],
      suggested: taken.field,
      params: { column: column.header, number: column.index + 1, sample: values.samples[0] ?? '' },
    },
  ];
}
