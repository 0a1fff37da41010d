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
import { daysBetween } from '../../domain/iso-date.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { memberNames } from '../../services/activity/member-names.ts';
import { clientsNow } from '../../services/customers/clients-now.ts';
import { owedBy } from '../../services/customers/receivables.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type Rhythm, rhythmsOf } from '../../services/rhythm/rhythm.ts';
import type { Stores } from '../../stores/stores.ts';
import { callLog, type LoggedCall } from './call-log.ts';
import { callRulesNow, membersOfSet, type VersionedCallRules } from './call-rules.ts';
import { groupBits, groupsOf } from './groups-of.ts';
import { type PlanGap, planGap } from './plan-gap.ts';
import { type WorkList, workList } from './work-list.ts';

export interface CallQuestion {
  /** Only of one rep, 0 for those of nobody; all whom the reader sees when left out. */
  readonly rep?: number;
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

export interface CallPage {
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
  /** The share of the missing sales, and of the missing customers, that the customers of `urgent` and `winBack` would bring. */
  readonly closes: { readonly sales: Decimal | null; readonly activeBase: Decimal | null };
  /** Reps with lists that the reader sees; 0 is nobody's. */
  readonly reps: readonly { readonly id: number; readonly name: string }[];
  /** Of the group asked for. */
  readonly total: number;
  readonly rows: readonly CallRow[];
}

/** Whom to call today. */
export async function callPage(desk: Desk, question: CallQuestion): Promise<CallPage> {
  const { stores, viewer } = desk;
  const { rep = null, group = 'urgent', sort = 'money', limit, from = 0 } = question;
  const version = await currentVersion(stores.records);
  const rules = await callRulesNow(stores);
  const day = today();
  const { asOf } = version;
  if (asOf === null) return nothing(day, version, rules);
  const list = await workList(stores, { ...version, asOf }, viewer.scope);
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
  let newOfMonth = 0;
  for (let place = 0; place < list.ids.length; place++) {
    const at = sort === 'plan' ? (list.byPlan[place] ?? 0) : place;
    if (rep !== null && list.reps[at] !== rep) continue;
    const call = latest.get(list.ids[at] ?? 0);
    if (call?.day === day) doneToday++;
    const own = groupsOf(list, at, call, context);
    if (own === 0) continue;
    toCall++;
    for (const one of callGroups) if (own & groupBits[one]) members[one].push(at);
    const isLate = own & (groupBits.urgent | groupBits.winBack);
    if (isLate && (list.since[at] ?? 0) >= dayOfMonth) newOfMonth++;
  }
  const gap = await planGap(desk, version, rep);
  const reps = await repsOf(desk, list.members);
  const lists = rep === null ? Math.max(1, list.members.filter((one) => one !== 0).length) : 1;
  const expectedOf = (some: readonly number[]): Decimal =>
    roubles(some.reduce((all, at) => all + (list.kopecks[at] ?? 0), 0));
  const late = expectedOf([...members.urgent, ...members.winBack]);
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
      sales: shareOf(late, gap?.sales?.missing),
      activeBase: shareOf(`${newOfMonth}`, gap?.activeBase?.missing),
    },
    reps,
    total: members[group].length,
    rows: await rowsOf(desk, version, list, page, { gap, latest, reps, dayOfMonth }),
  };
}

const roubles = (kopecks: number): Decimal => fixed(multiply(String(Math.round(kopecks)), '0.01'), 2);

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

const collator = new Intl.Collator('ru');

async function repsOf({ stores }: Desk, members: readonly number[]): Promise<CallPage['reps']> {
  const names = await memberNames(
    stores,
    members.filter((id) => id !== 0),
  );
  return members
    .map((id) => ({ id, name: names.get(id) ?? '' }))
    .sort((a, b) => Number(a.id === 0) - Number(b.id === 0) || collator.compare(a.name, b.name));
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
    total: 0,
    rows: [],
  },
});
