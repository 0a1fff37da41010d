import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SetNode } from '../../../../src/domain/sets/customer-set.ts';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { prospectsWords } from './words.ts';

const rowsOfPage = 50;

/** The prospects of a level, by name. */
export function ProspectList({ set }: { readonly set: SetNode }) {
  const say = useWords(prospectsWords);
  const formats = useFormats();
  const pages = useInfiniteQuery({
    queryKey: ['prospect-list', set],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.setPage(
        {
          body: {
            set: { language: 1, unit: 'client', method: { id: 'main' }, set },
            ...{ period: 'last:30d', limit: rowsOfPage, sort: 'name' },
            ...(pageParam !== undefined && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
  if (pages.error) return <ErrorNote error={pages.error} retry={() => void pages.refetch()} />;
  if (!pages.data) return <Skeleton height={320} />;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  const total = pages.data.pages[0]?.total ?? 0;
  if (rows.length === 0) return <Empty title={say('none')}>{say('noneHelp')}</Empty>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={sheet.wide} tabIndex={0} aria-label={say('title')}>
        <table className={sheet.table}>
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('clientType')}</th>
              <th scope="col">{say('industry')}</th>
              <th scope="col">{say('city')}</th>
              <th scope="col">{say('rep')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, shown, name, code, clientType, industry, city, manager }) => (
              <tr key={id}>
                <th scope="row">
                  {shown ? (
                    <Link to="/customers/$unit/$id" params={{ unit: 'client', id: String(id) }}>
                      {name || code}
                    </Link>
                  ) : (
                    `№ ${id}`
                  )}
                </th>
                <td>{clientType}</td>
                <td>{industry}</td>
                <td>{city}</td>
                <td>{manager}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pages.hasNextPage && (
        <Button mt={12} loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say('more', { n: formats.count(total - rows.length) })}
        </Button>
      )}
    </>
  );
}
