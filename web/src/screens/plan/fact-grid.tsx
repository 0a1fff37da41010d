import { Fragment, useMemo } from 'react';
import { subtract } from '../../../../src/domain/decimal.ts';
import { type PlanMetric, planMetrics } from '../../../../src/domain/plan.ts';
import { planGrain } from '../../../../src/domain/plan-period.ts';
import { Bullet } from '../../design/bullet.tsx';
import { FigureCell } from '../../design/figure-cell.tsx';
import { GapLink, useGapIsOpen } from '../../drill/gap-link.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { Member } from '../../server/member-tree.ts';
import type { FactRow, PlanComparison } from '../../server/plans.ts';
import { type Line, lineKey, planLines } from './lines.ts';
import { metricText } from './metric-text.ts';
import classes from './plan.module.css';
import { Premium, usePremiums } from './premium.tsx';
import { RowHead } from './row-head.tsx';
import { useOpenFact } from './use-open-fact.ts';
import { useOpenRows } from './use-open-rows.ts';
import { walk } from './walk.ts';
import { planWords } from './words.ts';

/** What days add to has a pace, and reaches something by the end of the period. */
const paced: readonly PlanMetric[] = ['activeBase', 'sales', 'new'];

interface Shown {
  /** What it would be today is told. */
  readonly isDrifted: boolean;
  readonly isCompared: boolean;
}

const columnsOf = (metric: PlanMetric, { isDrifted, isCompared }: Shown) => [
  'fact' as const,
  ...(isCompared && paced.includes(metric) ? (['before', 'change'] as const) : []),
  ...(['plan', 'bar', 'deviation', 'deviationShare', 'fulfilment'] as const),
  ...(paced.includes(metric) ? (['pace'] as const) : []),
  ...(paced.includes(metric) ? (['forecast', 'toPlan', 'forecastShare'] as const) : []),
  ...(metric === 'activeBase' ? (['probability', 'qualified'] as const) : []),
  ...(isDrifted ? (['live'] as const) : []),
];

/** Who is planned what, and what is: a line for each, open to whoever is below, every fact a door to its customers. */
export function FactGrid({
  period,
  members,
  targets,
  compare,
  onForecast,
}: {
  readonly period: string;
  readonly members: readonly Member[];
  readonly targets: readonly FactRow[];
  readonly compare: PlanComparison | undefined;
  /** Somebody wants to know why a forecast is what it is. */
  readonly onForecast: (member: number) => void;
}) {
  const say = useWords(planWords);
  // Of a closed month: what it would be today, where that is something else.
  const isDrifted = targets.some(({ drifted }) => drifted !== null);
  const columns = { isDrifted, isCompared: compare !== undefined };
  const lines = useMemo(() => planLines(members, targets, false), [members, targets]);
  const { rows, turn } = useOpenRows(lines);
  const premiums = usePremiums(planGrain(period) === 'month' ? period : undefined);
  const gapIsOpen = useGapIsOpen(period);
  const metrics = planMetrics.filter((one) => targets.some(({ metric }) => metric === one));
  const found = useMemo(
    () => new Map(targets.map((target) => [`${lineKey(target)} ${target.metric}`, target])),
    [targets],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.wide} data-wide tabIndex={0} aria-label={say('grid')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say('who')}
            </th>
            {metrics.map((metric) => (
              <th
                key={metric}
                scope="colgroup"
                colSpan={columnsOf(metric, columns).length}
                className={classes.metric}
              >
                {say(metric)}
              </th>
            ))}
            {premiums.size > 0 && (
              <th scope="col" rowSpan={2} data-column="premium">
                {say('premium')}
              </th>
            )}
          </tr>
          <tr>
            {metrics.map((metric) =>
              columnsOf(metric, columns).map((column) => (
                <th key={`${metric} ${column}`} scope="col" data-column={column}>
                  {column === 'bar' ? <span className="sr-only">{say('bar')}</span> : say(column)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {rows.map(({ line, depth, isOpen }, at) => (
            <tr key={line.key}>
              <RowHead line={line} depth={depth} isOpen={isOpen} turn={turn} />
              {metrics.map((metric, column) => (
                <Fragment key={metric}>
                  <Cells
                    period={period}
                    line={line}
                    metric={metric}
                    target={found.get(`${line.key} ${metric}`)}
                    columns={columnsOf(metric, columns)}
                    gapIsOpen={gapIsOpen}
                    at={`${at} ${column}`}
                    onForecast={onForecast}
                  />
                </Fragment>
              ))}
              {premiums.size > 0 && <Premium {...{ month: period, line, premiums }} />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cells({
  period,
  line,
  metric,
  target,
  columns,
  gapIsOpen,
  at,
  onForecast,
}: {
  readonly period: string;
  readonly line: Line;
  readonly metric: PlanMetric;
  readonly target: FactRow | undefined;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly gapIsOpen: boolean;
  readonly at: string;
  readonly onForecast: (member: number) => void;
}) {
  const say = useWords(planWords);
  const formats = useFormats();
  const openFact = useOpenFact();
  if (target === undefined) return <td colSpan={columns.length} className={classes.first} />;
  const { fact, value, compared, requiredPace, forecast, qualified, drifted, before } = target;
  const change = fact === null || before === null ? null : subtract(fact, before);
  const text = (of: string | null | undefined, style = {}) => metricText(formats, metric, of, style);
  const name = line.name || say('company');
  const percent = (share: string | null | undefined, signed = false) =>
    formats.percent(share, signed).replace(/[\s\u00a0\u202f]?%$/, '');
  const said = forecast ? howSaid(forecast, { say, text }) : undefined;
  const numbers = [fact ?? 0, forecast?.value ?? 0, forecast?.interval?.[1] ?? 0].map(Number);
  const isBehind = compared?.deviation.startsWith('-');
  const shown = {
    fact: (
      <FigureCell
        data-at={at}
        aria-label={say('factOf', { value: text(fact), metric: say(metric), name })}
        onClick={() => fact !== null && openFact(period, target, [say(metric), name])}
        {...(fact === null && { state: 'nothing' as const })}
      >
        {text(fact)}
      </FigureCell>
    ),
    before: text(before),
    change: text(change, { signed: true }),
    plan: text(value),
    live: drifted && text(drifted.live),
    qualified:
      qualified === null
        ? null
        : say('qualifiedFact', {
            value: text(qualified),
            gap: text(fact === null ? null : subtract(qualified, fact), { signed: true }),
          }),
    bar: (
      <Bullet
        fact={Number(fact ?? 0)}
        plan={Number(value)}
        most={Math.max(Number(value) * 1.16, ...numbers)}
        height={6}
        {...(forecast && { forecast: Number(forecast.value) })}
        {...(forecast?.interval && {
          interval: [Number(forecast.interval[0]), Number(forecast.interval[1])] as const,
        })}
      />
    ),
    deviation:
      gapIsOpen && isBehind && line.product === null && (metric === 'activeBase' || metric === 'sales') ? (
        <Gap {...{ period, target, metric, name }}>{text(compared?.deviation, { signed: true })}</Gap>
      ) : (
        text(compared?.deviation, { signed: true })
      ),
    deviationShare: percent(compared?.deviationShare, true),
    fulfilment: percent(compared?.fulfilment),
    pace: text(requiredPace, { more: metric === 'sales' ? 0 : 1 }),
    forecast:
      forecast && metric === 'activeBase' && line.product === null ? (
        <button
          type="button"
          className={classes.why}
          aria-label={say('whyForecast', { value: text(forecast.value), name })}
          title={said}
          onClick={() => onForecast(line.member)}
        >
          {forecast.mark && '≈ '}
          {text(forecast.value)}
        </button>
      ) : (
        <span title={said}>
          {forecast?.mark && '≈ '}
          {text(forecast?.value)}
        </span>
      ),
    toPlan: text(forecast?.deviation, { signed: true }),
    forecastShare: percent(forecast?.fulfilment),
    probability: forecast?.probability ? percent(forecast.probability) : '—',
  };
  const willBeBehind = forecast?.deviation.startsWith('-');
  return columns.map((column) => (
    <td
      key={column}
      data-column={column}
      data-behind={
        (isBehind && column.startsWith('deviation')) ||
        (column === 'change' && change?.startsWith('-')) ||
        (willBeBehind && column === 'toPlan') ||
        undefined
      }
      className={column === 'fact' ? classes.first : undefined}
    >
      {shown[column]}
    </td>
  ));
}

/**
 * Who would close a gap: of a month whoever should be called, of a longer period's АКБ those of the period before who have
 * not come in this one yet.
 */
function Gap({
  period,
  target,
  metric,
  name,
  children,
}: {
  readonly period: string;
  readonly target: FactRow;
  readonly metric: 'activeBase' | 'sales';
  readonly name: string;
  readonly children: string;
}) {
  const say = useWords(planWords);
  const openFact = useOpenFact();
  if (metric === 'sales' || planGrain(period) === 'month')
    return (
      <GapLink of={target} {...{ metric, name }}>
        {children}
      </GapLink>
    );
  return (
    <button
      type="button"
      className={classes.why}
      title={say('notYetHere', { name })}
      onClick={() => openFact(period, target, [say('lost'), name], 'lost')}
    >
      {children}
    </button>
  );
}

/** By what a forecast is, why by that, and where four finals of five are. */
function howSaid(
  { predictor, mark, interval }: NonNullable<FactRow['forecast']>,
  { say, text }: { readonly say: Say; readonly text: (value: string) => string },
): string {
  const by = say(mark ? 'markedBy' : 'predictedBy', { predictor, mark: mark ?? 'none' });
  return interval ? `${by} · ${say('interval', { low: text(interval[0]), high: text(interval[1]) })}` : by;
}

type Say = ReturnType<typeof useWords<typeof planWords>>;
