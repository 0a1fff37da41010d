import { Bullet } from '../../design/bullet.tsx';
import { Block } from '../../design/page.tsx';
import { useOpen } from '../../drill/use-open.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { useCatalogue } from '../../server/definitions.ts';
import type { FactRow } from '../../server/plans.ts';
import classes from './dashboard.module.css';
import { dashboardWords } from './words.ts';

const rowsShown = 6;

/** Who will miss his plan by most, first. */
export function PlanBreakdown({
  answer,
  rows,
}: {
  readonly answer: FigureAnswer;
  readonly rows: readonly FactRow[];
}) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const open = useOpen();
  const name = useCatalogue().data?.dimensions.find(({ id }) => id === answer.query.rows[0])?.label ?? '';
  const known = rows
    .flatMap(({ forecast, ...row }) => (forecast === null ? [] : [{ ...row, forecast }]))
    .sort((a, b) => Number(a.forecast.deviation) - Number(b.forecast.deviation));
  const most = Math.max(
    1,
    ...known.map(({ value, forecast }) => Math.max(Number(value), Number(forecast.value))),
  );
  return (
    <Block title={say('byPlan', { name })}>
      <table className={classes.members}>
        <colgroup>
          <col className={classes.name} />
          <col className={classes.value} />
          <col className={`${classes.value} ${classes.roomy}`} />
          <col className={classes.roomy} />
          <col className={classes.share} />
          <col className={classes.value} />
          <col className={classes.share} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{say('member')}</span>
            </th>
            <th scope="col">{say('factTitle')}</th>
            <th scope="col" className={classes.roomy}>
              {say('plan')}
            </th>
            <td className={classes.roomy} />
            <th scope="col">{say('forecast')}</th>
            <th scope="col" colSpan={2}>
              {say('toPlan')}
            </th>
          </tr>
        </thead>
        <tbody>
          {known.slice(0, rowsShown).map(({ member, name: of, value, fact, forecast }) => {
            const cell = answer.cells.find(({ rows: [id] }) => id === String(member));
            const gap = Number(forecast.deviation);
            const tone = `number ${gap < 0 ? 'missing' : ''}`;
            return (
              <tr key={member}>
                <th scope="row">
                  {cell ? (
                    <button
                      type="button"
                      onClick={() => open(answer, cell, 'activeBase', say('base'))}
                      title={of}
                    >
                      {of}
                    </button>
                  ) : (
                    of
                  )}
                </th>
                <td className="number">{formats.count(fact)}</td>
                <td className={`number muted ${classes.roomy}`}>{formats.count(value)}</td>
                <td className={`${classes.bar} ${classes.roomy}`}>
                  <Bullet
                    fact={Number(fact ?? 0)}
                    forecast={Number(forecast.value)}
                    plan={Number(value)}
                    {...{ most: most * 1.05, height: 6 }}
                  />
                </td>
                <td className="number">{formats.count(forecast.value)}</td>
                <td className={tone}>{formats.change(gap)}</td>
                <td className={tone}>
                  {Number(value) > 0 ? formats.percent(String(gap / Number(value)), true) : '—'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Block>
  );
}
