import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, type Customer, isProblem } from '../../server/api.ts';
import { nodeOf, type Question, setOf } from './question.ts';

/** Rows of a page of the list. */
const pageSize = 200;
/** Of one question, whatever the columns. */
type Asked = Omit<Question, 'columns'> & { readonly summed: string };

const bodyOf = ({ sort, order, search, slice, summed, ...question }: Asked) => ({
  set: setOf(question, nodeOf({ ...question, slice })),
  period: summed,
  ...(slice.length > 0 && { slice }),
  ...{ sort, order },
  ...(search !== '' && { search }),
});

export interface List {
  readonly total: number;
  /** The row at a place, where its page has come. */
  readonly at: (index: number) => Customer | undefined;
  /** Ids of the rows between two places, both included, loaded or not. */
  readonly idsBetween: (from: number, to: number) => Promise<readonly number[]>;
  /** What is shown belongs to an earlier question. */
  readonly old: boolean;
}

/**
 * The list of a question, of which only the pages around some places are loaded. All pages are of the version of the
 * data with which the first one came.
 */
export function useList(asked: Asked | undefined, from: number, to: number) {
  const client = useQueryClient();
  const first = useQuery({
    queryKey: ['list', asked],
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const of = asked as Asked;
      return { of, ...(await api.setPage({ body: { ...bodyOf(of), limit: pageSize } }, { signal })) };
    },
  });
  const { data } = first;
  const keyOf = useCallback(
    (page: number) => ['list', data?.of, data?.next ?? null, page] as const,
    [data?.of, data?.next],
  );
  const last = data === undefined ? -1 : Math.ceil(data.total / pageSize) - 1;
  const shown: number[] = [];
  for (let page = Math.max(1, Math.floor(from / pageSize)); page <= Math.min(last, to / pageSize); page++)
    shown.push(page);
  const pages = useQueries({
    queries: shown.map((page) => ({
      queryKey: keyOf(page),
      // A page of a version stays as it is.
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const { of, next } = data as NonNullable<typeof data>;
        const body = { ...bodyOf(of), limit: pageSize, from: page * pageSize, ...(next && { cursor: next }) };
        return (await api.setPage({ body }, { signal })).rows;
      },
    })),
  });
  const gone = pages.find(({ error }) => isProblem(error, 'listVersionGone'));
  const failed = first.error ?? pages.find(({ error }) => error !== null)?.error ?? null;
  const loaded = pages.map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages that have come
  const list = useMemo((): List | undefined => {
    if (data === undefined) return undefined;
    const at = (index: number): Customer | undefined => {
      const page = Math.floor(index / pageSize);
      const rows = page === 0 ? data.rows : client.getQueryData<readonly Customer[]>(keyOf(page));
      return rows?.[index % pageSize];
    };
    const idsBetween = async (a: number, b: number) => {
      const ids: number[] = [];
      for (let start = a; start <= b; start += 1000) {
        const limit = Math.min(1000, b - start + 1);
        const known = Array.from({ length: limit }, (_, index) => at(start + index)?.id);
        if (known.every((id) => id !== undefined)) ids.push(...known);
        else {
          const body = { ...bodyOf(data.of), limit, from: start, ...(data.next && { cursor: data.next }) };
          ids.push(...(await api.setPage({ body })).rows.map(({ id }) => id));
        }
      }
      return ids;
    };
    return { total: data.total, at, idsBetween, old: first.isPlaceholderData };
  }, [data, loaded, keyOf, client, first.isPlaceholderData]);
  const anew = useCallback(() => void client.invalidateQueries({ queryKey: ['list'] }), [client]);
  return { list, error: failed, gone: gone !== undefined, anew };
}
