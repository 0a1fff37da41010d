import { addMonths, lastDayOfMonth } from '../../domain/iso-date.ts';
import type { IsoDate } from '../../domain/units.ts';
import { workingDatesByBranch } from '../../services/calendar/working-calendar.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { companyOf } from './read-plan.ts';

/** Working days of the branch of a member, else of the company. */
export interface MonthCalendar {
  /** 0: the company. */
  readonly branch: number;
  /** Of the month, in order, and how many of them have passed: those up to the last loaded day. */
  readonly days: readonly IsoDate[];
  readonly passed: number;
  /** Of the months before it, by month (`2026-10`). */
  readonly before: ReadonlyMap<string, readonly IsoDate[]>;
}

/** Months that a forecast looks at: each of the last twelve is foreseen from the twelve before it. */
export const monthsBefore = 24;

export async function monthCalendars(desk: Desk, month: string): Promise<(member: number) => MonthCalendar> {
  const version = await currentVersion(desk.stores.records);
  const first = addMonths(`${month}-01`, -monthsBefore);
  const span = { from: first, to: lastDayOfMonth(`${month}-01`) };
  const dates = await workingDatesByBranch(desk.stores, version, span);
  const { organisation } = await companyOf(desk);
  const branchOf = new Map(
    organisation.members.map(({ id, kind, above }) => [id, kind === 'branch' ? id : above.branch]),
  );
  const calendars = new Map(
    [...dates].map(([branch, all]) => {
      const before = Map.groupBy(all, (day) => day.slice(0, 7));
      const days = before.get(month) ?? [];
      before.delete(month);
      const passed = days.filter((day) => version.asOf !== null && day <= version.asOf).length;
      return [branch, { branch, days, passed, before }] as const;
    }),
  );
  const none: MonthCalendar = { branch: 0, days: [], passed: 0, before: new Map() };
  const company = calendars.get(0) ?? none;
  return (member) => calendars.get(branchOf.get(member) ?? 0) ?? company;
}
