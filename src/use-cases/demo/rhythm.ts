import { type DemoCalendar, workingDayFrom } from './calendar.ts';
import { at, below, gamma3, type Random } from './random.ts';
import type { DeliveryPoint, PurchaseRhythm, Register } from './register.ts';

/** Who buys on which day. Days are asked in order, each once and to its end. */
export interface Rhythm {
  visits(day: number): Iterable<DeliveryPoint>;
}

const none = -1;
const pauseShare = 0.02;
const routeShare = 0.65;
const peakShare = 0.25;
const peakDays = 5;
const yearSeason = [0.86, 0.93, 1.01, 1, 0.96, 0.98, 0.97, 0.99, 1.02, 1.04, 1.05, 1.2];

/**
 * Every point buys in a rhythm of its own (gamma distributed gaps, shorter in the season, drawn to the day of the
 * rep's route), pauses for months now and then, and one day stops. Nothing else draws from `random`: two rhythms of
 * one seed are the same, which is how the documents are counted before they are written. `monthEndPeaks`: a part of the
 * orders waits for the last days of its month.
 */
export function createRhythm(
  register: Register,
  calendar: DemoCalendar,
  random: Random,
  monthEndPeaks = false,
): Rhythm {
  // Lists of points by day, linked through `following`: a point waits for one day at a time.
  const firstOf = new Int32Array(calendar.days).fill(none);
  const following = new Int32Array(register.pointCount).fill(none);
  const schedule = ({ index, entity }: DeliveryPoint, day: number) => {
    const workingDay = workingDayFrom(calendar, day, entity.city.branch.saturdays);
    if (workingDay >= calendar.days) return;
    following[index] = at(firstOf, workingDay);
    firstOf[workingDay] = index;
  };
  for (let index = 0; index < register.pointCount; index++) {
    const point = register.point(index);
    if (point.rhythm !== null) schedule(point, point.rhythm.firstDay);
  }

  const nextVisit = (day: number, { interval, routeDay }: PurchaseRhythm): number => {
    const gap = (interval * gamma3(random)) / at(yearSeason, at(calendar.monthOfYear, day));
    const pause = random() < pauseShare ? 60 + below(random, 200) : 0;
    const next = day + Math.max(1, Math.round(gap)) + pause;
    if (next >= calendar.days) return next;
    if (monthEndPeaks && random() < peakShare)
      return Math.max(
        next,
        at(calendar.monthStarts, at(calendar.month, next) + 1) - 1 - below(random, peakDays),
      );
    if (random() >= routeShare) return next;
    return Math.max(day + 1, next + ((routeDay - at(calendar.weekday, next) + 10) % 7) - 3);
  };

  return {
    *visits(day) {
      let index = at(firstOf, day);
      while (index !== none) {
        const next = at(following, index);
        const point = register.point(index);
        if (point.rhythm !== null && random() >= point.rhythm.churn)
          schedule(point, nextVisit(day, point.rhythm));
        yield point;
        index = next;
      }
    },
  };
}
