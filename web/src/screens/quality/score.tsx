import { FigureTile } from '../../design/figure-tile.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { QualityOf } from '../../server/api.ts';
import classes from './quality.module.css';
import { qualityWords } from './words.ts';

/** The score and where it comes from. */
export function Score({ of }: { readonly of: QualityOf }) {
  const say = useWords(qualityWords);
  const formats = useFormats();
  const [first] = of.trend;
  const last = of.trend.at(-1);
  const moved = first && last && of.trend.length > 1;
  return (
    <div>
      <FigureTile
        title={say('score')}
        figure={formats.number(of.score, 1)}
        beside={say('ofHundred')}
        comparison={
          moved
            ? say('changed', {
                change: formats.number(last.score - first.score, 1),
                day: formats.date(first.day),
              })
            : say('firstLook')
        }
      />
      {moved && <Trend of={of.trend} />}
      <p className={classes.small}>{say('howCounted')}</p>
    </div>
  );
}

const [width, height] = [240, 36];

function Trend({ of }: { readonly of: QualityOf['trend'] }) {
  const say = useWords(qualityWords);
  const formats = useFormats();
  const scores = of.map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const days = of.map(({ day }) => Date.parse(day));
  const [from = 0, to = 0] = [days[0], days.at(-1)];
  const points = of.map(({ score }, at) => {
    const x = ((days[at] ?? 0) - from) / Math.max(1, to - from);
    const y = most === least ? 0.5 : (most - score) / (most - least);
    return `${2 + x * (width - 4)},${2 + y * (height - 4)}`;
  });
  return (
    <svg
      className={classes.trend}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('trend', {
        from: formats.number(scores[0], 1),
        to: formats.number(scores.at(-1), 1),
      })}
    >
      <polyline points={points.join(' ')} />
    </svg>
  );
}
