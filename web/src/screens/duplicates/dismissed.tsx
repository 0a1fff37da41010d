import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { did } from '../../app/undo.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import classes from './duplicates.module.css';
import { duplicatesWords } from './words.ts';

/** Pairs that are two customers, as somebody has said; each can be looked at again. */
export function Dismissed() {
  const say = useWords(duplicatesWords);
  const formats = useFormats();
  const dismissed = useQuery({
    queryKey: ['dismissedDuplicates'],
    queryFn: ({ signal }) => api.dismissedDuplicates({ signal }),
  });
  const recall = useMutation({
    mutationFn: async ({ a, b }: { readonly a: Named; readonly b: Named }) => {
      const params = { a: a.id, b: b.id };
      await api.recallDuplicate({ params });
      did(say('didRecall', { a: a.name, b: b.name }), async () => {
        await api.dismissDuplicate({ params });
        await invalidateData();
      });
      await invalidateData();
    },
  });
  const { pairs } = dismissed.data ?? {};
  if (dismissed.error) return <ErrorNote error={dismissed.error} retry={() => void dismissed.refetch()} />;
  if (!pairs) return <Skeleton height={240} />;
  if (pairs.length === 0) return <Empty title={say('noDismissed')}>{say('noDismissedHelp')}</Empty>;
  return (
    <>
      {recall.error && <ErrorNote error={recall.error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={classes.wide} tabIndex={0} aria-label={say('dismissed')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {say('pair')}
              </th>
              <th scope="col">{say('when')}</th>
              <th scope="col">{say('who')}</th>
              <th scope="col">
                <span className="sr-only">{say('action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ a, b, at, by }) => (
              <tr key={`${a.id} ${b.id}`}>
                <th scope="row">{a.name || a.code}</th>
                <td>{b.name || b.code}</td>
                <td>{formats.instant(at)}</td>
                <td>{by || say('holder')}</td>
                <td>
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={say('recallOf', { a: a.name, b: b.name })}
                    onClick={() => recall.mutate({ a, b })}
                  >
                    {say('recall')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface Named {
  readonly id: number;
  readonly name: string;
}
