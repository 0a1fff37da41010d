import type { Comparison } from '../../../../src/domain/figure-query.ts';
import { type Metric, metricShapes } from '../../../../src/domain/metrics.ts';
import type { Formats } from '../../language/formats.ts';
import { type Leaf, type PivotRow, valueIn } from './pivot.ts';

type Amount = string | number | null | undefined;

const decimals: Partial<Record<Metric, number>> = { frequency: 2, avgSkuPerClient: 1 };
const shares: readonly Metric[] = ['coverage'];

/** Whether a metric is money, so that heads say ₽. */
export const isMoney = (metric: Metric): boolean =>
  metricShapes[metric].kind === 'sum' || metric === 'avgCheck' || metric === 'avgPerClient';

/** A figure as cells show it: counts and money whole, quotients with the decimals that tell them apart. */
export function figureText(formats: Formats, metric: Metric, value: Amount): string {
  return shares.includes(metric) ? formats.percent(value) : formats.number(value, decimals[metric] ?? 0);
}

/** A difference of two figures with its sign; shares differ in points. */
function changeText(formats: Formats, metric: Metric, value: number | undefined): string {
  if (value === undefined) return formats.number(undefined);
  const points = shares.includes(metric);
  const shown = formats.number(points ? value * 100 : value, points ? 1 : (decimals[metric] ?? 0));
  return value > 0 ? `+${shown}` : shown;
}

/** What a cell shows: the figure exactly as the server gave it, differences from it as numbers. */
export function figureIn(
  row: PivotRow,
  leaf: Leaf,
  comparison: Comparison | undefined,
  formats: Formats,
): string {
  const cell = row.cells.get(leaf.place);
  if (leaf.shown === 'value') return figureText(formats, leaf.metric, cell?.figures[leaf.metric]);
  const shown = valueIn(row, leaf, comparison);
  if (leaf.shown === 'before') return figureText(formats, leaf.metric, shown);
  if (leaf.shown === 'change') return changeText(formats, leaf.metric, shown);
  return formats.percent(shown === undefined ? undefined : String(shown), true);
}
