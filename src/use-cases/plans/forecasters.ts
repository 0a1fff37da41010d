import { type Forecaster, forecaster } from '../../domain/forecast/forecast.ts';
import type { MonthPath } from '../../domain/forecast/month-path.ts';
import { isJudged } from '../../domain/method.ts';
import type { PlanMetric } from '../../domain/plan.ts';
import {
  type BaseOwner,
  type DailyBase,
  type DailyBases,
  dailyBases,
} from '../../services/activity/daily-bases.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import { currentVersion, type DataVersion, monthNumber } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { breather } from '../../stores/breathe.ts';
import { type MonthCalendar, monthsBefore } from './month-calendar.ts';
import type { Asked } from './month-figures.ts';

/** Numbers of customers, who come fewer and fewer as the month goes on. */
export const saturating = ['activeBase', 'new'] as const satisfies readonly PlanMetric[];
export const isSaturating = (metric: string): metric is (typeof saturating)[number] =>
  saturating.some((one) => one === metric);

export interface Foreseen {
  readonly forecaster: Forecaster;
  /** What is possible: whoever has ever bought, and the new customers of a usual month; infinite where nobody knows. */
  readonly most: number;
}

/** Of everybody that numbers of customers are asked of, out of one statement for each choice of goods. */
export async function forecasters(
  desk: Desk,
  month: string,
  asked: readonly Asked[],
  calendarOf: (member: number) => MonthCalendar,
): Promise<(one: Asked) => Foreseen> {
  const { warehouse, records } = desk.stores;
  const { scope } = desk.viewer;
  const version = await currentVersion(records);
  const method = await methodAsked(desk.stores, { id: 'main' });
  const months = isJudged(method) ? [] : knownMonths(version, month);
  const bases = new Map<string, DailyBases>();
  const wanted = asked.filter(({ metric }) => isSaturating(metric));
  for (const [of, some] of Map.groupBy(wanted, ({ product }) => product?.dimension ?? '')) {
    const [first] = some;
    const members = [...new Set(some.flatMap(({ product }) => product?.member ?? []))].sort();
    const goods = first?.product ? { dimension: first.product.dimension, members } : null;
    bases.set(of, await dailyBases(warehouse, { version, method, scope, months, goods }));
  }
  const foreseenOf = ({ level, member, metric, product }: Asked): Foreseen => {
    const calendar = calendarOf(member);
    const owner = { level, member, product: product?.member ?? '' };
    const daily = bases.get(product?.dimension ?? '');
    const all = daily?.of(owner) ?? [];
    const known = daily?.known(method.attribution === 'assigned' ? whole(owner) : owner) ?? 0;
    const make = (): Foreseen => ({
      forecaster: forecaster(
        pathsOf(all, calendar, metric === 'new' ? 'fresh' : 'active'),
        { month, days: calendar.days },
        isJudged(method) ? 'thresholds' : null,
      ),
      most: metric === 'activeBase' && all.length > 0 ? known + usualNew(all) : Number.POSITIVE_INFINITY,
    });
    return daily === undefined ? make() : once(daily, [owner, metric, month, daysKey(calendar)], make);
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

const usualNew = (months: readonly DailyBase[]): number =>
  months.slice(-12).reduce((sum, { fresh }, _, { length }) => sum + (fresh[30] ?? 0) / length, 0);

/** Months before one that are known by days from their first one on, `YYYYMM`. */
function knownMonths({ months, monthTotals, historySince }: DataVersion, month: string): number[] {
  const until = monthNumber(`${month}-01`);
  const first = Math.floor(until / 100) * 12 + (until % 100) - monthsBefore;
  return Object.keys(months)
    .map(Number)
    .filter((ym) => {
      const isWhole =
        historySince === null || ym > monthNumber(historySince) || historySince.slice(8) <= '03';
      const isLate = Math.floor(ym / 100) * 12 + (ym % 100) >= first;
      return ym < until && isLate && isWhole && !monthTotals.includes(ym);
    })
    .sort((a, b) => a - b);
}

function pathsOf(
  months: readonly DailyBase[],
  { before }: MonthCalendar,
  which: 'active' | 'fresh',
): MonthPath[] {
  return months.flatMap(({ ym, [which]: byDay }) => {
    const month = `${Math.floor(ym / 100)}-${String(ym % 100).padStart(2, '0')}`;
    const days = before.get(month) ?? [];
    const reached = days.map((day, at) => byDay[at === days.length - 1 ? 30 : Number(day.slice(8)) - 1] ?? 0);
    return days.length === 0 ? [] : [{ month, days, reached }];
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
const keys = new WeakMap<MonthCalendar, string>();
function daysKey(calendar: MonthCalendar): string {
  const known = keys.get(calendar);
  if (known !== undefined) return known;
  const { days, before } = calendar;
  const bits = [...before.values(), days].map((all) =>
    all.reduce((sum, day) => sum + 2 ** Number(day.slice(8)), 0).toString(36),
  );
  const key = bits.join(' ');
  keys.set(calendar, key);
  return key;
}
