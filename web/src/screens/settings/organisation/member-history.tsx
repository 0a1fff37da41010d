import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import classes from '../settings.module.css';
import own from './organisation.module.css';
import { organisationWords } from './words.ts';

type Change = Awaited<ReturnType<typeof api.memberHistory>>['changes'][number];

/** What somebody changed of a member by hand, the latest first. */
export function MemberHistory({ id }: { readonly id: number }) {
  const say = useWords(organisationWords);
  const formats = useFormats();
  const history = useQuery({
    queryKey: ['member-history', id],
    queryFn: ({ signal }) => api.memberHistory({ params: { id } }, { signal }),
  });
  const told = ({ before, after, moved, undoes }: Change): string => {
    if (moved !== null) {
      const to = typeof moved.to === 'string' ? moved.to : 'member';
      const name = typeof moved.to === 'string' ? '' : moved.to.name || moved.to.code;
      const days = {
        from: formats.date(moved.from),
        until: moved.until ? formats.date(moved.until) : 'none',
      };
      return say('was.moved', { to, name, ...days });
    }
    if (before === null || after === null) return say('was.added');
    const what = [
      before.name !== after.name && say('was.renamed', { before: before.name, after: after.name }),
      before.retired !== after.retired &&
        (after.retired === null ? say('was.back') : say('was.retired', { day: formats.date(after.retired) })),
    ]
      .filter(Boolean)
      .join(', ');
    return undoes === null ? what : say('was.undone', { what });
  };
  const { changes } = history.data ?? {};
  return (
    <section aria-label={say('history')}>
      <h3>{say('history')}</h3>
      {history.error && <ErrorNote error={history.error} />}
      {history.isPending && <Skeleton height={40} />}
      {changes?.length === 0 && <p className="muted">{say('noHistory')}</p>}
      {changes && changes.length > 0 && (
        <ul className={own.history}>
          {changes.map((change) => (
            <li key={`${change.id} ${change.at}`}>
              <span>{told(change)}</span>
              <span className={classes.small}>
                {[formats.instant(change.at), change.user === '' ? say('holder') : change.user]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
