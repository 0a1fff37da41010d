import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  type CustomerMetric,
  customerMetrics,
  customersAddUp,
} from '../../../../../src/domain/customer-plan.ts';
import { customerMetricWords } from '../../../design/customer-metric-words.ts';
import { DriftCauses } from '../../../design/drift-causes.tsx';
import { useHowForeseen } from '../../../design/how-foreseen.ts';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import type { PlannedCustomer } from '../../../server/customer-plans.ts';
import classes from './next-purchase.module.css';
import { cardWords } from './words.ts';

const shown = customerMetrics.filter(customersAddUp);
/** Whoever was merged into him since the month was closed stands beside him. */
const most = 20;

/** What is planned of a client in the month of the last loaded day beside what he bought and will; nothing where nothing is planned. */
export function MonthPlan({ id, asOf }: { readonly id: number; readonly asOf: string }) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const month = asOf.slice(0, 7);
  const plans = useQueries({
    queries: shown.map((metric) => ({
      queryKey: ['plan', 'customers', 'of', id, month, metric],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api.customerPlan(
          { params: { month }, body: { customer: id, metric, limit: most, from: 0 } },
          { signal },
        ),
    })),
  });
  const planned = plans.flatMap(({ data }) => {
    if (data === undefined) return [];
    const rows = data.rows.filter(({ plan }) => plan !== null);
    // Himself first.
    return rows
      .toSorted((a, b) => Number(a.became !== null) - Number(b.became !== null))
      .map((row) => ({ metric: data.metric, row }));
  });
  const closed = plans.map(({ data }) => data?.closed).find((one) => one != null);
  const isDrifted = planned.some(({ row }) => row.drifted !== null);
  if (planned.length === 0) return null;
  const late = planned.map(({ row }) => row.stated).find((stated) => stated && stated.stated !== 'before');
  return (
    <Block
      title={say('monthPlan', { month: formats.monthOf(month) })}
      aside={
        <Link to="/plan" search={{ month, view: 'customers' }}>
          {say('planOfAll')}
        </Link>
      }
    >
      {planned.map(({ metric, row }) => (
        <Planned key={`${metric} ${row.id}`} metric={metric} row={row} />
      ))}
      {closed && (
        <div className={classes.verdict}>
          {say('planClosed', {
            at: formats.instant(closed.closedAt),
            how: closed.customerPlanVersion === null ? 'live' : isDrifted ? 'drifted' : 'same',
          })}
          {isDrifted && <DriftCauses month={month} />}
        </div>
      )}
      {late && (
        <p className={classes.verdict}>
          {say('planLate', { day: formats.day(late.on), stated: late.stated })}
        </p>
      )}
    </Block>
  );
}

function Planned({ metric, row }: { readonly metric: CustomerMetric; readonly row: PlannedCustomer }) {
  const say = useWords(cardWords);
  const sayMetric = useWords(customerMetricWords);
  const formats = useFormats();
  const how = useHowForeseen()(row.forecast);
  const { plan, fact, drifted, compared, requiredPace, forecast } = row;
  const text = (value: string | null) =>
    metric === 'sales' ? formats.roubles(value) : formats.number(value, value?.includes('.') ? 1 : 0);
  return (
    <p className={classes.verdict} title={how}>
      {row.became && `${say('planThen', { name: row.name })} `}
      {say('planAndFact', {
        ...{ metric: sayMetric(metric), plan: text(plan), fact: text(fact) },
        share: formats.percent(compared?.fulfilment),
      })}{' '}
      {drifted && `${say('planLive', { fact: text(drifted.live) })} `}
      {requiredPace !== null && requiredPace !== '0' && `${say('planPace', { pace: text(requiredPace) })} `}
      {forecast.value !== null &&
        forecast.by !== null &&
        `${say('planForecast', { value: text(forecast.value), probability: formats.percent(forecast.probability) })} `}
    </p>
  );
}
