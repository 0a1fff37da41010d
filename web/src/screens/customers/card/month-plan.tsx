import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  type CustomerMetric,
  customerMetrics,
  customersAddUp,
} from '../../../../../src/domain/customer-plan.ts';
import { customerMetricWords } from '../../../design/customer-metric-words.ts';
import { useHowForeseen } from '../../../design/how-foreseen.ts';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import type { PlannedCustomer } from '../../../server/customer-plans.ts';
import classes from './next-purchase.module.css';
import { cardWords } from './words.ts';

const shown = customerMetrics.filter(customersAddUp);

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
          { params: { month }, body: { customer: id, metric, limit: 1, from: 0 } },
          { signal },
        ),
    })),
  });
  const planned = plans.flatMap(({ data }) => {
    const row = data?.rows[0];
    return data === undefined || row === undefined || row.plan === null ? [] : [{ metric: data.metric, row }];
  });
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
        <Planned key={metric} metric={metric} row={row} />
      ))}
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
  const { plan, fact, compared, requiredPace, forecast } = row;
  const text = (value: string | null) =>
    metric === 'sales' ? formats.roubles(value) : formats.number(value, value?.includes('.') ? 1 : 0);
  return (
    <p className={classes.verdict} title={how}>
      {say('planAndFact', {
        ...{ metric: sayMetric(metric), plan: text(plan), fact: text(fact) },
        share: formats.percent(compared?.fulfilment),
      })}{' '}
      {requiredPace !== null && requiredPace !== '0' && `${say('planPace', { pace: text(requiredPace) })} `}
      {forecast.value !== null &&
        forecast.by !== null &&
        `${say('planForecast', { value: text(forecast.value), probability: formats.percent(forecast.probability) })} `}
    </p>
  );
}
