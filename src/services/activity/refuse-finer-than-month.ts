import { lastDayOfMonth } from '../../domain/iso-date.ts';
import { type Period, previousPeriod } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { type DataVersion, monthNumber, monthText } from '../ledger/data-version.ts';

/**
 * Throws `finerThanMonth` when the period, or the one before that it is compared with, cuts a month of which only the
 * total is known (counting rules, §1).
 */
export function refuseFinerThanMonth(period: Period, version: DataVersion): void {
  for (const { from, to, label } of [period, previousPeriod(period)])
    refuseCut({ first: from, last: to, label }, version);
}

/** The same for days between which something is asked. */
export function refuseCut(
  { first, last, label }: { readonly first?: IsoDate; readonly last?: IsoDate; readonly label: string },
  { monthTotals }: DataVersion,
): void {
  const cut: number[] = [];
  if (first !== undefined && !first.endsWith('-01')) cut.push(monthNumber(first));
  if (last !== undefined && last !== lastDayOfMonth(last)) cut.push(monthNumber(last));
  const month = cut.find((ym) => monthTotals.includes(ym));
  if (month !== undefined)
    throw new Refusal({
      code: 'finerThanMonth',
      params: { period: label, month: monthText(month) },
    });
}
