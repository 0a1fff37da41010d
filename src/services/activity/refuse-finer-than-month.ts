import { lastDayOfMonth } from '../../domain/iso-date.ts';
import type { Period } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import { type DataVersion, monthNumber } from '../ledger/data-version.ts';

/** Throws `finerThanMonth` when the period cuts a month of which only the total is known (counting rules, §1). */
export function refuseFinerThanMonth(period: Period, version: DataVersion): void {
  const cut: number[] = [];
  if (!period.from.endsWith('-01')) cut.push(monthNumber(period.from));
  if (period.to !== lastDayOfMonth(period.to)) cut.push(monthNumber(period.to));
  const month = cut.find((ym) => version.monthTotals.includes(ym));
  if (month !== undefined)
    throw new Refusal({
      code: 'finerThanMonth',
      params: { period: period.label, month: `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}` },
    });
}
