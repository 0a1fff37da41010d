import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../design/error-note.tsx';
import { Block } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import classes from './data.module.css';
import { dataWords } from './words.ts';

/** Days that are looked back for gaps. */
const lookBack = 92;
const fewDays = 6;
/** A weekend is nothing to worry about. */
const lateDays = 3;
const fewPauses = 2;

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** Up to which day the data are, and on which days nothing was loaded: of the company and each branch. */
export function Freshness({ asOf }: { readonly asOf: string }) {
  const say = useWords(dataWords);
  const formats = useFormats();
  const from = daysBefore(asOf, lookBack);
  const gaps = useQuery({
    queryKey: ['dataGaps', from, asOf],
    queryFn: ({ signal }) => api.dataGaps({ query: { from, to: asOf } }, { signal }),
  });
  const branches = gaps.data?.branches;
  return (
    <Block
      title={say('freshness')}
      aside={say('freshnessAside', { from: formats.date(from), to: formats.date(asOf) })}
    >
      {gaps.error && <ErrorNote error={gaps.error} retry={() => void gaps.refetch()} />}
      {gaps.isPending && <Skeleton height={120} />}
      {branches && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section className={sheet.wide} tabIndex={0} aria-label={say('freshness')}>
          <table className={sheet.table}>
            <thead>
              <tr>
                <th scope="col">{say('branch')}</th>
                <th scope="col">{say('lastDay')}</th>
                <th scope="col" className="number">
                  {say('behind')}
                </th>
                <th scope="col" className="number">
                  {say('missingDays')}
                </th>
                <th scope="col">{say('pauses')}</th>
              </tr>
            </thead>
            <tbody>
              {branches.map(({ branch, name, lastDay, behind, missing, workingDays, pauses }) => (
                <tr key={branch} className={branch === 0 ? classes.company : undefined}>
                  <th scope="row">{branch === 0 ? say('company') : name}</th>
                  <td>{formats.date(lastDay)}</td>
                  <td className={`number ${(behind ?? 0) > lateDays ? 'missing' : ''}`}>
                    {formats.count(behind)}
                  </td>
                  <td className="number">
                    {missing.length > 0 && (
                      <span className={classes.days}>{shortList(missing, fewDays, formats.day, say)} · </span>
                    )}
                    {say('ofDays', { missing: missing.length, days: workingDays })}
                  </td>
                  <td className={classes.days}>
                    {pauses.length === 0
                      ? '—'
                      : shortList(
                          pauses,
                          fewPauses,
                          (pause) =>
                            say('pause', {
                              from: formats.day(pause.from),
                              to: formats.day(pause.to),
                              days: pause.days,
                            }),
                          say,
                        )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Block>
  );
}

/** The first few, and how many more there are. */
function shortList<T>(
  all: readonly T[],
  few: number,
  show: (one: T) => string,
  say: (code: 'andMore', params: { n: number }) => string,
): string {
  const shown = all.slice(0, few).map(show).join(', ');
  return all.length > few ? `${shown} ${say('andMore', { n: all.length - few })}` : shown;
}
