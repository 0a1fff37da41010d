import { lastDayOfMonth } from '../../domain/iso-date.ts';
import { type Period, previousPeriod } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import { type DataVersion, monthNumber } from '../ledger/data-version.ts';

/**
 * Throws `finerThanMonth` when the period, or the one before that it is compared with, cuts a month of which only the
 * total is known (counting rules, §1).
 */
export function refuseFinerThanMonth(period: Period, version: DataVersion): void {
  for (const span of [period, previousPeriod(period)]) {
    const cut: number[] = [];
    if (!span.from.endsWith('-01')) cut.push(monthNumber(span.from));
    if (span.to !== lastDayOfMonth(span.to)) cut.push(monthNumber(span.to));
    const month = cut.find((ym) => version.monthTotals.includes(ym));
    if (month !== undefined)
      throw new Refusal({
        code: 'finerThanMonth',
        params: {
          period: span.label,
          month: `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`,
        },
      });
  }
}
