import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useLanguage } from '../../../language/language.tsx';
import { api, type ImportSummary } from '../../../server/api.ts';

export type Shown = 'faulty' | 'first' | 'all' | 'mended';
type Rows = Awaited<ReturnType<typeof api.jobRows>>;
export type Row = Rows['rows'][number];

/** As many as are asked for at a time; also what «the first rows» are. */
const page = 100;

/** Rows of a table of a prepared import, page by page. Those of the preparation before stay until the new ones are there. */
export function useRows(jobId: string, summary: ImportSummary, table: number, shown: Shown, ready: boolean) {
  const { language } = useLanguage();
  const show = shown === 'all' ? 'first' : shown;
  const query = useInfiniteQuery({
    // Each preparation has a number of its own.
    queryKey: ['jobRows', jobId, summary.importId, table, shown, language],
    enabled: ready,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      api.jobRows(
        { params: { jobId }, query: { table, show, offset: pageParam, limit: page } },
        { signal, language },
      ),
    getNextPageParam: (last, pages) => (last.more && shown !== 'first' ? pages.length * page : undefined),
  });
  const pages = query.data?.pages ?? [];
  return { query, columns: pages[0]?.columns ?? [], rows: pages.flatMap(({ rows }) => rows) };
}
