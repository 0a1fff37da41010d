import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { NewStatement } from '../../../../../src/domain/statement.ts';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import own from './organisation.module.css';
import { organisationWords } from './words.ts';

/** АКБ by month of those for whom a move changes it. */
export function MoveEffect({ statement }: { readonly statement: NewStatement }) {
  const say = useWords(organisationWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  const [settled] = useDebouncedValue(statement, 300);
  const preview = useQuery({
    queryKey: ['assignment-preview', settled],
    queryFn: ({ signal }) => api.previewAssignment({ body: settled }, { signal }),
  });
  if (preview.error) return <ErrorNote error={preview.error} />;
  if (!preview.data || JSON.stringify(settled) !== JSON.stringify(statement))
    return <p className="muted">{say('counting')}</p>;
  const { effect } = preview.data;
  if (effect.length === 0) return <p className="muted">{say('effectNone')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={own.wide} tabIndex={0} aria-label={say('effect')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('month')}</th>
            <th scope="col">{say('whose')}</th>
            <th scope="col" className="number">
              {say('now')}
            </th>
            <th scope="col" className="number">
              {say('becomes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {effect.toReversed().map(({ month, kind, member, before, after }) => (
            <tr key={`${month} ${kind} ${member.id}`}>
              <th scope="row">{formats.period(month)}</th>
              <td>
                {member.id === 0
                  ? `${say('ofNobody')} (${common('kind', { kind }).toLowerCase()})`
                  : member.name || member.code}
              </td>
              <td className="number">{formats.count(before)}</td>
              <td className="number">{formats.count(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
