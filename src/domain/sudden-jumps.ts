/** A month that is far from what came before it. */
export interface SuddenJump {
  /** `YYYYMM` */
  readonly month: number;
  readonly value: number;
  /** Median of the twelve months before it. */
  readonly usual: number;
}

/** What is watched of a branch month by month: lines, clients with a shipment, sales with VAT. */
export const watched = ['lines', 'clients', 'sales'] as const;

const monthsBefore = 12;
const fewestBefore = 6;

/**
 * Months whose value is at least twice or at most half of the median of the months before, and at the same time further
 * from it than 3.5 median absolute deviations (scaled by 0.6745; Iglewicz and Hoaglin, How to Detect and Handle
 * Outliers, 1993): seasons with a habit of swinging are no jumps. Months without six predecessors are not judged.
 * `series`: in order, a value for each month.
 */
export function suddenJumps(
  series: readonly { readonly month: number; readonly value: number }[],
): SuddenJump[] {
  return series.flatMap(({ month, value }, at) => {
    const before = series.slice(Math.max(0, at - monthsBefore), at).map((one) => one.value);
    if (before.length < fewestBefore) return [];
    const usual = median(before);
    const spread = median(before.map((one) => Math.abs(one - usual)));
    const far = value >= 2 * usual || value <= usual / 2;
    const odd = 0.6745 * Math.abs(value - usual) > 3.5 * spread;
    return far && odd && value !== usual ? [{ month, value, usual }] : [];
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
