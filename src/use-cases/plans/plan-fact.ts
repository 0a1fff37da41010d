import { compare, round } from '../../domain/decimal.ts';
import { calendarPeriod } from '../../domain/period.ts';
import {
  type PlanFact as Compared,
  planFact as comparePlanFact,
  requiredPace,
  runRate,
} from '../../domain/plan-fact.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { workingDaysByBranch } from '../../services/calendar/working-calendar.ts';
import { closedFigures, placeKey } from '../../services/closed-months/closed-figures.ts';
import { type ClosedMonth, closedMonths } from '../../services/closed-months/closed-months.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type Asked, type FigureOf, monthFigures } from './month-figures.ts';
import { companyOf, type NamedTarget, type PlanEntry, planOf } from './read-plan.ts';

/** A target beside what is. Shares are not rounded: 0.75 is three quarters. */
export interface PlanFactRow extends NamedTarget {
  /** null: unknown, or without a divisor. */
  readonly fact: Decimal | null;
  /** Of АКБ of all goods, by the qualified method, beside it; null elsewhere. */
  readonly qualified: Decimal | null;
  /** Of a closed month: what the fact would be today, where that is something else; null: it is the same. */
  readonly drifted: { readonly live: Decimal | null } | null;
  /** null where the fact is. */
  readonly compared: Compared | null;
  /** What every working day that is left has to bring, 0 once the plan is reached; null: none is left, or no number that grows by days. */
  readonly requiredPace: Decimal | null;
  /** Of sales, by the pace so far; null: no day has passed, or a number that saturates and must not be drawn on. */
  readonly forecast: { readonly value: Decimal; readonly fulfilment: Decimal | null } | null;
  /** Of the branch, else of the company. */
  readonly workingDays: Days;
}

/** Working days of the month: all, and those of which the data are loaded. */
interface Days {
  readonly days: number;
  readonly passed: number;
}

export interface PlanFact extends PlanEntry {
  readonly dataVersion: number;
  /** Last loaded day. */
  readonly asOf: IsoDate | null;
  /** Facts are those with which the month was closed; null: it is open, everything is live. */
  readonly closed: ClosedMonth | null;
  readonly rows: readonly PlanFactRow[];
}

/** Numbers that every day adds to. */
const growing: readonly string[] = ['activeBase', 'sales', 'new'];

/** @throws Refusal `planUnknown` */
export async function planFact(desk: Desk, month: string, version?: number): Promise<PlanFact> {
  const closed = (await closedMonths(desk.stores)).get(month) ?? null;
  const {
    targets,
    uneven: _,
    ...entry
  } = await planOf(desk, month, version ?? closed?.planVersion ?? undefined);
  const data = await currentVersion(desk.stores.records);
  const asked = [...targets, ...targets.filter(hasQualified).map(qualifiedOf)];
  const liveOf = await monthFigures(desk, month, asked);
  const frozen = closed && (await closedFigures(desk.stores, closed.id));
  const factOf: FigureOf = (one) => (frozen === null ? liveOf(one) : (frozen.get(placeKey(one)) ?? null));
  const daysOf = await workingDays(desk, month);
  const rows = targets.map((target): PlanFactRow => {
    const { metric, member, value } = target;
    const fact = factOf(target);
    const live = liveOf(target);
    const days = daysOf(member);
    const forecast = metric === 'sales' && fact !== null ? runRate(fact, days.passed, days.days) : null;
    return {
      ...{ ...target, fact, workingDays: days },
      qualified: hasQualified(target) ? factOf(qualifiedOf(target)) : null,
      drifted: isSame(fact, live) ? null : { live },
      compared: fact === null ? null : comparePlanFact(value, fact),
      requiredPace: fact === null || !growing.includes(metric) ? null : paceOf(value, fact, days),
      forecast:
        forecast === null
          ? null
          : { value: round(forecast, 2), fulfilment: comparePlanFact(value, forecast).fulfilment },
    };
  });
  return { ...entry, dataVersion: data.version, asOf: data.asOf, closed, rows };
}

const hasQualified = ({ metric, product }: Asked): boolean => metric === 'activeBase' && product === null;
const qualifiedOf = ({ level, member, product }: Asked): Asked => ({
  ...{ level, member, product },
  metric: 'qualifiedBase',
});

const isSame = (a: Decimal | null, b: Decimal | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0;

function paceOf(plan: Decimal, fact: Decimal, { days, passed }: Days): Decimal | null {
  if (passed >= days) return null;
  const pace = requiredPace(plan, fact, days - passed);
  return pace === null || compare(pace, '0') < 0 ? '0' : round(pace, 2);
}

/** Of the branch of a member. */
async function workingDays(desk: Desk, month: string): Promise<(member: number) => Days> {
  const data = await currentVersion(desk.stores.records);
  const all = await workingDaysByBranch(desk.stores, data, calendarPeriod('month', month));
  const { organisation } = await companyOf(desk);
  const branchOf = new Map(
    organisation.members.map(({ id, kind, above }) => [id, kind === 'branch' ? id : above.branch]),
  );
  const days = new Map(all.map(({ branch, days: of, passed }) => [branch, { days: of, passed }]));
  return (member) => days.get(branchOf.get(member) ?? 0) ?? days.get(0) ?? { days: 0, passed: 0 };
}
