/** What a sum of sales is the product of, in the order in which it is read. */
export const salesFactors = ['activeBase', 'frequency', 'avgCheck'] as const;
export type SalesFactor = (typeof salesFactors)[number];
export type FactorValues = Readonly<Record<SalesFactor, number>>;

/**
 * How much of the change of sales each factor explains, in roubles: the parts add up to the whole change and do not
 * depend on the order of the factors. Logarithmic mean Divisia index, additive (B. W. Ang, Energy Policy 32, 2004).
 * Undefined where a factor is zero or below in one of the periods: there is no logarithm, hence no split.
 */
export function explainSales(now: FactorValues, before: FactorValues): FactorValues | undefined {
  const all = [...Object.values(now), ...Object.values(before)];
  if (!all.every((value) => Number.isFinite(value) && value > 0)) return undefined;
  const product = (of: FactorValues) => of.activeBase * of.frequency * of.avgCheck;
  const weight = logarithmicMean(product(now), product(before));
  const part = (factor: SalesFactor) => weight * Math.log(now[factor] / before[factor]);
  return { activeBase: part('activeBase'), frequency: part('frequency'), avgCheck: part('avgCheck') };
}

const logarithmicMean = (a: number, b: number): number =>
  Math.abs(a - b) < 1e-9 * a ? a : (a - b) / Math.log(a / b);
