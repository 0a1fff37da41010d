import { type Metric, metricShapes } from '../../../../src/domain/metrics.ts';
import type { Formats } from '../../language/formats.ts';

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
export function changeText(formats: Formats, metric: Metric, value: number | undefined): string {
  if (value === undefined) return formats.number(undefined);
  const points = shares.includes(metric);
  const shown = formats.number(points ? value * 100 : value, points ? 1 : (decimals[metric] ?? 0));
  return value > 0 ? `+${shown}` : shown;
}
