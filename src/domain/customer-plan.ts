import { z } from 'zod';
import { dayNumber, lastDayOfMonth } from './iso-date.ts';
import { type Goal, goalValue, planLevels, planMetrics, planValue } from './plan.ts';
import { shareUnits } from './shares.ts';
import type { Decimal, IsoDate } from './units.ts';

/** What can be planned of one customer: money, whether he is to buy at all (1 or 0, by either method), documents, a document, kinds of goods. */
export const customerMetrics = [
  ...(['sales', 'activeBase', 'qualifiedBase', 'documents', 'avgCheck', 'avgSkuPerClient'] as const),
];
export type CustomerMetric = (typeof customerMetrics)[number];

/** Metrics of which the targets of customers add up. */
export const customersAddUp = (metric: CustomerMetric): boolean =>
  metric === 'sales' || metric === 'documents' || isWhether(metric);

/** 1 or 0. */
export const isWhether = (metric: CustomerMetric): boolean =>
  metric === 'activeBase' || metric === 'qualifiedBase';

/** A number of the records in hundredths, exact up to 90 trillion. */
export type Hundredths = number;

const written = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/;

/** null: no value that a customer can be planned. */
export function readTarget(metric: CustomerMetric, value: Decimal): Hundredths | null {
  const [, whole = '', fraction = ''] = written.exec(value) ?? [];
  if (whole === '') return null;
  const read = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (isWhether(metric)) return read === 0 || read === 100 ? read : null;
  return metric === 'documents' && read % 100 !== 0 ? null : read;
}

/** The shortest form, as of all decimals. */
export function fromHundredths(value: Hundredths): Decimal {
  const size = Math.abs(value);
  const fraction = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${Math.trunc(size / 100)}${fraction && `.${fraction}`}`;
}

const identity = z.int().positive().max(4_294_967_295);

/** Of a client; `value` null: nothing is planned of him any more. */
const customerTarget = z.strictObject({
  ...{ customer: identity, metric: z.enum(customerMetrics), value: planValue.nullable() },
});
export type CustomerTarget = z.infer<typeof customerTarget>;

/** What changes. `version`: of the customers' plan that was looked at, 0 where there was none. */
export const newCustomerPlan = z
  .strictObject({
    version: z.int().nonnegative(),
    comment: z.string().max(2000).default(''),
    targets: z.array(customerTarget).max(8000).readonly(),
  })
  .readonly();
export type NewCustomerPlan = z.infer<typeof newCustomerPlan>;

/** Whose customers: by who is responsible on the last loaded day. Of the company everybody who is seen. */
export const customersNode = z.strictObject({
  level: z.enum(planLevels),
  member: z.int().nonnegative().max(4_294_967_295),
});
export type CustomersNode = z.infer<typeof customersNode>;

export const customerSorts = [
  ...(['name', 'plan', 'fact', 'deviation', 'fulfilment', 'toPlan', 'expected'] as const),
];
export type CustomerPlanSort = (typeof customerSorts)[number];

/**
 * From each customer's own rhythm, from what he had in the month before or a year ago, or in the months before as the season
 * makes of them.
 */
export const customerBases = ['rhythm', 'previous', 'yearAgo', 'seasonal'] as const;
export type CustomerBase = (typeof customerBases)[number];

/** How a customer buys, in numbers of days since 1970. */
export interface BuyingRhythm {
  readonly first: number;
  readonly last: number;
  /** Days between purchases; 0: nothing is expected. */
  readonly interval: number;
}

/** Whoever is silent for so many of his own intervals is not counted on (decision 0047: he is to be won back). */
const lostAfter = 2.5;

/**
 * On how many days of a month a customer buys if he goes on as before: every `interval` days, counted from his last purchase
 * both ways. Whoever is late may come any day: his next purchase is on the first day after the last loaded one.
 */
export function purchasesIn(month: string, { first, last, interval }: BuyingRhythm, loaded: IsoDate): number {
  const [from, to] = [dayNumber(`${month}-01`), dayNumber(lastDayOfMonth(`${month}-01`))];
  const asOf = dayNumber(loaded);
  if (interval <= 0) return Number(last >= from && last <= to);
  const back = stepsWithin(interval, last - to, last - Math.max(from, first));
  if (asOf - last >= lostAfter * interval) return back;
  const next = Math.max(last + interval, asOf + 1);
  return back + stepsWithin(interval, from - next, to - next);
}

/** Multiples of a step, 0 among them, that lie between two numbers. */
const stepsWithin = (step: number, from: number, to: number): number =>
  to < 0 ? 0 : Math.floor(to / step) - Math.max(0, Math.ceil(from / step)) + 1;

/** What a goal asks of a customer, never below 0; null: no value that a customer can be planned. */
export function customerGoal(metric: CustomerMetric, base: Hundredths, goal: Goal): Hundredths | null {
  const value = goalValue(planned(metric), fromHundredths(base), goal);
  const read = readTarget(metric, value.startsWith('-') ? '0' : value);
  return isWhether(metric) ? (read ?? 100) : read;
}

/** Metrics of documents are whole numbers, as those of people. */
const planned = (metric: CustomerMetric) => planMetrics.find((one) => one === metric) ?? 'new';

/** A total among customers by what is expected of each; without any expectation all get the same. */
export function shareAmong(
  metric: 'sales' | 'documents',
  total: Hundredths,
  weights: readonly Hundredths[],
): Hundredths[] {
  const unit = metric === 'sales' ? 1 : 100;
  const shares = shareUnits(
    BigInt(Math.round(total / unit)),
    weights.map((one) => BigInt(Math.max(0, one))),
  );
  return shares.map((one) => Number(one) * unit);
}
