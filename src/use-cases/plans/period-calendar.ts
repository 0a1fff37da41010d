import { type CalendarGrain, calendarPeriod, type Period, previousPeriod } from '../../domain/period.ts';
import { plannedPeriod } from '../../domain/plan-period.ts';
import type { IsoDate } from '../../domain/units.ts';
import { workingDatesByBranch } from '../../services/calendar/working-calendar.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { companyOf } from './read-plan.ts';

/** Working days of the branch of a member, else of the company. */
export interface PeriodCalendar {
  /** 0: the company. */
  readonly branch: number;
  /** Of the period, in order, and how many of them have passed: those up to the last loaded day. */
  readonly days: readonly IsoDate[];
  readonly passed: number;
  /** Of the periods of its length before it, by label (`2026-10`). */
  readonly before: ReadonlyMap<string, readonly IsoDate[]>;
}

/** Periods that a forecast looks at: each of the last twelve months is foreseen from the twelve before it. */
export const periodsBefore: Readonly<Record<CalendarGrain, number>> = {
  ...{ month: 24, quarter: 16, halfYear: 10, year: 8 },
};

/** From which day on a forecast looks back. */
export function lookingBack(label: string): IsoDate {
  let first: Period = plannedPeriod(label);
  for (let back = periodsBefore[plannedPeriod(label).grain]; back > 0; back--) first = previousPeriod(first);
  return first.from;
}

/** Whether a month (`2026-11`) is known whole: files often begin with the first working day of one. */
export const isKnownWhole = (historySince: IsoDate | null, month: string): boolean =>
  historySince !== null &&
  (month > historySince.slice(0, 7) || (month === historySince.slice(0, 7) && historySince.slice(8) <= '03'));

export async function periodCalendars(
  desk: Desk,
  period: string,
): Promise<(member: number) => PeriodCalendar> {
  const version = await currentVersion(desk.stores.records);
  const { grain, to } = plannedPeriod(period);
  const dates = await workingDatesByBranch(desk.stores, version, { from: lookingBack(period), to });
  const { organisation } = await companyOf(desk);
  const branchOf = new Map(
    organisation.members.map(({ id, kind, above }) => [id, kind === 'branch' ? id : above.branch]),
  );
  const calendars = new Map(
    [...dates].map(([branch, all]) => {
      const ofMonths = Map.groupBy(all, (day) => day.slice(0, 7));
      const before = new Map<string, IsoDate[]>();
      for (const [month, some] of ofMonths) {
        const { label } = calendarPeriod(grain, month);
        before.set(label, [...(before.get(label) ?? []), ...some]);
      }
      const days = before.get(period) ?? [];
      before.delete(period);
      const passed = days.filter((day) => version.asOf !== null && day <= version.asOf).length;
      return [branch, { branch, days, passed, before }] as const;
    }),
  );
  const none: PeriodCalendar = { branch: 0, days: [], passed: 0, before: new Map() };
  const company = calendars.get(0) ?? none;
  return (member) => calendars.get(branchOf.get(member) ?? 0) ?? company;
}
