import { foresee } from '../../src/domain/customer-forecast/customer-forecast.ts';
import { daysAhead } from '../../src/domain/customer-forecast/month-days.ts';
import { purchasesToCome } from '../../src/domain/customer-forecast/purchases-to-come.ts';
import {
  learnSilences,
  paceOf,
  silenceSteps,
  stepOfDays,
} from '../../src/domain/customer-forecast/silences.ts';
import { addMonths, dayNumber, lastDayOfMonth } from '../../src/domain/iso-date.ts';
import { quarters } from './quality.ts';

/** Of one customer, by day since 1970, in order. */
export interface History {
  /** Days with purchases, and what they brought. */
  readonly days: readonly number[];
  readonly sums: readonly number[];
  /** Money of all lines, returns among them. */
  readonly money: readonly (readonly [number, number])[];
}

const bounds = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01];

/** How well it was foreseen who buys, of those who had not yet bought in the month, and what a month brings. */
export interface CustomerQuality {
  /** Customers times months. */
  readonly asked: number;
  /** Mean foreseen and found shares of those of whom so much was foreseen, by `bounds`. */
  readonly buckets: readonly { readonly asked: number; readonly said: number; readonly bought: number }[];
  readonly brier: number;
  /** By the share of his past months in which he bought, and of those in which he bought after this day. */
  readonly brierByMonths: number;
  readonly brierByRest: number;
  /** Of the sales of all customers together, mean absolute, as a share of them: foreseen, and straight on. */
  readonly money: number;
  readonly moneyStraight: number;
  /** Of reaching his average month: as for buying. */
  readonly plans: CustomerQuality['buckets'];
  readonly plansBrier: number;
}

type Said = readonly [said: number, is: boolean];

export function customerQuality(
  histories: readonly History[],
  months: readonly string[],
  workingDays: readonly string[],
): readonly CustomerQuality[] {
  return quarters.map((quarter) => {
    const buying: { said: number; months: number; rest: number; is: boolean }[] = [];
    const plans: Said[] = [];
    const money: number[] = [];
    const straight: number[] = [];
    for (const month of months) {
      const working = workingDays.filter((day) => day.startsWith(month));
      const passed = Math.max(1, Math.round(quarter * working.length));
      const loaded = working[passed - 1] ?? '';
      const [from, asOf, to] = [`${month}-01`, loaded, lastDayOfMonth(`${month}-01`)].map(dayNumber) as [
        ...[number, number, number],
      ];
      const ahead = daysAhead(month, working, loaded);
      if (ahead === null || ahead === 'tooFar') continue;
      const known = knownOn(histories, asOf);
      let [is, said, fact] = [0, 0, 0];

      for (const { history, ...buyer } of known.customers) {
        const { interval, isOwn, intervals, last, mean, scatter } = buyer;
        const moneyOf = (first: number, final: number): number =>
          history.money.reduce((sum, [day, one]) => (day >= first && day <= final ? sum + one : sum), 0);
        const [sofar, whole] = [moneyOf(from, asOf), moneyOf(from, to)];
        const toCome = purchasesToCome(
          { interval, silence: asOf - last },
          ahead,
          known.silences(paceOf(isOwn, interval, intervals)),
        );
        const cheques = { mean, deviation: mean * Math.sqrt(scatter) };
        const so = { sales: sofar, documents: Number.NaN, toCome, cheques, documentsEach: 1 };
        const sales = foresee('sales', { ...so, fact: sofar });
        is += whole;
        fact += sofar;
        said += sofar + toCome.mean * mean;
        const past = pastMonths(history, month);
        const usual = past.length === 0 ? 0 : moneyOf(dayNumber(`${past[0]}-01`), from - 1) / past.length;
        if (sofar < usual && toCome.mean > 0.01) plans.push([sales.chance(usual), whole >= usual]);
        if (last >= from) continue;
        const bought = (month: string, after: number): boolean => {
          const first = dayNumber(`${month}-01`) + after;
          const final = dayNumber(lastDayOfMonth(`${month}-01`));
          return history.days.some((day) => day >= first && day <= final);
        };
        const share = (after: number): number =>
          past.filter((one) => bought(one, after)).length / Math.max(1, past.length);
        buying.push({
          ...{ said: foresee('activeBase', { ...so, fact: 0 }).chance(100), months: share(0) },
          ...{ rest: share(asOf - from + 1), is: bought(month, asOf - from + 1) },
        });
      }
      money.push(Math.abs(said / is - 1));
      straight.push(Math.abs((fact * working.length) / passed / is - 1));
    }
    const brier = (of: readonly Said[]): number => mean(of.map(([one, is]) => (one - Number(is)) ** 2));
    return {
      asked: buying.length,
      buckets: bucketsOf(buying.map(({ said, is }) => [said, is])),
      brier: brier(buying.map(({ said, is }) => [said, is])),
      brierByMonths: brier(buying.map(({ months: one, is }) => [one, is])),
      brierByRest: brier(buying.map(({ rest, is }) => [rest, is])),
      ...{ money: mean(money), moneyStraight: mean(straight) },
      ...{ plans: bucketsOf(plans), plansBrier: brier(plans) },
    };
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

const bucketsOf = (all: readonly Said[]): CustomerQuality['buckets'] =>
  bounds.slice(0, -1).map((bound, at) => {
    const some = all.filter(([said]) => said >= bound && said < (bounds[at + 1] ?? 0));
    return {
      ...{ asked: some.length, said: mean(some.map(([said]) => said)) },
      bought: mean(some.map(([, is]) => Number(is))),
    };
  });

/** Months from that of the first purchase to the one before. */
function pastMonths({ days: [first = 0] }: History, month: string): string[] {
  const found: string[] = [];
  for (
    let one = addMonths(`${month}-01`, -1);
    dayNumber(lastDayOfMonth(one)) >= first;
    one = addMonths(one, -1)
  )
    found.unshift(one.slice(0, 7));
  return found;
}

/** As the warehouse works it out (`services/rhythm`), of one client type. */
function knownOn(histories: readonly History[], asOf: number) {
  const bought = histories.flatMap((history) => {
    const count = history.days.filter((day) => day <= asOf).length;
    if (count === 0) return [];
    const all = history.days.slice(0, count);
    const gaps = all.slice(1).map((day, at) => day - (all[at] ?? 0));
    const sums = history.sums.slice(Math.max(0, count - 24), count);
    const average = mean(sums);
    const scatter = sums.reduce((sum, one) => sum + (one / average - 1) ** 2, 0) / (sums.length - 1);
    return [{ history, gaps, last: all.at(-1) ?? 0, mean: average, scatter, cheques: sums.length }];
  });
  const regular = bought.filter(({ gaps }) => gaps.length >= 3);
  const usual = median(regular.map(({ gaps }) => median(gaps)));
  const usualScatter = mean(regular.map(({ scatter }) => scatter));
  const counts = new Map<number, { ended: number[]; open: number[] }>();
  const count = (intervals: number, interval: number, days: number, which: 'ended' | 'open'): void => {
    const pace = paceOf(intervals >= 3, interval, intervals);
    const zero = () => Array.from({ length: silenceSteps }, () => 0);
    const known = counts.get(pace) ?? { ended: zero(), open: zero() };
    counts.set(pace, known);
    const step = stepOfDays(days, interval);
    known[which][step] = (known[which][step] ?? 0) + 1;
  };
  const customers = bought.map(({ gaps, scatter, cheques, ...one }) => {
    const isOwn = gaps.length >= 3;
    const interval = isOwn ? median(gaps) : usual;
    const recent = gaps.slice(-23);
    for (const [at, gap] of recent.entries())
      count(at, at >= 3 ? median(recent.slice(0, at)) : usual, gap, 'ended');
    count(recent.length, interval, asOf - one.last, 'open');
    const own = cheques > 1 ? scatter * (cheques - 1) : 0;
    return {
      ...one,
      isOwn,
      interval,
      intervals: recent.length,
      scatter: (own + 4 * usualScatter) / (cheques + 3),
    };
  });
  return { customers, silences: learnSilences(counts) };
}

/** A half is rounded up. */
function median(values: readonly number[]): number {
  const all = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [all[(all.length - 1) >> 1], all[all.length >> 1]];
  return Math.ceil((low + high) / 2);
}
