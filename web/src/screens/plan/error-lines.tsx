import classes from './forecast.module.css';

export interface Series {
  readonly name: string;
  readonly chosen: boolean;
  /** Shares by working day; null: it could not foresee anything. */
  readonly values: readonly (number | null)[];
}

const [width, height, foot] = [640, 120, 14];
/** Early errors of a straight line would press everything else to the ground. */
const most = 0.5;

/** How wrong each predictor was by working day, the chosen one in front; the tick is today. */
export function ErrorLines({
  label,
  passed,
  series,
}: {
  readonly label: string;
  readonly passed: number;
  readonly series: readonly Series[];
}) {
  const days = Math.max(2, ...series.map(({ values }) => values.length));
  const x = (day: number) => (day / (days - 1)) * width;
  const y = (share: number) => height - (Math.min(share, most) / most) * height;
  const points = (values: Series['values']) =>
    values.flatMap((one, at) => (one === null ? [] : [`${x(at).toFixed(1)},${y(one).toFixed(1)}`])).join(' ');
  const inOrder = series.toSorted((a, b) => Number(a.chosen) - Number(b.chosen));
  return (
    <figure className={classes.lines}>
      <svg viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={label}>
        {[0, 0.1, 0.25, 0.5].map((share) => (
          <g key={share}>
            <line x1="0" x2={width} y1={y(share)} y2={y(share)} stroke="var(--line)" />
            <text x={width} y={y(share) + (share === most ? 10 : -3)} textAnchor="end">
              {Math.round(share * 100)} %
            </text>
          </g>
        ))}
        {passed > 0 && (
          <line
            x1={x(passed - 1)}
            x2={x(passed - 1)}
            y1="0"
            y2={height}
            stroke="var(--plan)"
            strokeWidth="1.5"
          />
        )}
        {inOrder.map(({ name, chosen, values }) => (
          <polyline key={name} points={points(values)} data-chosen={chosen || undefined} />
        ))}
        {[1, Math.round(days / 2), days].map((day) => (
          <text
            key={day}
            x={x(day - 1)}
            y={height + 12}
            textAnchor={day === 1 ? 'start' : day === days ? 'end' : 'middle'}
          >
            {day}
          </text>
        ))}
      </svg>
    </figure>
  );
}
