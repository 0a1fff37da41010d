import { FigureTile } from '../../design/figure-tile.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useOpen } from '../../drill/use-open.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, totalOf } from '../../server/cells.ts';
import classes from './dashboard.module.css';
import { dashboardWords } from './words.ts';

/** АКБ / ОКБ. */
export function CoverageBlock({ answer }: { readonly answer: FigureAnswer | undefined }) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const open = useOpen();
  const cell = answer && totalOf(answer);
  const title = say('coverage');
  if (!answer || !cell)
    return <FigureTile size="second" title={title} figure={<Skeleton width={90} height={32} />} />;
  const share = amount(cell.figures, 'coverage') ?? 0;
  return (
    <div>
      <FigureTile
        size="second"
        title={title}
        figure={formats.percent(cell.figures.coverage)}
        onOpen={() => open(answer, cell, 'totalBase', say('coverageOf'))}
      />
      <div className={classes.coverage} aria-hidden="true">
        <span style={{ width: `${Math.min(100, share * 100)}%` }} />
      </div>
      <p>
        <b>
          {say('coverageLine', {
            active: formats.count(cell.figures.activeBase),
            total: formats.count(cell.figures.totalBase),
          })}
        </b>
      </p>
      <p className={classes.small}>{say('totalBase')}</p>
      <button
        type="button"
        className={classes.door}
        onClick={() => open(answer, cell, 'inactive', say('inactive', { n: '' }).trim())}
      >
        {say('inactive', { n: formats.count(cell.figures.inactive) })}
      </button>
    </div>
  );
}
