import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CustomerMetric, CustomerPlanSort } from '../../../../../src/domain/customer-plan.ts';
import { useHowForeseen } from '../../../design/how-foreseen.ts';
import { useFormats } from '../../../language/formats.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import type { CustomerPlanPage, PlannedCustomer } from '../../../server/customer-plans.ts';
import { typedOf } from '../draft.ts';
import plan from '../plan.module.css';
import { walk } from '../walk.ts';
import { type Changes, changeKey } from './changes.ts';
import classes from './customers.module.css';
import { customersPlanWords } from './words.ts';

const columnsOf = (metric: CustomerMetric, isDrifted: boolean) => [
  ...(['plan', 'fact'] as const),
  ...(isDrifted ? (['live'] as const) : []),
  ...(['deviation', 'deviationShare', 'fulfilment'] as const),
  ...(hasPace(metric) ? (['pace'] as const) : []),
  ...(['forecast', 'toPlan', 'probability'] as const),
  ...(['last', 'expected', 'stated', 'rep'] as const),
];
const sortable: Readonly<Partial<Record<ReturnType<typeof columnsOf>[number], CustomerPlanSort>>> = {
  ...{ plan: 'plan', fact: 'fact', deviation: 'deviation', fulfilment: 'fulfilment' },
  ...{ toPlan: 'toPlan', expected: 'expected' },
};
/** What days add to. */
const hasPace = (metric: CustomerMetric): boolean => metric === 'sales' || metric === 'documents';

/** What is planned of each customer beside what he bought; the plan is a field for whoever may change it. */
export function CustomerGrid({
  metric,
  total,
  rows,
  sort,
  onSort,
  changes,
  wrong,
  onType,
}: {
  readonly metric: CustomerMetric;
  readonly total: CustomerPlanPage['total'];
  readonly rows: readonly PlannedCustomer[];
  readonly sort: CustomerPlanSort;
  readonly onSort: (sort: CustomerPlanSort) => void;
  readonly changes: Changes;
  readonly wrong: ReadonlySet<string>;
  /** Left out: only to be looked at. */
  readonly onType?: ((customer: number, text: string) => void) | undefined;
}) {
  const say = useWords(customersPlanWords);
  // Of a closed month: what it would be today, where that is something else.
  const isDrifted = total.differ > 0 || rows.some(({ drifted }) => drifted !== null);
  const head = (by: CustomerPlanSort | undefined, title: string) =>
    by === undefined ? (
      title
    ) : (
      <button type="button" className={classes.sort} onClick={() => onSort(by)}>
        {title}
      </button>
    );
  const sorted = (by: CustomerPlanSort | undefined) =>
    by === sort && {
      'aria-sort': by === 'plan' || by === 'fact' ? ('descending' as const) : ('ascending' as const),
    };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={plan.wide} tabIndex={0} aria-label={say('grid')}>
      <table className={`${plan.table} ${classes.customers}`}>
        <thead>
          <tr>
            <th scope="col" rowSpan={1} {...sorted('name')}>
              {head('name', say('customer'))}
            </th>
            {columnsOf(metric, isDrifted).map((column) => (
              <th key={column} scope="col" data-column={column} {...sorted(sortable[column])}>
                {head(sortable[column], say(column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          <tr className={classes.total}>
            <th scope="row" data-depth="0">
              {say('total', { n: total.planned })}
            </th>
            <Figures isTotal {...{ metric, isDrifted }} of={total} />
            <td colSpan={4} />
          </tr>
          {rows.map((row, at) => (
            <Row
              key={row.id}
              {...{ metric, row, at, isDrifted }}
              // What is typed is stated of whom he is now.
              onType={row.became === null ? onType : undefined}
              typed={changes.typed.get(changeKey(metric, row.id))?.typed}
              isWrong={wrong.has(changeKey(metric, row.id))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const signedNumber = (text: string): string =>
  /[1-9]/.test(text) && !text.startsWith('−') ? `+${text}` : text;

/** Money in whole roubles. */
const useFigure = () => {
  const { number } = useFormats();
  return (value: string | null | undefined, signed = false) => {
    const text = number(value, 0);
    return signed ? signedNumber(text) : text;
  };
};

function Figures({
  metric,
  of: { plan: planned, fact, drifted, compared, requiredPace, forecast },
  isDrifted,
  field,
  isTotal = false,
}: {
  readonly metric: CustomerMetric;
  readonly isDrifted: boolean;
  readonly isTotal?: boolean;
  readonly of: Pick<PlannedCustomer, 'plan' | 'fact' | 'drifted' | 'compared' | 'requiredPace' | 'forecast'>;
  readonly field?: React.ReactNode;
}) {
  const formats = useFormats();
  const figure = useFigure();
  const percent = (share: string | null | undefined, signed = false) =>
    formats.percent(share, signed).replace(/[\s\u00a0\u202f]?%$/, '');
  const how = useHowForeseen()(forecast, isTotal);
  // A share of a document a day is what is needed of most.
  const decimals = metric === 'documents' || metric === 'avgSkuPerClient' ? 1 : 0;
  const isBehind = compared?.deviation.startsWith('-') || undefined;
  return (
    <>
      <td data-column="plan">{field ?? figure(planned)}</td>
      <td data-column="fact">{figure(fact)}</td>
      {isDrifted && <td data-column="live">{drifted && figure(drifted.live)}</td>}
      <td data-column="deviation" data-behind={isBehind}>
        {figure(compared?.deviation, true)}
      </td>
      <td data-column="deviationShare" data-behind={isBehind}>
        {percent(compared?.deviationShare, true)}
      </td>
      <td data-column="fulfilment">{percent(compared?.fulfilment)}</td>
      {hasPace(metric) && <td data-column="pace">{formats.number(requiredPace, decimals)}</td>}
      <td data-column="forecast">
        <span title={how}>{formats.number(forecast.value, decimals)}</span>
      </td>
      <td data-column="toPlan" data-behind={forecast.deviation?.startsWith('-') || undefined}>
        {signedNumber(formats.number(forecast.deviation, decimals))}
      </td>
      <td data-column="probability">
        <span title={how}>{percent(forecast.probability)}</span>
      </td>
    </>
  );
}

function Row({
  metric,
  row,
  at,
  isDrifted,
  typed,
  isWrong,
  onType,
}: {
  readonly metric: CustomerMetric;
  readonly isDrifted: boolean;
  readonly row: PlannedCustomer;
  readonly at: number;
  readonly typed: string | undefined;
  readonly isWrong: boolean;
  readonly onType: ((customer: number, text: string) => void) | undefined;
}) {
  const say = useWords(customersPlanWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const { id, name, code, became, rep, stated, lastPurchase, expected } = row;
  const field = onType && (
    <TextInput
      size="xs"
      data-at={`${at} 0`}
      aria-label={say('planOf', { metric: say(metric), name })}
      inputMode="decimal"
      autoComplete="off"
      styles={{ input: { textAlign: 'right' } }}
      value={typed ?? (row.plan === null ? '' : typedOf('sales', row.plan, language))}
      error={isWrong}
      onChange={(event) => onType(id, event.currentTarget.value)}
    />
  );
  return (
    <tr data-changed={typed === undefined ? undefined : true}>
      <th scope="row">
        {became?.id === null ? (
          <span className={classes.name}>{say('gone', { id })}</span>
        ) : (
          <Link
            to="/customers/$unit/$id"
            params={{ unit: 'client', id: String(became?.id ?? id) }}
            className={classes.name}
          >
            {name || code}
            {became && <small>{say('became', { name: became.name })}</small>}
          </Link>
        )}
      </th>
      <Figures {...{ metric, isDrifted, field }} of={row} />
      <td>{formats.date(lastPurchase)}</td>
      <td>{formats.date(expected)}</td>
      <td className={classes.text} data-late={(stated && stated.stated !== 'before') || undefined}>
        {stated && say('statedOn', { day: formats.date(stated.on), stated: stated.stated })}
      </td>
      <td className={classes.text}>{rep}</td>
    </tr>
  );
}
