import { type Foreseen, foresee, type Unforeseen } from '../../domain/customer-forecast/customer-forecast.ts';
import { daysAhead } from '../../domain/customer-forecast/month-days.ts';
import {
  type Buyer,
  type DaysAhead,
  type PurchasesToCome,
  purchasesToCome,
} from '../../domain/customer-forecast/purchases-to-come.ts';
import { paceOf, type StillSilent } from '../../domain/customer-forecast/silences.ts';
import { type CustomerMetric, type Hundredths, isWhether } from '../../domain/customer-plan.ts';
import { dayNumber, lastDayOfMonth } from '../../domain/iso-date.ts';
import type { IsoDate } from '../../domain/units.ts';
import { workingDatesByBranch } from '../../services/calendar/working-calendar.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { fewestIntervals } from '../../services/rhythm/build-sql.ts';
import { allRhythms } from '../../services/rhythm/rhythm.ts';
import { silencesOf } from '../../services/rhythm/silences.ts';
import type { Facts } from './facts.ts';
import { placeOf } from './seen-customers.ts';

/** How the month of a customer goes on. */
export interface Ahead {
  /** Of his branch, else of the company: working days of the month, and those up to the last loaded one. */
  readonly workingDays: { readonly days: number; readonly passed: number };
  readonly foreseen: Foreseen;
  /** null: the month is over, or nothing is foreseen. */
  readonly by: ForeseenBy | null;
  readonly why: Unforeseen | null;
}

/** What is still to come, and from what that is known. */
export interface ForeseenBy extends Buyer {
  readonly basis: 'own' | 'others';
  readonly toCome: PurchasesToCome;
  /** In kopecks; NaN: unknown. */
  readonly cheque: number;
}

export type AheadOf = (client: number) => Ahead;

/** What adds up over customers: of whether each buys, the chance that he does. */
export const expected = (metric: CustomerMetric, { foreseen }: Ahead): Hundredths =>
  isWhether(metric) ? 100 * foreseen.chance(100) : foreseen.value;

/** By facts of the metric, and by sales and documents. */
export async function monthAhead(
  desk: Desk,
  data: DataVersion,
  {
    month,
    metric,
    facts,
  }: { readonly month: string; readonly metric: CustomerMetric; readonly facts: Facts },
): Promise<AheadOf> {
  const { stores, viewer } = desk;
  const calendarOf = await calendars(desk, data, month);
  const { ids, members } = await customerBook(stores, data, viewer.scope);
  const rhythms = await allRhythms(stores, data, 'client');
  const silences = await silencesOf(stores, data, 'client');
  const factOf = await facts(metric);
  const salesOf = await facts('sales');
  const documentsOf = await facts('documents');
  const loaded = dayNumber(data.asOf ?? '1970-01-01');
  return (client) => {
    const { workingDays, ahead } = calendarOf(members.branch[placeOf(ids, client)] ?? 0);
    const at = placeOf(rhythms.units, client);
    const [interval = 0, last = 0, intervals = 0] = [
      ...[rhythms.intervals[at], rhythms.last[at], rhythms.gaps[at]],
    ];
    const [cheque = Number.NaN, scatter = Number.NaN] = [rhythms.averages[at], rhythms.scatters[at]];
    const buyer = { interval, silence: loaded - last };
    const known = {
      ...{ fact: factOf(client), sales: salesOf(client), documents: documentsOf(client) },
      cheques: { mean: cheque, deviation: cheque * Math.sqrt(scatter) },
      documentsEach: rhythms.documents[at] ?? Number.NaN,
    };
    const unknown = (why: Unforeseen): Ahead => ({
      ...{ workingDays, by: null, why },
      foreseen: unless(known.fact),
    });
    if (ahead === 'tooFar') return unknown('tooFar');
    if (ahead === null)
      return {
        ...{ workingDays, by: null, why: null },
        foreseen: foresee(metric, { ...known, toCome: null }),
      };
    if (interval === 0) return unknown('noRhythm');
    const toCome = toComeOf(silences, intervals, buyer, ahead);
    const foreseen = foresee(metric, { ...known, toCome });
    const isSaid = metric !== 'avgSkuPerClient' && metric !== 'qualifiedBase';
    const why = isSaid ? 'unknown' : 'metric';
    return {
      ...{ workingDays, foreseen, why: Number.isNaN(foreseen.value) ? why : null },
      by: { ...buyer, basis: intervals >= fewestIntervals ? 'own' : 'others', toCome, cheque },
    };
  };
}

/** Nothing but what has been reached. */
const unless = (fact: number): Foreseen => ({
  value: Number.NaN,
  chance: (plan) => (fact >= plan ? 1 : Number.NaN),
});

/** Customers who are alike in that are many: each is worked out once for a version of the data. */
const worked = new WeakMap<(pace: number) => StillSilent, Map<string, Map<number, PurchasesToCome>>>();
/** Whoever has been silent for so many intervals stays so at one rate (the last step of silences). */
const longest = 31;

function toComeOf(
  silences: (pace: number) => StillSilent,
  intervals: number,
  { interval, silence }: Buyer,
  ahead: DaysAhead,
): PurchasesToCome {
  const all = worked.get(silences) ?? new Map<string, Map<number, PurchasesToCome>>();
  worked.set(silences, all);
  const span = `${ahead.from} ${ahead.to}`;
  const alike = all.get(span) ?? new Map<number, PurchasesToCome>();
  all.set(span, alike);
  const so = Math.min(silence, longest * interval);
  const pace = paceOf(intervals >= fewestIntervals, interval, intervals);
  const key = (so * 65_536 + interval) * 64 + pace;
  const known = alike.get(key);
  if (known !== undefined) return known;
  const made = purchasesToCome({ interval, silence: so }, ahead, silences(pace));
  alike.set(key, made);
  return made;
}

interface Calendar {
  readonly workingDays: Ahead['workingDays'];
  readonly ahead: DaysAhead | 'tooFar' | null;
}

async function calendars(
  { stores }: Desk,
  data: DataVersion,
  month: string,
): Promise<(branch: number) => Calendar> {
  const span = { from: `${month}-01`, to: lastDayOfMonth(`${month}-01`) };
  const dates = await workingDatesByBranch(stores, data, span);
  const { asOf } = data;
  const isPassed = (day: IsoDate): boolean => asOf !== null && day <= asOf;
  const calendarOf = (working: readonly IsoDate[]): Calendar => ({
    workingDays: { days: working.length, passed: working.filter(isPassed).length },
    ahead: asOf === null ? 'tooFar' : daysAhead(month, working, asOf),
  });
  const known = new Map([...dates].map(([branch, working]) => [branch, calendarOf(working)]));
  const company = known.get(0) ?? calendarOf([]);
  return (branch) => known.get(branch) ?? company;
}
