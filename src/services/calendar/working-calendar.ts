import { workingDates } from '../../domain/calendar.ts';
import { type LearnedCalendar, learnCalendar } from '../../domain/learned-calendar.ts';
import type { Period } from '../../domain/period.ts';
import type { IsoDate } from '../../domain/units.ts';
import {
  type CalendarEvidence,
  type CalendarSource,
  type WorkingYear,
  workingYears,
} from '../../domain/working-year.ts';
import type { Stores } from '../../stores/stores.ts';
import { type DataVersion, monthNumber } from '../ledger/data-version.ts';
import { shipmentDays } from './shipment-days.ts';
import { branches, type CalendarPlace, requireBranch, statedCalendars } from './stated-calendars.ts';

/** One year of the working days of a branch, with what its shipments show. */
export interface WorkingCalendar extends CalendarPlace, WorkingYear {
  /** Working days of January to December. */
  readonly months: readonly number[];
  /** null: too few days with shipments, or none. */
  readonly learned: LearnedCalendar | null;
}

/** The working days of a branch in a period. */
export interface BranchWorkingDays {
  /** Id of the branch; 0: the whole company, whose code and name are empty. */
  readonly branch: number;
  readonly code: string;
  readonly name: string;
  readonly days: number;
  /** Those up to the last loaded day. */
  readonly passed: number;
  readonly sources: readonly CalendarSource[];
}

type Evidence = (branch: number) => readonly CalendarEvidence[];

/** What days with shipments show; the days are remembered, and so is this. */
const learned = new WeakMap<ReadonlyMap<number, readonly IsoDate[]>, Map<number, LearnedCalendar | null>>();

/** What is known of a branch, and behind it of the company. */
export async function calendarEvidence(
  stores: Pick<Stores, 'records' | 'warehouse'>,
  version: DataVersion,
): Promise<Evidence> {
  return await evidenceOf(stores, version, await shipmentDays(stores.warehouse, version));
}

/** The same, of days with shipments that are known already. */
export async function evidenceOf(
  stores: Pick<Stores, 'records'>,
  version: DataVersion,
  shipped: ReadonlyMap<number, readonly IsoDate[]>,
): Promise<Evidence> {
  const stated = await statedCalendars(stores);
  // Of a month known as a total only nobody knows on which days something was shipped.
  const isKnown = (date: IsoDate): boolean => !version.monthTotals.includes(monthNumber(date));
  const learnedOf = (branch: number): LearnedCalendar | null => {
    const known = learned.get(shipped) ?? new Map<number, LearnedCalendar | null>();
    learned.set(shipped, known);
    const found = known.get(branch);
    if (found !== undefined) return found;
    const days = branch === 0 ? [...shipped.values()].flat() : (shipped.get(branch) ?? []);
    const fresh = learnCalendar(new Set(days), isKnown);
    known.set(branch, fresh);
    return fresh;
  };
  const evidence = (branch: number): CalendarEvidence => ({
    stated: stated.get(branch) ?? {},
    learned: learnedOf(branch),
  });
  const company = evidence(0);
  return (branch) => (branch === 0 ? [company] : [evidence(branch), company]);
}

/** @throws Refusal `branchUnknown` */
export async function workingCalendar(
  stores: Pick<Stores, 'records' | 'warehouse'>,
  version: DataVersion,
  { branch, year }: CalendarPlace,
): Promise<WorkingCalendar> {
  await requireBranch(stores, branch);
  const evidence = (await calendarEvidence(stores, version))(branch);
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const years = workingYears(evidence, from, to);
  const months = Array.from({ length: 12 }, () => 0);
  for (const date of workingDates(from, to, years)) {
    const month = Number(date.slice(5, 7)) - 1;
    months[month] = (months[month] ?? 0) + 1;
  }
  const { [year]: whole } = years;
  if (whole === undefined) throw new Error('a span touches the year of its first day');
  return { branch, year, ...whole, months, learned: evidence[0]?.learned ?? null };
}

/** Of the company and of each of its branches. */
export async function workingDaysByBranch(
  stores: Pick<Stores, 'records' | 'warehouse'>,
  version: DataVersion,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<BranchWorkingDays[]> {
  const evidence = await calendarEvidence(stores, version);
  const places = [{ id: 0, code: '', name: '' }, ...(await branches(stores))];
  return places.map(({ id, code, name }) => {
    const years = workingYears(evidence(id), from, to);
    const dates = workingDates(from, to, years);
    const passed = dates.filter((date) => version.asOf !== null && date <= version.asOf).length;
    return { branch: id, code, name, days: dates.length, passed, sources: sourcesOf(years) };
  });
}

/**
 * The working days of a period, of each branch and of the company (0). Of months before the last loaded one those are
 * left out on which nobody in the company shipped anything: holidays that no calendar knows.
 */
export async function workingDatesByBranch(
  stores: Pick<Stores, 'records' | 'warehouse'>,
  version: DataVersion,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<ReadonlyMap<number, readonly IsoDate[]>> {
  const shipped = await shipmentDays(stores.warehouse, version);
  const evidence = await evidenceOf(stores, version, shipped);
  const any = new Set([...shipped.values()].flat());
  const isWorked = (date: IsoDate): boolean =>
    any.has(date) || version.asOf === null || monthNumber(date) >= monthNumber(version.asOf);
  const all = [0, ...(await branches(stores)).map(({ id }) => id)];
  return new Map(
    all.map((branch) => [
      branch,
      workingDates(from, to, workingYears(evidence(branch), from, to)).filter(isWorked),
    ]),
  );
}

/** From where the working days of some years are; each source once. */
export const sourcesOf = (years: Readonly<Record<number, WorkingYear>>): readonly CalendarSource[] => [
  ...new Set(Object.values(years).flatMap(({ weekSource, daysSource }) => [weekSource, daysSource])),
];
