import type { Method } from '../../src/domain/method.ts';
import type { Figures } from '../../src/services/activity/report.ts';
import type { Answer, SetName } from '../oracle/terms.ts';

export const countUnit = { client: 'client', entity: 'legalEntity', point: 'deliveryPoint' } as const;

/** What the oracle knows, written as the product writes it. */
export function asFigures(
  found: Answer,
  organisation: boolean,
  { totalBase }: Pick<Method, 'totalBase'> = { totalBase: 'assigned' },
  /** Asked of tables only. */
  workingBase = false,
): Figures & { readonly workingBase?: number } {
  const { sets, sales, salesExVat, documents, skuPairs, prospectsKnown } = found;
  const size = (name: SetName): number => sets[name].size;
  const over = (dividend: number | null, divisor: number | null, places: number): string | null =>
    dividend === null || divisor === null ? null : ratio(dividend, divisor, places);
  const money = (value: number | null): string | null => over(value, 10_000, 2);
  return {
    activeBase: size('active'),
    totalBase: size('totalBase'),
    ...(workingBase && { workingBase: size('workingBase') }),
    inactive: size('inactive'),
    ...(totalBase === 'assigned' && { outsideAssignment: size('outsideAssignment') }),
    prospects: prospectsKnown ? size('prospects') : null,
    coverage: over(found.activeInBase, size('totalBase'), 4),
    new: size('new'),
    retained: size('retained'),
    reactivated: size('reactivated'),
    lost: size('lost'),
    ...(organisation && { transferredIn: size('transferredIn'), transferredOut: size('transferredOut') }),
    sales: money(sales),
    salesExVat: money(salesExVat),
    documents,
    avgCheck: over(sales, documents === null ? null : documents * 10_000, 2),
    avgPerClient: over(sales, size('active') * 10_000, 2),
    frequency: over(documents, size('active'), 4),
    skuPairs,
    avgSkuPerClient: over(skuPairs, size('active'), 4),
  };
}

/** `dividend / divisor` half-up (away from zero) with exactly `places` decimals; null when the divisor is 0. */
function ratio(dividend: number, divisor: number, places: number): string | null {
  if (divisor === 0) return null;
  const scaled = BigInt(dividend) * 10n ** BigInt(places) * 2n;
  const d = BigInt(divisor);
  const size = ((scaled < 0n ? -scaled : scaled) / (d < 0n ? -d : d) + 1n) / 2n;
  const digits = size.toString().padStart(places + 1, '0');
  const negative = size !== 0n && scaled < 0n !== d < 0n;
  return `${negative ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
