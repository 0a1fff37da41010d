import { Bullet } from '../../design/bullet.tsx';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useOpen } from '../../drill/use-open.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, memberName } from '../../server/cells.ts';
import { useCatalogue } from '../../server/definitions.ts';
import type { FactRow } from '../../server/plans.ts';
import classes from './dashboard.module.css';
import { PlanBreakdown } from './plan-breakdown.tsx';
import { dashboardWords } from './words.ts';

const rowsShown = 6;

/** Who moved the base: branches and reps, the greatest loss first; where they have plans, who will miss his by most. */
export function Breakdowns({
  answers,
  targets,
}: {
  readonly answers: readonly (FigureAnswer | undefined)[];
  /** Of the АКБ, of whoever has one. */
  readonly targets: readonly FactRow[];
}) {
  return answers.map((answer, index) => {
    const rows = targets.filter(
      ({ level, forecast }) => level === answer?.query.rows[0] && forecast !== null,
    );
    return answer && rows.length > 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: two fixed places
      <PlanBreakdown key={index} answer={answer} rows={rows} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: two fixed places
      <Breakdown key={index} answer={answer} />
    );
  });
}

function Breakdown({ answer }: { readonly answer: FigureAnswer | undefined }) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const open = useOpen();
  const catalogue = useCatalogue();
  const [dimension] = answer?.query.rows ?? [];
  const name = catalogue.data?.dimensions.find(({ id }) => id === dimension)?.label;
  if (!answer || dimension === undefined || name === undefined) {
    return (
      <Block title={<Skeleton width={120} />}>
        <Skeleton height={190} />
      </Block>
    );
  }
  const rows = answer.cells
    .filter((cell) => cell.rows.length === 1)
    .map((cell) => {
      const now = amount(cell.figures, 'activeBase') ?? 0;
      const before = amount(cell.compared?.sameWorkingDay, 'activeBase');
      return { cell, now, before, change: before === undefined ? undefined : now - before };
    })
    .sort((a, b) => (a.change ?? 0) - (b.change ?? 0) || b.now - a.now);
  const most = Math.max(1, ...rows.map(({ now, before = 0 }) => Math.max(now, before)));
  return (
    <Block title={say('by', { name })}>
      <table className={classes.members}>
        <colgroup>
          <col className={classes.name} />
          <col className={classes.value} />
          <col className={`${classes.value} ${classes.roomy}`} />
          <col className={classes.roomy} />
          <col className={classes.value} />
          <col className={classes.share} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{say('member')}</span>
            </th>
            <th scope="col">{say('base')}</th>
            <th scope="col" className={classes.roomy}>
              {say('was')}
            </th>
            <td className={classes.roomy} />
            <th scope="col" colSpan={2}>
              {say('change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, rowsShown).map(({ cell, now, before, change }) => {
            const member = memberName(answer, dimension, cell.rows[0] ?? '') || say('nobody');
            return (
              <tr key={cell.rows[0]}>
                <th scope="row">
                  <button
                    type="button"
                    onClick={() => open(answer, cell, 'activeBase', say('base'))}
                    title={member}
                  >
                    {member}
                  </button>
                </th>
                <td className="number">{formats.count(now)}</td>
                <td className={`number muted ${classes.roomy}`}>{formats.count(before)}</td>
                <td className={`${classes.bar} ${classes.roomy}`}>
                  <Bullet fact={now} before={before} most={most} height={6} />
                </td>
                <td className={`number ${(change ?? 0) < 0 ? 'missing' : ''}`}>{formats.change(change)}</td>
                <td className={`number ${(change ?? 0) < 0 ? 'missing' : ''}`}>
                  {before ? formats.percent(String((change ?? 0) / before), true) : '—'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Block>
  );
}
