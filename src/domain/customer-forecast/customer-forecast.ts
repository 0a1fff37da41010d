import type { CustomerMetric, Hundredths } from '../customer-plan.ts';
import { type Cheques, sumReaches } from './cheques.ts';
import type { PurchasesToCome } from './purchases-to-come.ts';

/**
 * Why nothing is foreseen: he has not bought by any rhythm, or nobody works with him; the month is too far ahead; purchases do not
 * say it; or money or documents are not known.
 */
export const unforeseen = ['noRhythm', 'tooFar', 'metric', 'unknown'] as const;
export type Unforeseen = (typeof unforeseen)[number];

/** What is known of a customer while his month runs. Money in hundredths, NaN where nobody knows. */
export interface MonthSoFar {
  readonly fact: Hundredths;
  /** Of the average check: what it is made of. */
  readonly sales: Hundredths;
  readonly documents: Hundredths;
  /** null: the month is over. */
  readonly toCome: PurchasesToCome | null;
  readonly cheques: Cheques;
  /** Documents of a day with purchases, usually. */
  readonly documentsEach: number;
}

/** What a month will end with, and how likely that is the plan. */
export interface Foreseen {
  /** NaN: nobody knows. */
  readonly value: Hundredths;
  /** Of a plan, from 0 to 1; NaN: nobody knows. */
  readonly chance: (plan: Hundredths) => number;
}

/**
 * The fact and what is still to come. Purchases to come are net of what goes back within its month, as all that count (rules, §2);
 * other returns are not foreseen. How many kinds of goods, and what a stricter rule will count, purchases do not say: of these only
 * what has been reached is certain.
 */
export function foresee(metric: CustomerMetric, so: MonthSoFar): Foreseen {
  const { fact, toCome, cheques, documentsEach } = so;
  if (toCome === null)
    return { value: fact, chance: (plan) => (Number.isNaN(fact) ? Number.NaN : Number(fact >= plan)) };
  const { atLeast, mean } = toCome;
  const unless = (chance: (plan: Hundredths) => number) => (plan: Hundredths) =>
    fact >= plan ? 1 : chance(plan);
  switch (metric) {
    case 'activeBase': {
      const chance = fact > 0 ? 1 : (atLeast[0] ?? 0);
      return { value: chance >= 0.5 ? 100 : 0, chance: unless(() => chance) };
    }
    case 'sales':
      return {
        value: Math.round(fact + mean * cheques.mean),
        chance: unless((plan) => overPurchases(atLeast, (n) => sumReaches(plan - fact, n, cheques))),
      };
    case 'documents':
      return {
        value: Math.round(fact + 100 * mean * documentsEach),
        chance: unless((plan) => {
          const purchases = Math.ceil((plan - fact) / (100 * documentsEach) - 1e-9);
          return Number.isNaN(purchases) ? Number.NaN : (atLeast[purchases - 1] ?? 0);
        }),
      };
    case 'avgCheck':
      return ofCheck({ ...so, toCome });
    case 'avgSkuPerClient':
    case 'qualifiedBase':
      return { value: Number.NaN, chance: unless(() => Number.NaN) };
  }
}

/** All money of the month by all of its documents: the check so far counts with what it has behind it. */
function ofCheck({
  sales,
  documents,
  toCome: { atLeast, mean },
  cheques,
  documentsEach,
}: MonthSoFar & { readonly toCome: PurchasesToCome }): Foreseen {
  const expected = documents / 100 + mean * documentsEach;
  return {
    value: expected > 0 ? Math.round((sales + mean * cheques.mean) / expected) : Number.NaN,
    chance: (plan) =>
      overPurchases(atLeast, (n) => {
        const all = documents / 100 + n * documentsEach;
        return all > 0 ? sumReaches(plan * all - sales, n, cheques) : 0;
      }),
  };
}

/** Over how many purchases may come, none among them. */
function overPurchases(atLeast: readonly number[], reaches: (purchases: number) => number): number {
  let sum = (1 - (atLeast[0] ?? 0)) * reaches(0);
  for (const [before, chance] of atLeast.entries())
    sum += (chance - (atLeast[before + 1] ?? 0)) * reaches(before + 1);
  return Math.min(1, Math.max(0, sum));
}
