import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** The cursor of the next page; the last one has none. */
  readonly next?: string;
}

/** A list that comes page by page, `ask` given where to go on; with what of it has come so far. */
export function usePages<Row>(
  queryKey: QueryKey,
  ask: (from: { readonly cursor?: string }, options: { readonly signal: AbortSignal }) => Promise<Page<Row>>,
) {
  const pages = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => ask(pageParam === undefined ? {} : { cursor: pageParam }, { signal }),
    getNextPageParam: ({ next }) => next,
  });
  return {
    pages,
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    total: pages.data?.pages[0]?.total ?? 0,
  };
}
