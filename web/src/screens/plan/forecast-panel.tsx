import { Modal } from '@mantine/core';
import { Pictured } from '../../design/charts/pictured.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { type PlanForecast, usePlanForecast } from '../../server/plans.ts';
import { ErrorLines, type Series } from './error-lines.tsx';
import classes from './forecast.module.css';
import { planWords } from './words.ts';

const predictors = ['curve', 'linear', 'lastYear', 'mean'] as const;
type Predictor = (typeof predictors)[number];

/** Why the АКБ of somebody is foreseen so: what foresaw earlier months best, and how wrong each predictor was by day. */
export function ForecastPanel({
  period,
  member,
  onClose,
}: {
  readonly period: string;
  readonly member: number;
  readonly onClose: () => void;
}) {
  const say = useWords(planWords);
  const formats = useFormats();
  const { data, error } = usePlanForecast(period, member);
  const name = data?.name || say('company');
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': say('close') }}
      size={760}
      title={say('forecastOf', { name, period: formats.period(period) })}
    >
      {error && <ErrorNote error={error} />}
      {!data && !error && <Skeleton height={320} />}
      {data && <Why found={data} />}
    </Modal>
  );
}

function Why({ found }: { readonly found: PlanForecast }) {
  const say = useWords(planWords);
  const formats = useFormats();
  const { fact, passed, value, interval, predictor, mark, tested, errors, days } = found;
  const known = predictors.filter((one) => errors[one] !== null);
  const [first, last] = [tested[0], tested.at(-1)];
  return (
    <div className={classes.panel}>
      <p>
        {value === null
          ? say(passed === 0 ? 'notYet' : 'noShape')
          : say('forecastSaid', {
              ...{ fact: formats.count(fact), value: formats.count(value), passed, days: days.length },
              low: interval ? formats.count(interval[0]) : 'none',
              high: interval ? formats.count(interval[1]) : 'none',
            })}{' '}
        {value !== null && `${say(mark ? 'markedBy' : 'predictedBy', { predictor, mark: mark ?? 'none' })}.`}
      </p>
      {first === undefined || last === undefined ? (
        <p className="muted">{say('nothingTested')}</p>
      ) : (
        <>
          <p className="muted">
            {say('testedOn', { n: tested.length, from: formats.period(first), to: formats.period(last) })}
          </p>
          <Pictured name={say('errorsByDay')}>
            <ErrorLines
              label={say('errorsByDay')}
              passed={passed}
              series={known.map(
                (one): Series => ({
                  name: say(one),
                  chosen: one === predictor,
                  values: days.map((day) => (day.errors[one] === null ? null : Number(day.errors[one]))),
                }),
              )}
            />
          </Pictured>
          <Errors found={found} known={known} />
        </>
      )}
    </div>
  );
}

function Errors({ found, known }: { readonly found: PlanForecast; readonly known: readonly Predictor[] }) {
  const say = useWords(planWords);
  const formats = useFormats();
  const { predictor, passed, errors, days } = found;
  const percent = (value: string | null) => formats.percent(value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.errors} tabIndex={0} aria-label={say('errorsByDay')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('workingDay')}</th>
            <th scope="col">{say('usuallyReached')}</th>
            {known.map((one) => (
              <th key={one} scope="col" data-chosen={one === predictor || undefined}>
                {say(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, at) => (
            <tr key={day.date} data-now={at + 1 === passed || undefined}>
              <th scope="row">
                {at + 1} <small>{formats.day(day.date)}</small>
              </th>
              <td>{percent(day.share)}</td>
              {known.map((one) => (
                <td key={one} data-chosen={one === predictor || undefined}>
                  {percent(day.errors[one])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('allDays')}</th>
            <td />
            {known.map((one) => (
              <td key={one} data-chosen={one === predictor || undefined}>
                {percent(errors[one])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
