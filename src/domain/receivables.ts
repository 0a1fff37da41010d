import { add, divide, isDecimal } from './decimal.ts';
import type { Decimal, IsoDate } from './units.ts';

/** What a customer owes, as a file said it. */
export interface Receivable {
  /** null: the file did not say. */
  readonly debt: Decimal | null;
  readonly overdue: Decimal | null;
  /** The day that the file names, else the one on which it was loaded. */
  readonly asOf: IsoDate;
}

interface OwedAmounts {
  readonly debt: Decimal | null;
  readonly overdue: Decimal | null;
}

/** An unknown amount adds nothing; of unknown ones alone the sum is unknown. */
const sum = (amounts: readonly (Decimal | null)[]): Decimal | null =>
  amounts.reduce((all, one) => (all === null || one === null ? (all ?? one) : add(all, one)), null);

const owedInAll = (some: readonly OwedAmounts[]): OwedAmounts => ({
  debt: sum(some.map(({ debt }) => debt)),
  overdue: sum(some.map(({ overdue }) => overdue)),
});

/** As facts of a customer. They are said together: what one file leaves open is not filled from an earlier one. */
export const receivableFacts = ({ debt, overdue, asOf }: Receivable) => ({
  ...{ debt: debt ?? '', overdueDebt: overdue ?? '', owedOn: asOf },
});

export function receivableIn(facts: Readonly<Record<string, string>>): Receivable | null {
  const { debt, overdueDebt, owedOn } = facts;
  return owedOn === undefined ? null : { debt: debt || null, overdue: overdueDebt || null, asOf: owedOn };
}

/** What several owe together, known as of the earliest of their days; null: nothing is said of any. */
export function owedTogether(some: readonly Receivable[]): Receivable | null {
  const [asOf] = some.map((one) => one.asOf).sort();
  return asOf === undefined ? null : { ...owedInAll(some), asOf };
}

/** The share of the credit limit that the debt uses, to four places; null: there is no limit, or no debt is known. */
export const limitUse = (debt: Decimal | null, limit: string | undefined): Decimal | null =>
  debt === null || limit === undefined || !isDecimal(limit) ? null : divide(debt, limit, 4);

/** A credit limit that a list of customers names as an amount; null: there is none, or it is no amount. */
export function limitIn({ creditLimit = '' }: Readonly<Record<string, string>>): Decimal | null {
  return /^\d{1,14}(\.\d{1,4})?$/.test(creditLimit) ? creditLimit : null;
}
