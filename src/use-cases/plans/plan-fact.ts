import { compare, divide, round } from '../../domain/decimal.ts';
import { type ForecastMark, probabilityOf } from '../../domain/forecast/forecast.ts';
import type { Predictor } from '../../domain/forecast/predictors.ts';
import type { PlanMetric } from '../../domain/plan.ts';
import {
  type PlanFact as Compared,
  planFact as comparePlanFact,
  requiredPace,
  runRate,
} from '../../domain/plan-fact.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { closedFigures } from '../../services/closed-months/closed-figures.ts';
import { type ClosedMonth, closedMonths } from '../../services/closed-months/closed-months.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type Foreseen, forecasters, isSaturating } from './forecasters.ts';
import { periodCalendars } from './period-calendar.ts';
import { type Asked, type FigureOf, periodFigures } from './period-figures.ts';
import type { PlanEntry } from './plan-entries.ts';
import { type NamedTarget, planOf } from './read-plan.ts';
import { type SalesBy, salesShares } from './sales-shares.ts';
import { type PlanComparison, sameDayFigures } from './same-day.ts';

/** A target beside what is. Shares are not rounded: 0.75 is three quarters. */
export interface PlanFactRow extends NamedTarget {
  /** null: unknown, or without a divisor. */
  readonly fact: Decimal | null;
  /** Of АКБ of all goods, by the qualified method, beside it; null elsewhere. */
  readonly qualified: Decimal | null;
  /** Of a closed month: what the fact would be today, where that is something else; null: it is the same. */
  readonly drifted: { readonly live: Decimal | null } | null;
  /** The fact on the same working day of the period that is compared with; null: not asked for, unknown, or no number that grows by days. */
  readonly before: Decimal | null;
  /** null where the fact is. */
  readonly compared: Compared | null;
  /** What every working day that is left has to bring, 0 once the plan is reached; null: none is left, or no number that grows by days. */
  readonly requiredPace: Decimal | null;
  /** null: no day has passed, no number that grows by days, or too little is known of a longer period. */
  readonly forecast: RowForecast | null;
  /** Of the branch, else of the company. */
  readonly workingDays: Days;
}

/** What the period will reach. Sales go on at their pace; customers, of whom most come early, by what foresaw them best. */
interface RowForecast {
  readonly value: Decimal;
  /** The part of it that has been reached by now; null: nothing is to be reached. */
  readonly share: Decimal | null;
  /** value − plan, and value / plan; null for a plan of 0. */
  readonly deviation: Decimal;
  readonly fulfilment: Decimal | null;
  /** Holds the final in four periods of five; null: too few periods are known. */
  readonly interval: readonly [Decimal, Decimal] | null;
  /** Of reaching the plan, from 0 to 1; null where the interval is, unless it is reached already. */
  readonly probability: Decimal | null;
  readonly predictor: Predictor;
  /** Why it is a straight line; null: it is by the predictor that was chosen. */
  readonly mark: ForecastMark | null;
}

/** Working days of the period: all, and those of which the data are loaded. */
interface Days {
  readonly days: number;
  readonly passed: number;
}

export interface PlanFact extends PlanEntry {
  readonly dataVersion: number;
  /** Last loaded day. */
  readonly asOf: IsoDate | null;
  /** Facts are those with which the month was closed; null: it is open, or a longer period, and everything is live. */
  readonly closed: ClosedMonth | null;
  readonly rows: readonly PlanFactRow[];
}

/** `sales`: how they go on. `compare`: with which period, on the same working day. */
export interface FactAsked {
  readonly sales?: SalesBy;
  readonly compare?: PlanComparison;
}

/** @throws Refusal `planUnknown` */
export async function planFact(
  desk: Desk,
  period: string,
  version?: number,
  { sales: by = 'pace', compare: to }: FactAsked = {},
): Promise<PlanFact> {
  const closed = (await closedMonths(desk.stores)).get(period) ?? null;
  const {
    targets,
    uneven: _,
    within: __,
    ...entry
  } = await planOf(desk, period, version ?? closed?.planVersion ?? undefined);
  const data = await currentVersion(desk.stores.records);
  const asked = [...targets, ...targets.filter(hasQualified).map(qualifiedOf)];
  const liveOf = await periodFigures(desk, period, asked);
  const frozen = closed && (await closedFigures(desk.stores, closed, desk.viewer.scope));
  const factOf: FigureOf = frozen?.valueOf ?? liveOf;
  const calendarOf = await periodCalendars(desk, period);
  const foreseenOf = await forecasters(desk, period, targets, calendarOf);
  const salesShareOf = await salesShares(desk, { period, by, targets }, calendarOf);
  const grown = targets.filter(({ metric }) => isGrowing(metric));
  const beforeOf = to && (await sameDayFigures(desk, { period, to, asked: grown }, calendarOf));
  const rows = targets.map((target): PlanFactRow => {
    const { metric, member, value } = target;
    const fact = factOf(target);
    const live = frozen?.isSeen(member) === false ? null : liveOf(target);
    const calendar = calendarOf(member);
    const days = { days: calendar.days.length, passed: calendar.passed };
    const forecast = (): RowForecast | null => {
      if (fact === null) return null;
      if (metric === 'sales') return ofSales(value, fact, days, salesShareOf(target));
      if (!isSaturating(metric)) return null;
      return ofCustomers(value, fact, foreseenOf(target), calendar.passed);
    };
    return {
      ...{ ...target, fact, workingDays: days },
      qualified: hasQualified(target) ? factOf(qualifiedOf(target)) : null,
      drifted: isSame(fact, live) ? null : { live },
      before: beforeOf && isGrowing(metric) ? beforeOf(target) : null,
      compared: fact === null ? null : comparePlanFact(value, fact),
      requiredPace: fact === null || !isGrowing(metric) ? null : paceOf(value, fact, days),
      forecast: forecast(),
    };
  });
  return { ...entry, dataVersion: data.version, asOf: data.asOf, closed, rows };
}

/** What days add to. */
const isGrowing = (metric: PlanMetric): boolean =>
  metric === 'sales' || metric === 'qualifiedBase' || isSaturating(metric);

const hasQualified = ({ metric, product }: Asked): boolean => metric === 'activeBase' && product === null;
const qualifiedOf = ({ level, member, product }: Asked): Asked => ({
  ...{ level, member, product },
  metric: 'qualifiedBase',
});

const isSame = (a: Decimal | null, b: Decimal | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0;
/** By the share of last year where it is asked for and known, else straight on. */
function ofSales(
  plan: Decimal,
  fact: Decimal,
  { days, passed }: Days,
  share: Decimal | null,
): RowForecast | null {
  const exact = share === null || passed >= days ? runRate(fact, passed, days) : divide(fact, share);
  if (exact === null) return null;
  const value = round(exact, 2);
  return {
    ...against(plan, value),
    share: share ?? divide(String(passed), String(days), 6),
    ...{ interval: null, probability: null, mark: null },
    predictor: share === null ? 'linear' : 'lastYear',
  };
}

function ofCustomers(
  plan: Decimal,
  fact: Decimal,
  { forecaster, most }: Foreseen,
  passed: number,
): RowForecast | null {
  const reached = { passed, fact: Number(fact), most };
  const said = forecaster.at(reached);
  if (said === null) return null;
  const { value, share, interval, predictor, mark } = said;
  const probability = probabilityOf(Number(plan), said, reached.fact);
  return {
    ...against(plan, String(value)),
    share: share === null ? null : share.toFixed(6),
    interval: interval === null ? null : [String(interval[0]), String(interval[1])],
    probability: probability === null ? null : round(probability.toFixed(6), 4),
    ...{ predictor, mark },
  };
}

function against(plan: Decimal, value: Decimal): Pick<RowForecast, 'value' | 'deviation' | 'fulfilment'> {
  const { deviation, fulfilment } = comparePlanFact(plan, value);
  return { value, deviation, fulfilment };
}

function paceOf(plan: Decimal, fact: Decimal, { days, passed }: Days): Decimal | null {
  if (passed >= days) return null;
  const pace = requiredPace(plan, fact, days - passed);
  return pace === null || compare(pace, '0') < 0 ? '0' : round(pace, 2);
}
