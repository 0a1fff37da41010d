import { workingDates } from '../../domain/calendar.ts';
import { addDays, daysBetween } from '../../domain/iso-date.ts';
import type { Period } from '../../domain/period.ts';
import type { IsoDate } from '../../domain/units.ts';
import { workingYears } from '../../domain/working-year.ts';
import type { Stores } from '../../stores/stores.ts';
import { type DataVersion, monthNumber } from '../ledger/data-version.ts';
import { shipmentDays } from './shipment-days.ts';
import { branches } from './stated-calendars.ts';
import { evidenceOf } from './working-calendar.ts';

/** Days of a branch of which nothing was loaded, within a period and between its first and the last loaded day. */
export interface BranchGaps {
  /** Id of the branch; 0: the whole company, whose code and name are empty. */
  readonly branch: number;
  readonly code: string;
  readonly name: string;
  /** First and last day with shipments, of all data. */
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** Days from the last one to the last loaded day of the company. */
  readonly behind: number | null;
  /** Working days of the period that were looked at. */
  readonly workingDays: number;
  /** Those of them without shipments, in order. */
  readonly missing: readonly IsoDate[];
  /** Stretches of more than a week without shipments, both ends included; `days` are calendar days. */
  readonly pauses: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly days: number }[];
}

const week = 7;

/**
 * Of the company and of each branch. Months known as totals are left out: nobody knows on which of their days something
 * was shipped.
 */
export async function dataGaps(
  stores: Pick<Stores, 'records' | 'warehouse'>,
  version: DataVersion,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<BranchGaps[]> {
  const [shipped, known] = await Promise.all([shipmentDays(stores.warehouse, version), branches(stores)]);
  const evidence = await evidenceOf(stores, version, shipped);
  const isKnown = (date: IsoDate): boolean => !version.monthTotals.includes(monthNumber(date));
  return [{ id: 0, code: '', name: '' }, ...known].map(({ id, code, name }) => {
    const own = id === 0 ? [...shipped.values()].flat() : (shipped.get(id) ?? []);
    const days = [...new Set(own)].sort();
    const [firstDay = null] = days;
    const lastDay = days.at(-1) ?? null;
    const { asOf } = version;
    const common = { branch: id, code, name, firstDay, lastDay };
    if (firstDay === null || lastDay === null || asOf === null)
      return { ...common, behind: null, workingDays: 0, missing: [], pauses: [] };
    const span = { from: from > firstDay ? from : firstDay, to: to < asOf ? to : asOf };
    const worked = workingDates(span.from, span.to, workingYears(evidence(id), span.from, span.to)).filter(
      isKnown,
    );
    const has = new Set(days);
    return {
      ...common,
      behind: daysBetween(lastDay, asOf),
      workingDays: worked.length,
      missing: worked.filter((date) => !has.has(date)),
      pauses: pausesOf(days, span, asOf, isKnown),
    };
  });
}

/** Stretches that touch the span; one that no later shipment ends goes on to the last loaded day. */
function pausesOf(
  days: readonly IsoDate[],
  span: { readonly from: IsoDate; readonly to: IsoDate },
  asOf: IsoDate,
  isKnown: (date: IsoDate) => boolean,
): BranchGaps['pauses'] {
  const ends = [...days, addDays(asOf, 1)];
  return days.flatMap((day, index) => {
    const [first, last] = [addDays(day, 1), addDays(ends[index + 1] ?? day, -1)];
    const length = daysBetween(first, last) + 1;
    if (length <= week || last < span.from || first > span.to) return [];
    for (let date = first; date <= last; date = addDays(date, 1)) if (!isKnown(date)) return [];
    return [{ from: first, to: last, days: length }];
  });
}
