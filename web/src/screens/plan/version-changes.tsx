import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../design/error-note.tsx';
import sheet from '../../design/sheet.module.css';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { metricText } from './metric-text.ts';
import { planWords } from './words.ts';

/** What a version asked otherwise than another one does. */
export function VersionChanges({
  period,
  from,
  to,
}: {
  readonly period: string;
  readonly from: number;
  readonly to: number;
}) {
  const say = useWords(planWords);
  const formats = useFormats();
  const changes = useQuery({
    queryKey: ['plan', 'changes', period, from, to],
    queryFn: ({ signal }) => api.comparePlans({ params: { period }, query: { from, to } }, { signal }),
  });
  if (changes.error) return <ErrorNote error={changes.error} />;
  if (!changes.data) return null;
  const { targets } = changes.data;
  const label = say('changes', { n: targets.length, from, to });
  return (
    <details>
      <summary>{label}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={sheet.wide} tabIndex={0} aria-label={label}>
        <table className={sheet.table}>
          <thead>
            <tr>
              <th scope="col">{say('who')}</th>
              <th scope="col">{say('metricField')}</th>
              <th scope="col">{say('version', { version: from })}</th>
              <th scope="col">{say('version', { version: to })}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map(({ level, member, name, metric, product, from: was, to: is }) => (
              <tr key={JSON.stringify([level, member, metric, product])}>
                <td>{name || say('company')}</td>
                <td>{[say(metric), ...(product ? [product.member] : [])].join(', ')}</td>
                <td>{metricText(formats, metric, was)}</td>
                <td>{metricText(formats, metric, is)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
