import {
  type CustomerBase,
  type CustomerMetric,
  type CustomersNode,
  customerGoal,
  fromHundredths,
  type Hundredths,
  purchasesIn,
  readTarget,
  shareAmong,
} from '../../domain/customer-plan.ts';
import { addMonths } from '../../domain/iso-date.ts';
import type { Goal } from '../../domain/plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { allRhythms } from '../../services/rhythm/rhythm.ts';
import { factsOf } from './facts.ts';
import { type Said, type SavedCustomerPlan, stateTargets } from './save.ts';
import { seasonalBases } from './seasonal.ts';
import { customersOf, placeOf } from './seen-customers.ts';
import { customerPlanEntries, plannedCustomers, statedTargets } from './stored.ts';

export interface CustomerProposalQuestion {
  readonly month: string;
  readonly node: CustomersNode;
  readonly metric: CustomerMetric;
  readonly base: CustomerBase;
  /** Of every customer by himself, or a total that is shared out by what is expected of each. */
  readonly by: { readonly goal: Goal } | { readonly total: Decimal };
}

export interface CustomerProposal {
  readonly dataVersion: number;
  /** Customers who get a target. */
  readonly size: number;
  readonly total: Decimal;
  /** Customers of the node whose present target goes: none is proposed for them. */
  readonly withdrawn: number;
  /** Those with most, at most 200. */
  readonly first: readonly {
    readonly id: number;
    readonly name: string;
    /** What he is expected to bring, or had. */
    readonly base: Decimal;
    readonly value: Decimal;
  }[];
}

const shown = 200;

/** @throws Refusal `customerTargetUnfit`, `customerPlanNotFromRhythm`, `customerPlanNotShared` */
export async function proposeForCustomers(
  desk: Desk,
  question: CustomerProposalQuestion,
): Promise<CustomerProposal> {
  const { data, proposed, withdrawn } = await proposal(desk, question);
  const first = proposed.toSorted((a, b) => b.value - a.value || a.id - b.id).slice(0, shown);
  const dress = await dressUnits(
    desk.stores,
    'client',
    first.map(({ id }) => id),
  );
  return {
    ...{ dataVersion: data.version, size: proposed.length, withdrawn: withdrawn.length },
    total: fromHundredths(proposed.reduce((all, { value }) => all + value, 0)),
    first: first.map(({ id, base, value }) => ({
      ...{ id, name: dress(id).name, base: fromHundredths(base), value: fromHundredths(value) },
    })),
  };
}

export interface Adoption {
  readonly question: Omit<CustomerProposalQuestion, 'month'>;
  /** Of the data that the proposal was looked at with. */
  readonly dataVersion: number;
  /** Of the customers' plan that was looked at. */
  readonly version: number;
  readonly comment: string;
}

/**
 * A new version with a proposal in place of what the customers of the node were planned before.
 * @throws Refusal `customerProposalStale`, those of `proposeForCustomers` and of saving
 */
export async function adoptProposal(
  desk: Desk,
  month: string,
  { question, dataVersion, version, comment }: Adoption,
): Promise<SavedCustomerPlan> {
  const { data, proposed, withdrawn } = await proposal(desk, { ...question, month });
  if (data.version !== dataVersion) throw new Refusal({ code: 'customerProposalStale' });
  const { metric } = question;
  const said = [
    ...proposed.map(({ id, value }): Said => ({ customer: id, metric, value })),
    ...withdrawn.map((customer): Said => ({ customer, metric, value: null })),
  ];
  return await stateTargets(desk, month, { version, comment, said });
}

interface Proposed {
  readonly id: number;
  readonly base: Hundredths;
  readonly value: Hundredths;
}

async function proposal(
  desk: Desk,
  question: CustomerProposalQuestion,
): Promise<{
  readonly data: DataVersion;
  readonly proposed: readonly Proposed[];
  readonly withdrawn: readonly number[];
}> {
  const { stores, viewer } = desk;
  const { month, node, metric } = question;
  const data = await currentVersion(stores.records);
  const all = [...customersOf(await customerBook(stores, data, viewer.scope), node)];
  const baseOf = await basesOf(desk, data, question);
  const bases = all.map((id) => ({ id, base: baseOf(id) }));
  const some = bases.filter(({ base }) => base > 0);
  const proposed = valued(question, some.length > 0 ? some : 'total' in question.by ? bases : []).filter(
    ({ value }) => value > 0,
  );
  const latest = (await customerPlanEntries(desk, month))[0]?.version;
  const targets = latest === undefined ? [] : await statedTargets(stores, month, latest);
  const planned = await plannedCustomers(stores, data, metric, targets);
  const again = new Set(proposed.map(({ id }) => id));
  return { data, proposed, withdrawn: all.filter((id) => planned.has(id) && !again.has(id)) };
}

type Based = Pick<Proposed, 'id' | 'base'>;

function valued({ metric, by }: CustomerProposalQuestion, some: readonly Based[]): Proposed[] {
  const unfit = (value: Decimal) => new Refusal({ code: 'customerTargetUnfit', params: { metric, value } });
  if ('goal' in by)
    return some.map((one) => {
      const value = customerGoal(metric, one.base, by.goal);
      if (value === null) throw unfit(fromHundredths(one.base));
      return { ...one, value };
    });
  if (metric !== 'sales' && metric !== 'documents')
    throw new Refusal({ code: 'customerPlanNotShared', params: { metric } });
  const total = readTarget(metric, by.total);
  if (total === null) throw unfit(by.total);
  const values = shareAmong(
    metric,
    total,
    some.map(({ base }) => base),
  );
  return some.map((one, at) => ({ ...one, value: values[at] ?? 0 }));
}

/** What a customer is expected to bring in the month, or had in an earlier one; 0: nothing, or nobody knows. */
async function basesOf(
  desk: Desk,
  data: DataVersion,
  { month, metric, base }: CustomerProposalQuestion,
): Promise<(id: number) => Hundredths> {
  if (base === 'seasonal') return await seasonalBases(desk, data, month, metric);
  if (base !== 'rhythm') {
    const back = addMonths(`${month}-01`, base === 'previous' ? -1 : -12).slice(0, 7);
    const factOf = await factsOf(desk, data, back, metric);
    return (id) => factOf(id) || 0;
  }
  if (metric === 'avgSkuPerClient' || metric === 'qualifiedBase')
    throw new Refusal({ code: 'customerPlanNotFromRhythm', params: { metric } });
  const { units, first, last, intervals, amounts } = await allRhythms(desk.stores, data, 'client');
  const { asOf } = data;
  return (id) => {
    const at = placeOf(units, id);
    if (at < 0 || asOf === null) return 0;
    const rhythm = { first: first[at] ?? 0, last: last[at] ?? 0, interval: intervals[at] ?? 0 };
    const purchases = purchasesIn(month, rhythm, asOf);
    const amount = amounts[at] || 0;
    if (metric === 'sales') return purchases * amount;
    if (metric === 'documents') return purchases * 100;
    return purchases === 0 ? 0 : metric === 'avgCheck' ? amount : 100;
  };
}
