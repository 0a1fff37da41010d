import { methodDocument } from '../../../../../src/domain/method.ts';
import { decimalText } from '../../../language/decimal-text.ts';
import type { Method } from '../../../server/api.ts';

type Document = Omit<Method, 'version'>;
type Returns = Method['returns']['mode'];
type Base = 'month' | 'quarter' | 'halfYear' | 'year' | 'days' | 'months';

/** A method as it is typed: numbers are text until they are checked. */
export interface MethodDraft
  extends Omit<Document, 'returns' | 'thresholds' | 'products' | 'basePeriod' | 'name'> {
  readonly ru: string;
  readonly en: string;
  readonly returns: Returns;
  readonly returnDays: string;
  readonly amount: string;
  readonly quantity: string;
  readonly products: string;
  readonly documents: string;
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  readonly base: Base;
  readonly baseLength: string;
}

export type DraftField = keyof MethodDraft;
export type DraftProblem =
  | 'needed'
  | 'idWrong'
  | 'idTaken'
  | 'kindsNeeded'
  | 'daysWrong'
  | 'decimalWrong'
  | 'countWrong'
  | 'lengthWrong'
  | 'monthWrong';

export function draftOf({ returns, thresholds, products, basePeriod, name, ...rest }: Document): MethodDraft {
  const windowed = typeof basePeriod !== 'string';
  return {
    ...rest,
    ...name,
    returns: returns.mode,
    returnDays: returns.mode === 'days' ? String(returns.days) : '14',
    amount: thresholds.amount ?? '',
    quantity: thresholds.quantity ?? '',
    products: String(thresholds.products ?? ''),
    documents: String(thresholds.documents ?? ''),
    categories: products?.categories ?? [],
    brands: products?.brands ?? [],
    base: windowed ? basePeriod.of : basePeriod,
    baseLength: windowed ? String(basePeriod.length) : '3',
  };
}

const isWhole = (typed: string, least: number, most: number): boolean =>
  /^\d{1,9}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
const longest = 120;

/** What is wrong with a draft, by field; `taken`: ids that a new method cannot have. */
export function problemsOf(
  draft: MethodDraft,
  taken: readonly string[] = [],
): Partial<Record<DraftField, DraftProblem>> {
  const problems: Partial<Record<DraftField, DraftProblem>> = {};
  const check = (field: DraftField, holds: boolean, problem: DraftProblem) => {
    if (!holds) problems[field] ??= problem;
  };
  for (const field of ['ru', 'en'] as const) {
    const length = draft[field].trim().length;
    check(field, length > 0 && length <= longest, 'needed');
  }
  check('id', methodDocument.shape.id.safeParse(draft.id).success, 'idWrong');
  check('id', !taken.includes(draft.id), 'idTaken');
  check('kinds', draft.kinds.length > 0, 'kindsNeeded');
  if (draft.returns === 'days') check('returnDays', isWhole(draft.returnDays, 1, 366), 'daysWrong');
  for (const field of ['amount', 'quantity'] as const) {
    const typed = decimalText(draft[field]);
    const { amount } = methodDocument.shape.thresholds.shape;
    check(field, typed === '' || (amount.safeParse(typed).success && Number(typed) > 0), 'decimalWrong');
  }
  for (const field of ['products', 'documents'] as const)
    check(field, draft[field].trim() === '' || isWhole(draft[field], 1, 999_999_999), 'countWrong');
  if (draft.base === 'days' || draft.base === 'months')
    check('baseLength', isWhole(draft.baseLength, 1, 1100), 'lengthWrong');
  check(
    'validFrom',
    draft.validFrom === null || /^\d{4}-(0[1-9]|1[0-2])$/.test(draft.validFrom),
    'monthWrong',
  );
  return problems;
}

/** A draft without problems as the document that is saved. */
export function documentOf(draft: MethodDraft): Document {
  const { kinds, excludedParties, unit, vat, totalBase, attribution, validFrom } = draft;
  const { categories, brands, base } = draft;
  return {
    id: draft.id,
    name: { ru: draft.ru.trim(), en: draft.en.trim() },
    kinds,
    returns:
      draft.returns === 'days' ? { mode: 'days', days: Number(draft.returnDays) } : { mode: draft.returns },
    thresholds: {
      ...(draft.amount.trim() && { amount: decimalText(draft.amount) }),
      ...(draft.quantity.trim() && { quantity: decimalText(draft.quantity) }),
      ...(draft.products.trim() && { products: Number(draft.products) }),
      ...(draft.documents.trim() && { documents: Number(draft.documents) }),
    },
    ...((categories.length > 0 || brands.length > 0) && {
      products: {
        ...(categories.length > 0 && { categories }),
        ...(brands.length > 0 && { brands }),
      },
    }),
    excludedParties,
    unit,
    basePeriod: base === 'days' || base === 'months' ? { length: Number(draft.baseLength), of: base } : base,
    vat,
    totalBase,
    attribution,
    validFrom,
  };
}

/** An id that no method has yet. */
export function freeId(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`own${number}`)) number += 1;
  return `own${number}`;
}
