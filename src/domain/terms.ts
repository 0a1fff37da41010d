import { z } from 'zod';
import { isIsoDate } from './iso-date.ts';
import type { IsoDate } from './units.ts';

/** On what terms a customer is sold to. */
export const termKinds = [
  'discountGroup',
  'discount',
  'markup',
  'deferralDays',
  'creditLimit',
  'bonus',
  'delivery',
  'marketingSupport',
] as const;
export type TermKind = (typeof termKinds)[number];

/** Amounts are in the currency of the ledger; `percent` and `amount` are exact decimals, the others people's own words. */
export const termShapes = {
  discountGroup: 'text',
  discount: 'percent',
  markup: 'percent',
  deferralDays: 'days',
  creditLimit: 'amount',
  bonus: 'percent',
  delivery: 'text',
  marketingSupport: 'text',
} as const satisfies Record<TermKind, 'text' | 'percent' | 'days' | 'amount'>;

const patterns = {
  text: /^.{0,500}$/su,
  percent: /^\d{1,4}(\.\d{1,4})?$/,
  days: /^\d{1,4}$/,
  amount: /^\d{1,14}(\.\d{1,2})?$/,
} as const;

/** Whether a value can be a term: '' says that there is none. */
export const isTerm = (kind: TermKind, value: string): boolean =>
  value === '' || patterns[termShapes[kind]].test(value);

const value = z.string().max(500).nullable();
const terms = z.strictObject(
  Object.fromEntries(termKinds.map((kind) => [kind, z.exactOptional(value)])) as Record<
    TermKind,
    z.ZodExactOptional<typeof value>
  >,
);

/** What is agreed with a customer from a day on. */
export const termsChange = z.strictObject({
  /** Of the terms that were looked at. */
  version: z.int().nonnegative(),
  /** The day from which they hold, today when left out; it may lie ahead. */
  since: z.exactOptional(z.string().refine(isIsoDate)),
  reason: z.string().trim().max(500),
  /** null takes a term back: what imports say holds again; '' says that there is none. */
  terms: terms.refine((all) => Object.keys(all).length > 0, { error: 'nothing to change' }).readonly(),
});
export type TermsChange = z.infer<typeof termsChange>;

/** A change that has not been taken back. */
export interface StatedTerms {
  /** Later ones are higher. */
  readonly id: number;
  readonly since: IsoDate;
  readonly terms: Readonly<Partial<Record<TermKind, string | null>>>;
}

/** By kind, whose word holds on a day: that of the latest day that is not after it, of one day what was said last. */
export function termsOn<Change extends StatedTerms>(
  changes: readonly Change[],
  day: IsoDate,
): ReadonlyMap<TermKind, Change> {
  const found = new Map<TermKind, Change>();
  const inOrder = changes
    .filter(({ since }) => since <= day)
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id - b.id));
  for (const change of inOrder)
    for (const kind of termKinds) if (change.terms[kind] !== undefined) found.set(kind, change);
  return found;
}
