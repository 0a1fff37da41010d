import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../../design/error-note.tsx';
import sheet from '../../../design/sheet.module.css';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { planWords } from '../words.ts';
import { customersPlanWords } from './words.ts';

/** What two versions state otherwise of customers, the largest changes first. */
export function CustomerChanges({
  month,
  from,
  to,
}: {
  readonly month: string;
  readonly from: number;
  readonly to: number;
}) {
  const say = useWords(customersPlanWords);
  const sayPlan = useWords(planWords);
  const formats = useFormats();
  const changes = useQuery({
    queryKey: ['plan', 'customers', 'changes', month, from, to],
    queryFn: ({ signal }) => api.compareCustomerPlans({ params: { month }, query: { from, to } }, { signal }),
  });
  if (changes.error) return <ErrorNote error={changes.error} />;
  if (!changes.data) return null;
  const label = say('changes', { n: changes.data.size, from, to });
  return (
    <details>
      <summary>{label}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={sheet.wide} tabIndex={0} aria-label={label}>
        <table className={sheet.table}>
          <thead>
            <tr>
              <th scope="col">{say('customer')}</th>
              <th scope="col">{say('metric')}</th>
              <th scope="col">{sayPlan('version', { version: from })}</th>
              <th scope="col">{sayPlan('version', { version: to })}</th>
            </tr>
          </thead>
          <tbody>
            {changes.data.changes.map(({ id, name, metric, from: was, to: is }) => (
              <tr key={`${id} ${metric}`}>
                <td>{name}</td>
                <td>{say(metric)}</td>
                <td>{formats.number(was)}</td>
                <td>{formats.number(is)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
