import classes from './bullet.module.css';

/** Fact against what it is compared with: solid fact, hatched forecast, a tick for the plan, ▲ for the time before. */
export function Bullet({
  fact,
  forecast,
  interval,
  plan,
  before,
  most,
  height = 14,
}: {
  readonly fact: number;
  readonly forecast?: number;
  readonly interval?: readonly [number, number];
  readonly plan?: number;
  readonly before?: number;
  /** What the whole width stands for. */
  readonly most: number;
  /** px; 6 in tables. */
  readonly height?: number;
}) {
  const at = (value: number) => `${(Math.max(0, Math.min(value, most)) / (most || 1)) * 100}%`;
  const full = height + 12;
  return (
    <svg className={classes.bullet} height={full} aria-hidden="true">
      <rect x="0" y="6" width="100%" height={height} fill="var(--fill)" />
      {forecast !== undefined && (
        <rect x="0" y="6" width={at(forecast)} height={height} fill="url(#hatch-forecast)" />
      )}
      <rect x="0" y="6" width={at(fact)} height={height} fill="var(--fact)" />
      {interval && (
        <line x1={at(interval[0])} x2={at(interval[1])} y1={full / 2} y2={full / 2} stroke="var(--ink)" />
      )}
      {plan !== undefined && (
        <line x1={at(plan)} x2={at(plan)} y1="2" y2={full - 2} stroke="var(--plan)" strokeWidth="2" />
      )}
      {before !== undefined && (
        <svg x={at(before)} y={full - 6} overflow="visible">
          <title>{before}</title>
          <path d="M0 0L4 6H-4Z" fill="var(--ink3)" />
        </svg>
      )}
    </svg>
  );
}
