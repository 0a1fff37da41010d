import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { callOutcomes } from '../../../../src/domain/calls.ts';
import { lastDayOfMonth } from '../../../../src/domain/iso-date.ts';
import { callWords } from '../../design/call-words.ts';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { PeriodPicker } from '../../design/period-picker.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import type { CallsState } from './state.ts';
import { callsWords } from './words.ts';

/** What came of the calls of a month, by rep. */
export function CallsResults({
  month: asked,
  today,
}: {
  readonly month: string | undefined;
  readonly today: string | undefined;
}) {
  const say = useWords(callsWords);
  const sayCall = useWords(callWords);
  const formats = useFormats();
  const navigate = useNavigate({ from: '/calls' });
  const month = asked ?? (today ?? new Date().toLocaleDateString('sv')).slice(0, 7);
  const results = useQuery({
    queryKey: ['calls', 'results', month],
    queryFn: ({ signal }) =>
      api.callResults({ query: { from: `${month}-01`, to: lastDayOfMonth(month) } }, { signal }),
  });
  return (
    <>
      <PeriodPicker
        large
        grains={['month']}
        value={month}
        onChange={(label) => void navigate({ search: (before: CallsState) => ({ ...before, month: label }) })}
      />
      {results.error && <ErrorNote error={results.error} retry={() => void results.refetch()} />}
      {results.isPending && <Skeleton height={240} />}
      {results.data?.reps.length === 0 && <Empty title={say('noCalls')}>{say('noCallsHelp')}</Empty>}
      {results.data && results.data.reps.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section className={sheet.wide} tabIndex={0} aria-label={say('results')}>
          <table className={sheet.table}>
            <thead>
              <tr>
                <th scope="col">{say('repColumn')}</th>
                {[
                  ...[say('calls'), say('completion'), say('reached')],
                  ...callOutcomes.map((outcome) => sayCall('outcome', { outcome })),
                  ...[say('won', { n: results.data.wonWithin }), say('conversion')],
                ].map((name) => (
                  <th key={name} scope="col" className="number">
                    {name}
                  </th>
                ))}
                <th scope="col">{say('reasons')}</th>
              </tr>
            </thead>
            <tbody>
              {results.data.reps.map((one) => (
                <tr key={one.rep}>
                  <th scope="row">{one.name || say('nobody')}</th>
                  <td className="number">{formats.count(one.calls)}</td>
                  <td className="number">{formats.percent(one.completion)}</td>
                  <td className="number">{formats.count(one.reached)}</td>
                  {callOutcomes.map((outcome) => (
                    <td key={outcome} className="number">
                      {formats.count(one.outcomes[outcome])}
                    </td>
                  ))}
                  <td className="number">{formats.count(one.won)}</td>
                  <td className="number">{formats.percent(one.conversion)}</td>
                  <td>
                    {one.reasons
                      .map(({ reason, calls }) => `${sayCall('reason', { reason })} ${calls}`)
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
