import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import classes from './bridge.module.css';
import { type CustomerState, StateMark } from './state-mark.tsx';
import { designWords } from './words.ts';

export interface BridgeRow {
  readonly sign: '=' | '+' | '−';
  readonly label: string;
  readonly state?: CustomerState;
  /** Never below zero: the sign says which way it goes. */
  readonly value: number;
  /** `past`: a total that was; `now`: the total that is. */
  readonly total?: 'past' | 'now';
  /** Has not happened yet. */
  readonly expected?: boolean;
  readonly onOpen?: () => void;
}

const barHeight = 15;
const rowHeight = 29;

/** What a base became out of what it was, as a ledger: sign, shape, label, number, bar. */
export function Bridge({
  rows,
  width = 343,
}: {
  readonly rows: readonly BridgeRow[];
  readonly width?: number;
}) {
  const formats = useFormats();
  const say = useWords(designWords);
  const spans = spansOf(rows);
  const most = Math.max(1, ...spans.map(({ to }) => to));
  const from = axisStart(spans, most);
  const at = (value: number) => ((Math.max(value, from) - from) / (most - from || 1)) * width;
  return (
    <div className={classes.bridge}>
      <p className={classes.axis}>{from > 0 ? say('axisFrom', { from: formats.count(from) }) : ' '}</p>
      <ol>
        {rows.map((row, index) => {
          const span = spans[index] ?? { from: 0, to: 0, end: 0 };
          const name = (
            <>
              <span className={classes.sign}>{row.sign}</span>
              <span className={classes.mark}>{row.state && <StateMark state={row.state} />}</span>
              <span className={classes.label}>{row.label}</span>
              <span className={`number ${classes.value}`}>{formats.count(row.value)}</span>
            </>
          );
          return (
            <li key={row.label} className={classes.row} data-total={row.total} style={{ height: rowHeight }}>
              {row.onOpen ? (
                <button type="button" className={classes.name} onClick={row.onOpen}>
                  {name}
                </button>
              ) : (
                <span className={classes.name}>{name}</span>
              )}
              <svg
                className={classes.bar}
                viewBox={`0 0 ${width} ${rowHeight}`}
                preserveAspectRatio="none"
                width="100%"
                height={rowHeight}
                aria-hidden="true"
              >
                {index < rows.length - 1 && (
                  <path
                    d={`M${at(span.end)} ${rowHeight / 2}V${rowHeight}`}
                    stroke="var(--line2)"
                    shapeRendering="crispEdges"
                  />
                )}
                {index > 0 && (
                  <path
                    d={`M${at(spans[index - 1]?.end ?? 0)} 0V${rowHeight / 2}`}
                    stroke="var(--line2)"
                    shapeRendering="crispEdges"
                  />
                )}
                <rect
                  x={at(span.from)}
                  y={(rowHeight - barHeight) / 2}
                  width={Math.max(row.value > 0 ? 2 : 0, at(span.to) - at(span.from))}
                  height={barHeight}
                  {...paint(row)}
                />
                {from > 0 && row.total && (
                  <path
                    d={`M3 ${(rowHeight - barHeight) / 2 - 1}l6 5.5h-4l5 6h-4l4 6`}
                    fill="none"
                    stroke="var(--page)"
                    strokeWidth="1.6"
                  />
                )}
              </svg>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** Where the next row goes on. */
  readonly end: number;
}

function spansOf(rows: readonly BridgeRow[]): readonly Span[] {
  let level = 0;
  return rows.map(({ sign, value }) => {
    if (sign === '=') {
      level = value;
      return { from: 0, to: value, end: value };
    }
    const before = level;
    level = sign === '+' ? before + value : before - value;
    return { from: Math.min(before, level), to: Math.max(before, level), end: level };
  });
}

/** Bars start at 0 unless the movements would then be a thread: totals are cut, and notched at their foot. */
function axisStart(spans: readonly Span[], most: number): number {
  const lowest = Math.min(...spans.map(({ from, end }) => (from === 0 ? end : from)));
  if (lowest < most * 0.55) return 0;
  const step = 10 ** Math.floor(Math.log10(most)) / 2;
  return Math.max(0, Math.floor((lowest - (most - lowest) * 1.2) / step) * step);
}

function paint({ total, state, expected }: BridgeRow) {
  if (expected) return { fill: 'url(#hatch-forecast)', stroke: 'var(--forecast)' };
  if (total === 'past') return { fill: 'var(--fact-past)' };
  if (total === 'now') return { fill: 'var(--fact)' };
  if (state === 'notYet') return { fill: 'url(#hatch-not-yet)', stroke: 'var(--lost)' };
  if (state === 'transferredIn' || state === 'transferredOut') return { fill: 'var(--control)' };
  return { fill: `var(--${state ?? 'fact'})` };
}
