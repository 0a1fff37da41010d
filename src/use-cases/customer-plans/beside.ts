import type { Unforeseen } from '../../domain/customer-forecast/customer-forecast.ts';
import {
  type CustomerMetric,
  customersAddUp,
  fromHundredths,
  type Hundredths,
  isWhether,
} from '../../domain/customer-plan.ts';
import { compare, round } from '../../domain/decimal.ts';
import { type PlanFact, planFact, requiredPace } from '../../domain/plan-fact.ts';
import type { Decimal } from '../../domain/units.ts';
import { breather } from '../../stores/breathe.ts';
import { type Ahead, expected } from './forecasts.ts';
import { isBehind, type ListedCustomers, someRows } from './listed.ts';

/** A target beside what is and what will be; shares are exact. */
export interface Beside {
  readonly plan: Decimal | null;
  readonly fact: Decimal | null;
  /** Of a closed month: what the fact would be today, where that is something else; null: it is the same. */
  readonly drifted: { readonly live: Decimal | null } | null;
  /** null where either is. */
  readonly compared: PlanFact | null;
  /** What every working day that is left has to bring, 0 once the plan is reached; null: none is left, or days do not add to it. */
  readonly requiredPace: Decimal | null;
  readonly forecast: CustomerForecast;
}

/** What the month ends with. */
export interface CustomerForecast {
  /** Of whether he buys 1 or 0, of several customers how many of them; null: nobody knows. */
  readonly value: Decimal | null;
  /** value − plan and value / plan; null where either is. */
  readonly deviation: Decimal | null;
  readonly fulfilment: Decimal | null;
  /** Of reaching the plan, from 0 to 1; null without a plan, and where nobody knows. */
  readonly probability: Decimal | null;
  /** Why value is null. */
  readonly why: Unforeseen | null;
  /** From what it is known; null: the month is over, nothing is foreseen, or it is of several customers. */
  readonly by: {
    /** From whom the interval is: himself, or others of his type, else all. */
    readonly basis: 'own' | 'others';
    /** Days. */
    readonly interval: number;
    readonly silence: number;
    /** How many are still to come on average. */
    readonly purchases: Decimal;
    /** What a purchase brings; null: unknown. */
    readonly cheque: Decimal | null;
  } | null;
}

const said = (value: Hundredths): Decimal | null => (Number.isNaN(value) ? null : fromHundredths(value));

function against(
  plan: Decimal | null,
  value: Decimal | null,
): Pick<CustomerForecast, 'deviation' | 'fulfilment'> {
  const compared = plan === null || value === null ? null : planFact(plan, value);
  return { deviation: compared?.deviation ?? null, fulfilment: compared?.fulfilment ?? null };
}

const shareOf = (chance: number): Decimal | null =>
  Number.isNaN(chance) ? null : round(chance.toFixed(6), 4);

const isSame = (one: Hundredths, other: Hundredths): boolean =>
  one === other || (Number.isNaN(one) && Number.isNaN(other));

const driftOf = (fact: Hundredths, live: Hundredths): Beside['drifted'] =>
  isSame(fact, live) ? null : { live: said(live) };

/** Of one customer. */
export function besideOf({ metric, planOf, factOf, liveOf, aheadOf }: ListedCustomers, id: number): Beside {
  const { foreseen, by, why, workingDays } = aheadOf(id);
  const [target, is] = [planOf(id), factOf(id)];
  const [plan, fact, value] = [said(target), said(is), said(foreseen.value)];
  return {
    drifted: liveOf && driftOf(is, liveOf(id)),
    ...{ plan, fact, compared: plan && fact ? planFact(plan, fact) : null },
    requiredPace: hasPace(metric) ? paceOf(plan, fact, workingDays) : null,
    forecast: {
      ...{ value, ...against(plan, value), why },
      probability: plan === null ? null : shareOf(foreseen.chance(target)),
      by: by && {
        ...{ basis: by.basis, interval: by.interval, silence: by.silence },
        purchases: round(by.toCome.mean.toFixed(6), 2),
        cheque: said(Math.round(by.cheque)),
      },
    },
  };
}

/** What days add to. */
const hasPace = (metric: CustomerMetric): boolean => metric === 'sales' || metric === 'documents';

function paceOf(
  plan: Decimal | null,
  fact: Decimal | null,
  { days, passed }: Ahead['workingDays'],
): Decimal | null {
  const pace = plan && fact && passed < days ? requiredPace(plan, fact, days - passed) : null;
  return pace === null ? null : compare(pace, '0') < 0 ? '0' : round(pace, 2);
}

export interface CustomersTotal extends Beside {
  /** Of whom something is planned. */
  readonly planned: number;
  /** What those miss who are behind, and how many they are. */
  readonly missing: Decimal;
  readonly behind: number;
  /** Of how many a closed month would be something else today. */
  readonly differ: number;
}

/**
 * Of those in a list of whom something is planned; nothing of what does not add up. The forecast is that of those who have one
 * beside the facts of the others; it has no probability: customers of one company have good and bad months together.
 */
export async function totalOf({
  ids,
  metric,
  planOf,
  factOf,
  liveOf,
  aheadOf,
}: ListedCustomers): Promise<CustomersTotal> {
  let [plan, fact, live, value, missing, planned, behind, differ, foreseen] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const calendars = new Set<Ahead['workingDays']>();
  const breathe = breather();
  for (const id of ids) {
    const [one, other] = [planOf(id), factOf(id)];
    if (Number.isNaN(one)) continue;
    planned++;
    plan += one;
    fact += other;
    const today = liveOf ? liveOf(id) : other;
    live += today;
    differ += Number(!isSame(other, today));
    const ahead = aheadOf(id);
    calendars.add(ahead.workingDays);
    if (planned % someRows === 0) await breathe();
    foreseen += Number(ahead.why === null);
    value += ahead.why === null ? expected(metric, ahead) : other;
    if (!isBehind(metric, one, other)) continue;
    behind++;
    missing += Number.isNaN(other) ? 0 : one - other;
  }
  const adds = customersAddUp(metric);
  const [target, is] = adds ? [said(plan), said(fact)] : [null, null];
  const unit = isWhether(metric) ? 100 : 1;
  const will = adds && foreseen > 0 ? said(unit * Math.round(value / unit)) : null;
  const [workingDays, ...others] = calendars;
  // Customers of branches that work on other days have those of the company together; nobody is customer 0.
  const together = others.length === 0 ? workingDays : aheadOf(0).workingDays;
  return {
    ...{ plan: target, fact: is, compared: target && is ? planFact(target, is) : null },
    drifted: adds ? driftOf(fact, live) : null,
    requiredPace: together && hasPace(metric) ? paceOf(target, is, together) : null,
    forecast: { value: will, ...against(target, will), probability: null, why: null, by: null },
    ...{ planned, missing: fromHundredths(missing), behind, differ },
  };
}
