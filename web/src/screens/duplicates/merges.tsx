import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import classes from './duplicates.module.css';
import { type Merge, PartDialog } from './part-dialog.tsx';
import { duplicatesWords } from './words.ts';

/** What was merged, the latest first; each can be withdrawn. */
export function Merges() {
  const say = useWords(duplicatesWords);
  const formats = useFormats();
  const [parting, setParting] = useState<Merge>();
  const pages = useInfiniteQuery({
    queryKey: ['merges'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.merges(
        { query: { limit: 100, ...(pageParam !== undefined && { before: pageParam }) } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
  const merges = pages.data?.pages.flatMap((page) => page.merges) ?? [];
  if (pages.error) return <ErrorNote error={pages.error} retry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton height={240} />;
  if (merges.length === 0) return <Empty title={say('noMerges')}>{say('noMergesHelp')}</Empty>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.wide} tabIndex={0} aria-label={say('merged')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('survives')}</th>
            <th scope="col">{say('absorbed')}</th>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">
              <span className="sr-only">{say('action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {merges.map((one) => (
            <tr key={one.id} data-off={one.withdrawn !== null || undefined}>
              <th scope="row">{one.survivor.name || one.survivor.id}</th>
              <td>{one.absorbed.name || one.absorbed.id}</td>
              <td>{formats.instant(one.at)}</td>
              <td>{one.by || say('holder')}</td>
              <td>
                {one.withdrawn === null
                  ? say('inForce')
                  : say('withdrawn', { at: formats.instant(one.withdrawn.at) })}
              </td>
              <td>
                {one.withdrawn === null && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={say('partOf', { absorbed: one.absorbed.name, survivor: one.survivor.name })}
                    onClick={() => setParting(one)}
                  >
                    {say('part')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages.hasNextPage && (
        <Button mt={12} loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
      {parting && <PartDialog merge={parting} onClose={() => setParting(undefined)} />}
    </section>
  );
}
