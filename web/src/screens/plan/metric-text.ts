import { multiply } from '../../../../src/domain/decimal.ts';
import type { PlanMetric } from '../../../../src/domain/plan.ts';
import { type Formats, nothing } from '../../language/formats.ts';

/** Decimal places that are shown; money in whole roubles, shares in per cent. */
const places: Readonly<Record<PlanMetric, number>> = {
  ...{ activeBase: 0, qualifiedBase: 0, new: 0, sales: 0, avgCheck: 0, avgSkuPerClient: 2, coverage: 1 },
};

/** A value of a metric without its unit, which the head of the column names. */
export function metricText(
  { number }: Formats,
  metric: PlanMetric,
  value: string | null | undefined,
  { signed = false, more = 0 } = {},
): string {
  if (value === null || value === undefined) return nothing;
  const text = number(metric === 'coverage' ? multiply(value, '100') : value, places[metric] + more);
  return signed && !text.startsWith('−') && /[1-9]/.test(text) ? `+${text}` : text;
}
