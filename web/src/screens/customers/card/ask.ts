import { useQuery } from '@tanstack/react-query';
import { figureQuery } from '../../../../../src/domain/figure-query.ts';
import { addToMonth } from '../../../../../src/domain/iso-date.ts';
import { rollingMonths } from '../../../../../src/domain/period.ts';
import type { CustomerSet } from '../../../../../src/domain/sets/customer-set.ts';
import type { CountUnit } from '../../../../../src/domain/units.ts';
import { api, type FigureAnswer } from '../../../server/api.ts';

export interface Who {
  readonly unit: CountUnit;
  readonly id: number;
}

/** From and to which day the data are. */
export interface Span {
  readonly since: string;
  readonly asOf: string;
}

/** Months of the strip. */
export const shownMonths = 36;

export const cardKey = ({ unit, id }: Who) => ['customer', unit, id];

export const useCard = (who: Who) =>
  useQuery({
    queryKey: cardKey(who),
    queryFn: ({ signal }) => api.customerCard({ params: { unit: who.unit, id: who.id } }, { signal }),
  });

export const setOfOne = ({ unit, id }: Who): CustomerSet => ({
  language: 1,
  unit,
  method: { id: 'main' },
  set: { kind: 'ids', ids: [id] },
});

/** The twelve months that end with the last loaded day. */
export const lastYear = ({ asOf }: Span): string => rollingMonths(12, asOf).label;

export interface History {
  /** All months since the history begins, at least those of the strip. */
  readonly months: FigureAnswer;
  readonly year: FigureAnswer;
  readonly basket: FigureAnswer;
}

/** What a customer has bought, all of one version of the data. */
export function useHistory(who: Who, span: Span | undefined) {
  return useQuery({
    queryKey: ['customer-history', who.unit, who.id, span],
    enabled: span !== undefined,
    queryFn: async ({ signal }): Promise<History> => {
      const known = span as Span;
      const last = known.asOf.slice(0, 7);
      const first = [known.since.slice(0, 7), addToMonth(last, 1 - shownMonths)].sort()[0] ?? last;
      const common = {
        ...{ unit: who.unit, methods: [{ id: 'main' }] },
        among: { kind: 'ids', ids: [who.id] },
      } as const;
      const queries = [
        figureQuery.parse({
          ...{ ...common, period: `${first}..${last}`, grain: 'month' },
          metrics: ['new', 'retained', 'reactivated', 'lost', 'sales', 'skuPairs'],
        }),
        figureQuery.parse({
          ...{ ...common, period: lastYear(known), compare: ['previous'] },
          metrics: ['sales', 'documents', 'avgCheck', 'skuPairs'],
        }),
        figureQuery.parse({
          ...{ ...common, period: lastYear(known), compare: ['previous'], rows: ['category'] },
          metrics: ['sales', 'skuPairs'],
        }),
      ];
      const { answers } = await api.tables({ body: { queries } }, { signal });
      const [months, year, basket] = answers;
      if (!months || !year || !basket) throw new Error('an answer is missing');
      return { months, year, basket };
    },
  });
}

/** The newest purchases of the last twelve months, at most so many. */
const mostPurchases = 500;

export function usePurchaseDays(who: Who, span: Span | undefined) {
  return useQuery({
    queryKey: ['customer-days', who.unit, who.id, span],
    enabled: span !== undefined,
    queryFn: async ({ signal }) => {
      const period = lastYear(span as Span);
      const body = { set: setOfOne(who), period, lines: 'counted', limit: mostPurchases } as const;
      const { rows } = await api.documents({ body }, { signal });
      return rows.map(({ date, sales }) => ({ date, sales: Number(sales ?? 0) }));
    },
  });
}
