import { useQuery } from '@tanstack/react-query';
import { figureQuery } from '../../../../src/domain/figure-query.ts';
import type { SetNode } from '../../../../src/domain/sets/customer-set.ts';
import { api } from '../../server/api.ts';
import { totalOf } from '../../server/cells.ts';
import { nodeOf, type Question } from './question.ts';
import type { List } from './use-list.ts';

/** Sums over the found are of their ids, which a question can hold so many of. */
export const mostFound = 1000;

/** Sums of the whole list, by the rules of figures. Nothing while too many are found. */
export function useTotals(question: Question, summed: string, list: List | undefined) {
  const { unit, method, slice, search } = question;
  const total = list?.total ?? 0;
  const known = list !== undefined && !list.old && total > 0 && (search === '' || total <= mostFound);
  const node = nodeOf(question);
  return useQuery({
    queryKey: ['list-totals', node, unit, method, summed, slice, search],
    enabled: known,
    queryFn: async ({ signal }) => {
      const among: SetNode =
        search === '' || list === undefined
          ? node
          : { kind: 'ids', ids: [...(await list.idsBetween(0, total - 1))] };
      const body = figureQuery.parse({
        metrics: ['sales', 'salesExVat', 'documents', 'avgCheck'],
        period: summed,
        ...{ unit, slice, among, methods: [{ id: method }] },
      });
      return totalOf(await api.table({ body }, { signal }))?.figures ?? null;
    },
  });
}
