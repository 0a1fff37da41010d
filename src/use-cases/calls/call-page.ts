import {
  type CallGroup,
  type CallOutcome,
  type CallSort,
  callGroups,
  callUnit,
  lateCustomers,
} from '../../domain/calls.ts';
import { today } from '../../domain/clock.ts';
import { compare, divide, fixed, multiply } from '../../domain/decimal.ts';
import { type AssignableDimension, assignable } from '../../domain/dimensions.ts';
import { daysBetween } from '../../domain/iso-date.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { clientsNow } from '../../services/customers/clients-now.ts';
import { owedBy } from '../../services/customers/receivables.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type Rhythm, rhythmsOf } from '../../services/rhythm/rhythm.ts';
import type { Stores } from '../../stores/stores.ts';
import { callLog, type LoggedCall } from './call-log.ts';
import { callRulesNow, membersOfSet, type VersionedCallRules } from './call-rules.ts';
import { type Choices, choicesOf } from './choices.ts';
import { type Closes, closesOf } from './closes.ts';
import { groupBits, groupsOf } from './groups-of.ts';
import { type PlanGap, planGap } from './plan-gap.ts';
import { type WorkList, workList } from './work-list.ts';

/** Of members only of these, 0 for customers of nobody; all whom the reader sees when left out. */
export interface CallQuestion extends Partial<Readonly<Record<AssignableDimension, number>>> {
  /** `urgent` when left out. */
  readonly group?: CallGroup;
  /** By expected money, unless by effect on the АКБ plan. */
  readonly sort?: CallSort;
  /** Rows of a page. */
  readonly limit: number;
  /** The place of the first row, from 0. */
  readonly from?: number;
}

export interface CallRow {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly address: string;
  /** null: kept from the reader. '': none is known. */
  readonly phone: string | null;
  readonly rep: string;
  readonly rhythm: Rhythm;
  /** Of the missing sales of the month that this purchase would bring; null: without a plan, or nothing is missing. */
  readonly shareOfGap: Decimal | null;
  /** He has bought in the month: his purchase adds nothing to its АКБ. */
  readonly activeThisMonth: boolean;
  /** Overdue debt; null: none. */
  readonly overdue: Decimal | null;
  /** The latest call. */
  readonly lastCall: { readonly outcome: CallOutcome; readonly day: IsoDate; readonly next: IsoDate } | null;
}

export interface CallPage extends Choices {
  readonly dataVersion: number;
  /** The last loaded day; null: nothing is loaded. */
  readonly asOf: IsoDate | null;
  readonly today: IsoDate;
  readonly groups: readonly {
    readonly group: CallGroup;
    readonly size: number;
    /** What is expected of all of them, in roubles. */
    readonly expected: Decimal;
  }[];
  /** All who are late, called or not: for lists of customers. */
  readonly set: SetNode;
  /** Calls of the day: made, and as many as there are to make. */
  readonly done: number;
  readonly planned: number;
  readonly gap: PlanGap | null;
  /** What the customers of the group would bring of it; null: without a plan, or nothing is missing. */
  readonly closes: { readonly sales: Closes | null; readonly activeBase: Closes | null };
  /** Of the group asked for. */
  readonly total: number;
  readonly rows: readonly CallRow[];
}

/** Whom to call today. */
export async function callPage(desk: Desk, question: CallQuestion): Promise<CallPage> {
  const { stores, viewer } = desk;
  const { group = 'urgent', sort = 'money', limit, from = 0 } = question;
  const version = await currentVersion(stores.records);
  const rules = await callRulesNow(stores);
  const day = today();
  const { asOf } = version;
  if (asOf === null) return nothing(day, version, rules);
  const nodes = assignable.flatMap((dimension) => {
    const member = question[dimension];
    return member === undefined ? [] : [{ dimension, member }];
  });
  const whole = await workList(stores, { ...version, asOf }, viewer.scope);
  const list = nodes.length === 0 ? whole : await workList(stores, { ...version, asOf }, viewer.scope, nodes);
  const latest = await latestCalls(stores, version);
  const recurring = await Promise.all(
    rules.rules.map(async (rule) => ({
      rule,
      members: rule.kind === 'set' ? await membersOfSet(stores, version, rule.set) : null,
    })),
  );
  const members: Record<CallGroup, number[]> = { agreed: [], urgent: [], winBack: [], rules: [] };
  const context = { day, ahead: daysBetween(asOf, day), lostAfter: Number(rules.lostAfter), recurring };
  const dayOfMonth = Number(asOf.slice(8));
  let toCall = 0;
  let doneToday = 0;
  for (let place = 0; place < list.ids.length; place++) {
    const at = sort === 'plan' ? (list.byPlan[place] ?? 0) : place;
    const call = latest.get(list.ids[at] ?? 0);
    if (call?.day === day) doneToday++;
    const own = groupsOf(list, at, call, context);
    if (own === 0) continue;
    toCall++;
    for (const one of callGroups) if (own & groupBits[one]) members[one].push(at);
  }
  const gap = await planGap(desk, version, nodes);
  const { reps, parts } = await choicesOf(desk, whole.members, nodes);
  const lists = Math.max(1, list.members.rep.filter((one) => one !== 0).length);
  const expectedOf = (some: readonly number[]): Decimal =>
    roubles(some.reduce((all, at) => all + (list.kopecks[at] ?? 0), 0));
  const page = members[group].slice(from, from + limit);
  return {
    ...{ dataVersion: version.version, asOf, today: day, set: lateCustomers(null, rules) },
    groups: callGroups.map((one) => ({
      group: one,
      size: members[one].length,
      expected: expectedOf(members[one]),
    })),
    ...{
      done: doneToday,
      planned: Math.max(doneToday, Math.min(lists * rules.perDay, doneToday + toCall)),
    },
    gap,
    closes: {
      sales: closesOf(members[group], kopecksOf(gap?.sales?.missing), (at) => list.kopecks[at] ?? 0),
      activeBase: closesOf(members[group], gap?.activeBase?.missing, (at) =>
        Number((list.since[at] ?? 0) >= dayOfMonth),
      ),
    },
    ...{ reps, parts },
    total: members[group].length,
    rows: await rowsOf(desk, version, list, page, { gap, latest, reps, dayOfMonth }),
  };
}

const roubles = (kopecks: number): Decimal => fixed(multiply(String(Math.round(kopecks)), '0.01'), 2);

const kopecksOf = (sum: Decimal | undefined): Decimal | undefined => sum && multiply(sum, '100');

const shareOf = (part: Decimal, whole: Decimal | undefined): Decimal | null =>
  whole === undefined ? null : divide(part, whole, 4);

/** By who the identities are now that were called. */
export async function latestCalls(
  stores: Stores,
  version: DataVersion,
): Promise<ReadonlyMap<number, LoggedCall>> {
  const log = await callLog(stores);
  const latest = new Map<number, LoggedCall>();
  if (log.size === 0) return latest;
  const nowOf = await clientsNow(stores, version);
  for (const [id, [call]] of log) {
    if (call === undefined) continue;
    const client = nowOf.get(id) ?? id;
    if ((latest.get(client)?.id ?? 0) < call.id) latest.set(client, call);
  }
  return latest;
}

interface Beside {
  readonly gap: PlanGap | null;
  readonly latest: ReadonlyMap<number, LoggedCall>;
  readonly reps: CallPage['reps'];
  readonly dayOfMonth: number;
}

async function rowsOf(
  { stores, viewer }: Desk,
  version: DataVersion,
  list: WorkList,
  page: readonly number[],
  { gap, latest, reps, dayOfMonth }: Beside,
): Promise<CallRow[]> {
  const all = page.map((at) => list.ids[at] ?? 0);
  const [rhythms, dress, owed] = await Promise.all([
    rhythmsOf(stores, version, callUnit, all),
    dressUnits(stores, callUnit, all),
    owedBy(stores, version, 'client', all),
  ]);
  const names = new Map(reps.map(({ id, name }) => [id, name]));
  return page.flatMap((at) => {
    const id = list.ids[at] ?? 0;
    const rhythm = rhythms.get(id);
    if (rhythm === undefined) return [];
    const { name, code, address, phone } = dress(id);
    const overdue = owed.get(id)?.overdue ?? null;
    const { outcome, day, next } = latest.get(id) ?? {};
    return [
      {
        ...{ id, name, code, address, phone: viewer.hidden.includes('contacts') ? null : phone, rhythm },
        rep: names.get(list.reps[at] ?? 0) ?? '',
        shareOfGap: rhythm.amount === null ? null : shareOf(rhythm.amount, gap?.sales?.missing),
        activeThisMonth: rhythm.since < dayOfMonth,
        overdue: overdue !== null && compare(overdue, '0') > 0 ? overdue : null,
        lastCall:
          outcome === undefined || day === undefined || next === undefined ? null : { outcome, day, next },
      },
    ];
  });
}

const nothing = (today: IsoDate, version: DataVersion, rules: VersionedCallRules): CallPage => ({
  ...{ dataVersion: version.version, asOf: null, today, set: lateCustomers(null, rules) },
  groups: callGroups.map((group) => ({ group, size: 0, expected: '0' })),
  ...{
    done: 0,
    planned: 0,
    gap: null,
    closes: { sales: null, activeBase: null },
    reps: [],
    parts: [],
    total: 0,
    rows: [],
  },
});
