import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tell } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api, type HandOver } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import classes from './hand-over.module.css';
import { useDaysOf } from './use-days-of.ts';
import { handOverWords } from './words.ts';

/** What was handed over, the latest first: its report, and the way back. */
export function HandOverHistory() {
  const say = useWords(handOverWords);
  const formats = useFormats();
  const daysOf = useDaysOf();
  const made = useQuery({ queryKey: ['handOvers'], queryFn: ({ signal }) => api.handOvers({ signal }) });
  const undo = useMutation({
    mutationFn: ({ id }: HandOver) => api.undoHandOver({ params: { id } }),
    onSuccess: ({ from }) => {
      tell(say('didUndo', { name: from.name || from.code }));
      void invalidateData();
    },
  });
  const { handOvers } = made.data ?? {};
  return (
    <Block title={say('history')}>
      {(made.error ?? undo.error) && <ErrorNote error={made.error ?? undo.error} />}
      {made.isPending && <Skeleton height={80} />}
      {handOvers?.length === 0 && <p className="muted">{say('none')}</p>}
      {handOvers && handOvers.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section className={classes.wide} tabIndex={0} aria-label={say('history')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('from')}</th>
                <th scope="col">{say('receivers')}</th>
                <th scope="col">{say('when')}</th>
                <th scope="col">{say('by')}</th>
                <th scope="col">
                  <span className="sr-only">{say('action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {handOvers.map((one) => {
                const name = one.from.name || one.from.code;
                const of = { name, days: daysOf(one) };
                return (
                  <tr key={one.id} data-off={one.undoneAt !== null || undefined}>
                    <th scope="row">{name}</th>
                    <td>
                      {one.to
                        .map((rep) => say('listOf', { name: rep.name || rep.code, n: rep.clients }))
                        .join('; ')}
                    </td>
                    <td>{daysOf(one)}</td>
                    <td>
                      {one.user || say('holder')}, {formats.instant(one.madeAt)}
                    </td>
                    <td className={classes.acts}>
                      <Link
                        to="/hand-over"
                        search={{ report: one.id }}
                        className={classes.link}
                        aria-label={say('reportOf', of)}
                      >
                        {say('report')}
                      </Link>
                      {one.undoneAt === null ? (
                        <Button
                          variant="subtle"
                          size="compact-xs"
                          aria-label={say('undoOf', of)}
                          onClick={() => undo.mutate(one)}
                          loading={undo.isPending && undo.variables.id === one.id}
                        >
                          {say('undo')}
                        </Button>
                      ) : (
                        <span>{say('undone', { at: formats.instant(one.undoneAt) })}</span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </Block>
  );
}
