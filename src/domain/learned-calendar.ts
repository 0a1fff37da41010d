import { fiveDayWeek, fixedHolidays, type ProductionCalendar, russianCalendar } from './calendar.ts';
import { divide, fixed } from './decimal.ts';
import { addDays, weekday } from './iso-date.ts';
import type { Decimal, IsoDate } from './units.ts';

/** How many dates of a kind there were, and on how many of them something was shipped. */
export interface DayShare {
  readonly dates: number;
  readonly shipped: number;
  /** shipped ÷ dates with four decimals; null without dates. */
  readonly share: Decimal | null;
}

/** What the days with shipments show of a calendar. */
export interface LearnedCalendar {
  /** First and last day with shipments. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Monday to Sunday, decreed days off apart. */
  readonly weekdays: readonly DayShare[];
  /** Decreed days off that fall on worked weekdays. */
  readonly daysOff: DayShare;
}

/** A kind of days is worked when at least 60 % of its dates have shipments. */
export const isWorked = ({ dates, shipped }: DayShare): boolean => dates > 0 && shipped * 100 >= dates * 60;

export const workedWeekdays = ({ weekdays }: Pick<LearnedCalendar, 'weekdays'>): readonly number[] =>
  weekdays.flatMap((share, index) => (isWorked(share) ? [index + 1] : []));

/** By decree nobody has to work: a holiday on whatever weekday, or a weekday to which a day off was moved. */
export function isDecreedOff(date: IsoDate, decreed: ProductionCalendar = russianCalendar): boolean {
  const day = date.slice(5);
  const { daysOff } = decreed[Number(date.slice(0, 4))] ?? fixedHolidays;
  return fixedHolidays.daysOff.includes(day) || daysOff.includes(day);
}

/**
 * Learns from the days with shipments. `isKnown` is false for days of which it is not known whether anything was shipped
 * on them. null: some weekday came less than twice, which shows nothing.
 */
export function learnCalendar(
  shipped: ReadonlySet<IsoDate>,
  isKnown: (date: IsoDate) => boolean = () => true,
): LearnedCalendar | null {
  const days = [...shipped].filter(isKnown).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return null;
  const ordinary = fiveDayWeek.concat(6, 7).map(() => ({ dates: 0, shipped: 0 }));
  const off: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const tally = ordinary[weekday(date) - 1];
    if (!isKnown(date) || tally === undefined) continue;
    if (isDecreedOff(date)) off.push(date);
    else {
      tally.dates += 1;
      tally.shipped += shipped.has(date) ? 1 : 0;
    }
  }
  if (ordinary.some(({ dates }) => dates < 2)) return null;
  const weekdays = ordinary.map(withShare);
  const worked = workedWeekdays({ weekdays });
  const offWorked = off.filter((date) => worked.includes(weekday(date)));
  const daysOff = { dates: offWorked.length, shipped: offWorked.filter((date) => shipped.has(date)).length };
  return { from, to, weekdays, daysOff: withShare(daysOff) };
}

function withShare({ dates, shipped }: Omit<DayShare, 'share'>): DayShare {
  const share = divide(`${shipped}`, `${dates}`);
  return { dates, shipped, share: share === null ? null : fixed(share, 4) };
}
