import { type Forecaster, forecaster } from '../../domain/forecast/forecast.ts';
import { finalOf, type PeriodPath } from '../../domain/forecast/period-path.ts';
import { isJudged } from '../../domain/method.ts';
import { calendarPeriod } from '../../domain/period.ts';
import type { PlanMetric } from '../../domain/plan.ts';
import { periodsWithin, planGrain, plannedPeriod } from '../../domain/plan-period.ts';
import {
  type BaseOwner,
  type DailyBase,
  type DailyBases,
  dailyBases,
} from '../../services/activity/daily-bases.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import {
  currentVersion,
  type DataVersion,
  monthNumber,
  monthText,
} from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { breather } from '../../stores/breathe.ts';
import { isKnownWhole, lookingBack, type PeriodCalendar } from './period-calendar.ts';
import type { Asked } from './period-figures.ts';

/** Numbers of customers, who come fewer and fewer as a period goes on. */
export const saturating = ['activeBase', 'new'] as const satisfies readonly PlanMetric[];
export const isSaturating = (metric: string): metric is (typeof saturating)[number] =>
  saturating.some((one) => one === metric);

export interface Foreseen {
  readonly forecaster: Forecaster;
  /** What is possible: whoever has ever bought, and the new customers of a usual period; infinite where nobody knows. */
  readonly most: number;
}

/** Of everybody that numbers of customers are asked of, out of one statement for each choice of goods. */
export async function forecasters(
  desk: Desk,
  period: string,
  asked: readonly Asked[],
  calendarOf: (member: number) => PeriodCalendar,
): Promise<(one: Asked) => Foreseen> {
  const { warehouse, records } = desk.stores;
  const { scope } = desk.viewer;
  const version = await currentVersion(records);
  const method = await methodAsked(desk.stores, { id: 'main' });
  const months = isJudged(method) ? [] : knownMonths(version, period);
  const grain = planGrain(period);
  const bases = new Map<string, DailyBases>();
  const wanted = asked.filter(({ metric }) => isSaturating(metric));
  for (const [of, some] of Map.groupBy(wanted, ({ product }) => product?.dimension ?? '')) {
    const [first] = some;
    const members = [...new Set(some.flatMap(({ product }) => product?.member ?? []))].sort();
    const goods = first?.product ? { dimension: first.product.dimension, members } : null;
    bases.set(of, await dailyBases(warehouse, { version, method, scope, months, grain, goods }));
  }
  const foreseenOf = ({ level, member, metric, product }: Asked): Foreseen => {
    const calendar = calendarOf(member);
    const owner = { level, member, product: product?.member ?? '' };
    const daily = bases.get(product?.dimension ?? '');
    const all = daily?.of(owner) ?? [];
    const known = daily?.known(method.attribution === 'assigned' ? whole(owner) : owner) ?? 0;
    const make = (): Foreseen => {
      const fresh = pathsOf(all, calendar, 'fresh');
      const paths = metric === 'new' ? fresh : pathsOf(all, calendar, 'active');
      return {
        forecaster: forecaster(
          paths,
          { period, days: calendar.days },
          {
            blind: isJudged(method) ? 'thresholds' : null,
            // Whoever comes every month is one customer of the quarter: a straight line would count him three times.
            straight: metric === 'new' || grain === 'month',
          },
        ),
        most: metric === 'activeBase' && all.length > 0 ? known + usualNew(fresh) : Number.POSITIVE_INFINITY,
      };
    };
    return daily === undefined ? make() : once(daily, [owner, metric, period, daysKey(calendar)], make);
  };
  // What many are learnt from takes a while: others are served meanwhile.
  const breathe = breather();
  for (const one of wanted) {
    foreseenOf(one);
    await breathe();
  }
  return foreseenOf;
}

/** Of assigned customers only all together are counted. */
const whole = (owner: BaseOwner): BaseOwner => ({ ...owner, level: 'company', member: 0 });

const usualNew = (paths: readonly PeriodPath[]): number =>
  paths.slice(-12).reduce((sum, path, _, { length }) => sum + finalOf(path) / length, 0);

/** Months of the periods before one that are known by days from the first one on, `YYYYMM`. */
function knownMonths({ months, monthTotals, historySince }: DataVersion, period: string): number[] {
  const [since, until] = [lookingBack(period), plannedPeriod(period).from].map(monthNumber);
  const isKnown = (month: string): boolean => {
    const ym = Number(month.replace('-', ''));
    const isLoaded = months[ym] !== undefined && !monthTotals.includes(ym);
    return isLoaded && (historySince === null || isKnownWhole(historySince, month));
  };
  const grain = planGrain(period);
  return Object.keys(months)
    .map(Number)
    .filter((ym) => {
      if (ym < (since ?? 0) || ym >= (until ?? 0)) return false;
      const { label } = calendarPeriod(grain, monthText(ym));
      return monthsOfPeriod(label).every(isKnown);
    })
    .sort((a, b) => a - b);
}

/** Asked for everybody who is planned. */
const monthsOfPeriods = new Map<string, readonly string[]>();
function monthsOfPeriod(label: string): readonly string[] {
  const known = monthsOfPeriods.get(label) ?? periodsWithin(label, 'month');
  monthsOfPeriods.set(label, known);
  return known;
}

/** What each period had reached by its days: what its months had, one after the other. */
function pathsOf(
  months: readonly DailyBase[],
  { before }: PeriodCalendar,
  which: 'active' | 'fresh',
): PeriodPath[] {
  const byMonth = new Map(months.map((one) => [monthText(one.ym), one[which]]));
  return [...before].flatMap(([period, days]) => {
    const within = monthsOfPeriod(period);
    if (days.length === 0 || !within.some((month) => byMonth.has(month))) return [];
    const reachedBefore = new Map<string, number>();
    let sum = 0;
    for (const month of within) {
      reachedBefore.set(month, sum);
      sum += byMonth.get(month)?.[30] ?? 0;
    }
    const reached = days.map((day, at) => {
      if (at === days.length - 1) return sum;
      const month = day.slice(0, 7);
      return (reachedBefore.get(month) ?? 0) + (byMonth.get(month)?.[Number(day.slice(8)) - 1] ?? 0);
    });
    return [{ period, days, reached }];
  });
}

/** What was learnt from an answer is kept as long as the answer itself. */
const learnt = new WeakMap<DailyBases, Map<string, Foreseen>>();

function once(daily: DailyBases, about: readonly unknown[], make: () => Foreseen): Foreseen {
  const known = learnt.get(daily) ?? new Map<string, Foreseen>();
  learnt.set(daily, known);
  const key = JSON.stringify(about);
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** Calendars are stated by hand, whatever the data are. */
const keys = new WeakMap<PeriodCalendar, string>();
function daysKey(calendar: PeriodCalendar): string {
  const known = keys.get(calendar);
  if (known !== undefined) return known;
  const { days, before } = calendar;
  const bits = new Map<string, number>();
  for (const day of [...before.values(), days].flat())
    bits.set(day.slice(0, 7), (bits.get(day.slice(0, 7)) ?? 0) + 2 ** Number(day.slice(8)));
  const key = [...bits].map(([month, days]) => `${month} ${days.toString(36)}`).join(' ');
  keys.set(calendar, key);
  return key;
}
