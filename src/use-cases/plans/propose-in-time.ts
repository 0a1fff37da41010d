import { compare } from '../../domain/decimal.ts';
import { type PlanBase, type PlanMetric, shareOut } from '../../domain/plan.ts';
import {
  periodsAround,
  periodsWithin,
  planGrain,
  plannedPeriod,
  yearBefore,
} from '../../domain/plan-period.ts';
import type { Decimal } from '../../domain/units.ts';
import { workingDatesByBranch } from '../../services/calendar/working-calendar.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { isKnownWhole } from './period-calendar.ts';
import { type Asked, type FigureOf, periodFigures } from './period-figures.ts';
import { plannedIn, plannedWithin } from './plans-in-time.ts';

interface Question {
  readonly period: string;
  readonly metric: PlanMetric;
  readonly base: PlanBase;
}

/** Of metrics that add up over time: from what shorter periods are planned, or from a longer one. */
export async function basesInTime(
  desk: Desk,
  question: Question,
  asked: readonly Asked[],
): Promise<(member: number) => Decimal | null> {
  return question.base === 'shorter'
    ? await sumOfShorter(desk, question, asked)
    : await shareOfLonger(desk, question, asked);
}

/** Only where all of them are planned: a part of them says nothing of the whole. */
async function sumOfShorter(desk: Desk, { period }: Question, asked: readonly Asked[]) {
  const within = await plannedWithin(
    desk,
    period,
    asked.map((one) => ({ ...one, value: '0' })),
  );
  const whole = within.filter(({ planned, of }) => planned === of);
  return (member: number) => whole.find(({ target }) => target.member === member)?.sum ?? null;
}

/**
 * Of the shortest longer period that is planned, shared out among the periods within it by what each of them had a year ago,
 * or by their working days where that is not known: shares of all of them add up to it.
 */
async function shareOfLonger(desk: Desk, { period, metric }: Question, asked: readonly Asked[]) {
  const around = periodsAround(period);
  const valueIn = await plannedIn(desk, around);
  const found = new Map<number, Decimal>();
  for (const longer of around) {
    const some = asked.filter((one) => !found.has(one.member) && valueIn(longer, one) !== null);
    if (some.length === 0) continue;
    const siblings = periodsWithin(longer, planGrain(period));
    const weightsOf = await weights(desk, longer, siblings, some);
    for (const one of some) {
      const shares = shareOut(metric, valueIn(longer, one) ?? '0', weightsOf(one));
      found.set(one.member, shares[siblings.indexOf(period)] ?? '0');
    }
  }
  return (member: number) => found.get(member) ?? null;
}

async function weights(desk: Desk, longer: string, siblings: readonly string[], asked: readonly Asked[]) {
  const version = await currentVersion(desk.stores.records);
  const days = (await workingDatesByBranch(desk.stores, version, plannedPeriod(longer))).get(0) ?? [];
  const byDays = siblings.map((label) => {
    const { from, to } = plannedPeriod(label);
    return String(days.filter((day) => day >= from && day <= to).length);
  });
  const first = plannedPeriod(yearBefore(longer)).from.slice(0, 7);
  const isKnown = isKnownWhole(version.historySince, first);
  const figures: FigureOf[] = [];
  for (const label of isKnown ? siblings : [])
    figures.push(await periodFigures(desk, yearBefore(label), asked));
  return (one: Asked): Decimal[] => {
    const had = figures
      .map((figureOf) => figureOf(one) ?? '0')
      .map((value) => (compare(value, '0') < 0 ? '0' : value));
    return had.some((value) => compare(value, '0') > 0) ? had : byDays;
  };
}
