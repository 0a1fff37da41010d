import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import LineChart from '../../design/charts/line-chart.tsx';
import { Block } from '../../design/page.tsx';
import { useOpen } from '../../drill/use-open.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, totalOf } from '../../server/cells.ts';
import classes from './trend.module.css';
import { trendWords } from './trend-words.ts';
import type { Planned } from './use-planned.ts';
import type { dashboardWords } from './words.ts';

/** The base month by month with its plans, of the running month what it will reach. Each point opens its customers. */
export default function TrendChart({
  answer,
  planned: { forecast, months },
  say,
}: {
  readonly answer: FigureAnswer;
  readonly planned: Planned;
  /** What the dashboard says: its words are not fetched a second time. */
  readonly say: ReturnType<typeof useWords<typeof dashboardWords>>;
}) {
  const sayTrend = useWords(trendWords);
  const formats = useFormats();
  const open = useOpen();
  const [as, setAs] = useState('chart');
  const points = answer.periods
    .map((period, index) => ({ period, cell: totalOf(answer, index) }))
    .filter(({ period }) => answer.historySince === null || period.to >= answer.historySince);
  const plans = points.map(({ period }) => months.get(period.label) ?? null);
  const hasPlan = plans.some((plan) => plan !== null);
  const last = points.at(-1)?.period;
  const will = last?.open && last.label === forecast?.month ? forecast : undefined;
  const between = will && {
    low: formats.count(will.interval[0]),
    high: formats.count(will.interval[1]),
  };
  const told = (index: number): string => {
    const plan = plans[index];
    return [
      ...(plan == null ? [] : [say('planIs', { n: formats.count(plan) })]),
      ...(will && between && index === points.length - 1
        ? [`${say('forecastIs', { n: formats.count(will.value) })} (${sayTrend('interval', between)})`]
        : []),
    ].join(', ');
  };
  const openAt = (index: number) => {
    const cell = points[index]?.cell;
    if (cell) open(answer, cell, 'activeBase', say('base'));
  };
  return (
    <Block
      title={say('trend')}
      aside={
        <>
          {as === 'chart' && <TrendLegend plan={hasPlan} forecast={will !== undefined} />}
          <SegmentedControl
            size="xs"
            className={classes.switch}
            value={as}
            onChange={setAs}
            data={[
              { value: 'chart', label: sayTrend('chart') },
              { value: 'table', label: sayTrend('table') },
            ]}
          />
        </>
      }
    >
      {as === 'chart' ? (
        <div className={classes.trend}>
          <LineChart
            name={say('base')}
            labels={points.map(({ period }) => period.label)}
            values={points.map(({ cell }) => amount(cell?.figures, 'activeBase') ?? null)}
            plan={hasPlan ? plans : undefined}
            forecast={will}
            told={told}
            running={points.at(-1)?.period.open ? sayTrend('running') : undefined}
            onOpen={openAt}
          />
        </div>
      ) : (
        <div className={classes.trendTable}>
          <table>
            {(hasPlan || will) && (
              <thead>
                <tr>
                  <td />
                  <th scope="col">{say('factTitle')}</th>
                  {hasPlan && <th scope="col">{say('plan')}</th>}
                  {will && <th scope="col">{say('forecast')}</th>}
                </tr>
              </thead>
            )}
            <tbody>
              {points
                .map(({ period, cell }, index) => (
                  <tr key={period.label}>
                    <th scope="row">
                      <button type="button" onClick={() => openAt(index)}>
                        {formats.period(period.label)}
                      </button>
                    </th>
                    <td className="number">{formats.count(cell?.figures.activeBase)}</td>
                    {hasPlan && <td className="number">{formats.count(plans[index])}</td>}
                    {will && (
                      <td className="number">
                        {index === points.length - 1 &&
                          between &&
                          `${formats.count(will.value)} (${sayTrend('interval', between)})`}
                      </td>
                    )}
                  </tr>
                ))
                .reverse()}
            </tbody>
          </table>
        </div>
      )}
    </Block>
  );
}

/** What the lines of the chart are. */
function TrendLegend({ plan, forecast }: { readonly plan: boolean; readonly forecast: boolean }) {
  const say = useWords(trendWords);
  return (
    <span className={classes.legend}>
      {plan && (
        <span>
          <svg width="12" height="2" aria-hidden="true">
            <rect width="12" height="2" fill="var(--plan)" />
          </svg>
          {say('planLegend')}
        </span>
      )}
      {forecast && (
        <span>
          <svg width="16" height="10" aria-hidden="true">
            <rect width="16" height="10" fill="var(--forecast)" opacity="0.25" />
            <line x2="16" y1="5" y2="5" stroke="var(--forecast)" strokeWidth="2" strokeDasharray="4 2" />
          </svg>
          {say('forecastLegend')}
        </span>
      )}
    </span>
  );
}
