import type { Field } from '../../../domain/fields.ts';
import type { Place, Problem } from '../../../domain/problem.ts';
import type { Draft } from './draft.ts';
import { manyValued } from './fields-by-use.ts';
import { foldHeader } from './fold-header.ts';

/** Two columns of one meaning: the better one is taken, the other is reported. */
export function dropDuplicates(drafts: readonly Draft[], place: Place): Problem[] {
  const findings: Problem[] = [];
  const lists = isAboutPeople(drafts);
  for (const [field, same] of Map.groupBy(drafts, (draft) => meaning(draft))) {
    if (same.length < 2 || field === null) continue;
    const name = field.split(' ')[0] as Field;
    if (name === 'planOther' || (lists && (manyValued.has(name) || isNamePart(same)))) continue;
    const [best, ...rest] = [...same].sort(byWorth);
    for (const draft of rest) {
      if (
        best &&
        name === 'clientType' &&
        !drafts.some(({ taken }) => taken?.field === 'deliveryPointType')
      ) {
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
  return (
    fields.has('dealName') ||
    fields.has('dealStage') ||
    !(fields.has('quantity') || fields.has('amountGross'))
  );
}

const nameParts = new Set(
  [
    'фамилия',
    'имя',
    'отчество',
    'first name',
    'last name',
    'surname',
    'contact first name',
    'contact last name',
  ].map(foldHeader),
);

function isNamePart(drafts: readonly Draft[]): boolean {
  return drafts.every(({ column }) => nameParts.has(foldHeader(column.name)));
}

function byWorth(a: Draft, b: Draft): number {
  const given = (draft: Draft): number =>
    draft.taken?.reason === 'given' || draft.taken?.reason === 'remembered' ? 1 : 0;
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
  const params = {
    column: draft.column.header,
    number,
    field,
    kept: best.column.header,
    keptNumber: best.column.index + 1,
  };
  return { code, place: { ...place, column: draft.column.header }, params };
}
