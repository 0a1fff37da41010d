import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { fetchPart } from '../../app/connection.ts';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useOpen } from '../../drill/use-open.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, totalOf } from '../../server/cells.ts';
import classes from './dashboard.module.css';
import { dashboardWords } from './words.ts';

const LineChart = lazy(() => fetchPart(() => import('../../design/charts/line-chart.tsx')));

/** The base month by month; the running month is hatched. Each point opens its customers. */
export function TrendBlock({ answer }: { readonly answer: FigureAnswer | undefined }) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const open = useOpen();
  const [as, setAs] = useState('chart');
  const place = (
    <div className={classes.trend}>
      <Skeleton height={188} />
    </div>
  );
  if (!answer) return <Block title={say('trend')}>{place}</Block>;
  const points = answer.periods
    .map((period, index) => ({ period, cell: totalOf(answer, index) }))
    .filter(({ period }) => answer.historySince === null || period.to >= answer.historySince);
  const openAt = (index: number) => {
    const cell = points[index]?.cell;
    if (cell) open(answer, cell, 'activeBase', say('base'));
  };
  return (
    <Block
      title={say('trend')}
      aside={
        <SegmentedControl
          size="xs"
          className={classes.switch}
          value={as}
          onChange={setAs}
          data={[
            { value: 'chart', label: say('chart') },
            { value: 'table', label: say('table') },
          ]}
        />
      }
    >
      {as === 'chart' ? (
        <div className={classes.trend}>
          <Suspense fallback={place}>
            <LineChart
              name={say('base')}
              labels={points.map(({ period }) => period.label)}
              values={points.map(({ cell }) => amount(cell?.figures, 'activeBase') ?? null)}
              running={points.at(-1)?.period.open ? say('running') : undefined}
              onOpen={openAt}
            />
          </Suspense>
        </div>
      ) : (
        <div className={classes.trendTable}>
          <table className={classes.members}>
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
