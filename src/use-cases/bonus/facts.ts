import type { BonusScheme } from '../../domain/bonus/scheme.ts';
import type { BonusFacts } from '../../domain/bonus/statement.ts';
import { compare, divide, sum } from '../../domain/decimal.ts';
import { addMonths } from '../../domain/iso-date.ts';
import type { PlanMetric } from '../../domain/plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal } from '../../domain/units.ts';
import { unitRecords } from '../../services/activity/dress-units.ts';
import { owedToMembers, returnsOfMembers, unitsOfMembers } from '../../services/activity/work-of-members.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { OrganisationMember } from '../../services/organisation/report.ts';
import type { Desk } from '../../services/parts/part.ts';
import { unresolvedSignals } from '../integrity/read.ts';
import { type PlanFactRow, planFact } from '../plans/read.ts';

/** Whoever is paid by one version of a scheme. */
export interface Paid {
  readonly scheme: BonusScheme;
  readonly monthsInForce: number;
  readonly members: readonly OrganisationMember[];
}

type FactsOf = (member: OrganisationMember) => BonusFacts;

/** Targets and facts of a month, those of a closed one as it was closed; none where nothing was planned. */
export async function plannedRows(desk: Desk, month: string): Promise<readonly PlanFactRow[]> {
  try {
    return (await planFact(desk, month)).rows;
  } catch (error) {
    if (error instanceof Refusal && error.problems.some(({ code }) => code === 'planUnknown')) return [];
    throw error;
  }
}

/**
 * What the members of a scheme did in a month. `desk` has to see the whole company: what somebody is paid is not a
 * matter of who looks at it.
 */
export async function factsOf(
  desk: Desk,
  version: DataVersion,
  month: string,
  paid: Paid,
  rows: readonly PlanFactRow[],
): Promise<FactsOf> {
  const { scheme } = paid;
  const planned = planOf(rows);
  const points = await pointsOf(desk, version, month, scheme);
  const newClients = await newClientsOf(desk, version, month, scheme);
  const gates = await gatesOf(desk, version, month, scheme);
  const pool = poolOf(paid, planned);
  return (member) => ({
    planned: Object.fromEntries(
      scheme.parts.flatMap(({ metric }) => {
        const found = planned(member.kind, member.id, metric);
        return found === undefined ? [] : [[metric, found]];
      }),
    ),
    ...{ points: points(member.id), monthsInForce: paid.monthsInForce, newClients: newClients(member.id) },
    ...{ pool: pool(member), gates: gates(member.id) },
  });
}

type Planned = (
  level: string,
  member: number,
  metric: PlanMetric,
) => { readonly plan: Decimal; readonly fact: Decimal | null } | undefined;

/** Of all goods. */
function planOf(rows: readonly PlanFactRow[]): Planned {
  const key = (...parts: readonly unknown[]) => JSON.stringify(parts);
  const found = new Map(
    rows.flatMap(({ level, member, metric, product, value, fact }) =>
      product === null ? [[key(level, member, metric), { plan: value, fact }] as const] : [],
    ),
  );
  return (level, member, metric) => found.get(key(level, member, metric));
}

const monthsUpTo = (month: string, number: number): readonly [string, ...string[]] => {
  const [first = month, ...rest] = Array.from({ length: number }, (_, at) =>
    addMonths(`${month}-01`, at - number + 1).slice(0, 7),
  );
  return [first, ...rest];
};

async function pointsOf(
  { stores }: Desk,
  version: DataVersion,
  month: string,
  { points: rules, whom: { level } }: BonusScheme,
): Promise<(member: number) => BonusFacts['points']> {
  if (rules === null) return () => [];
  // One month more than points are held back for: who reached the end of the hold is not who was past it.
  const months = monthsUpTo(month, rules.holdMonths === 1 ? 1 : rules.holdMonths + 1);
  const method = await methodAsked(stores, { id: rules.method });
  const active = await unitsOfMembers(stores, { version, method, level }, 'deliveryPoint', 'active', months);
  const all = new Set([...active.values()].flatMap((own) => [...(own.at(-1) ?? [])]));
  const record = await unitRecords(stores, 'deliveryPoint', [...all]);
  const gradeOf = (id: number): string => {
    const { point } = record(id);
    return (point?.facts ?? point?.born)?.pointType ?? '';
  };
  return (member) => {
    const own = active.get(member) ?? [];
    const found = [...(own.at(-1) ?? [])].map((id) => {
      const broken = own.findLastIndex((units) => !units.has(id));
      return { grade: gradeOf(id), months: own.length - 1 - broken };
    });
    return [...Map.groupBy(found, (one) => JSON.stringify(one)).values()].flatMap((same) =>
      same.slice(0, 1).map((one) => ({ ...one, count: same.length })),
    );
  };
}

async function newClientsOf(
  { stores }: Desk,
  version: DataVersion,
  month: string,
  { newClients: rules, whom: { level } }: BonusScheme,
): Promise<(member: number) => number> {
  if (rules === null) return () => 0;
  const months = monthsUpTo(month, rules.months);
  const asked = { version, method: await methodAsked(stores, { id: 'main' }), level };
  const fresh = await unitsOfMembers(stores, asked, 'client', 'new', [months[0]]);
  const active = await unitsOfMembers(stores, asked, 'client', 'active', months);
  return (member) =>
    [...(fresh.get(member)?.[0] ?? [])].filter((id) =>
      (active.get(member) ?? []).every((units) => units.has(id)),
    ).length;
}

/** A gate that the scheme does not ask for is unknown. */
async function gatesOf(
  desk: Desk,
  version: DataVersion,
  month: string,
  { gates, whom: { level } }: BonusScheme,
): Promise<(member: number) => BonusFacts['gates']> {
  const has = (gate: keyof BonusFacts['gates']): boolean => gates.some(({ of }) => of === gate);
  const { stores } = desk;
  const asked = { version, method: await methodAsked(stores, { id: 'main' }), level };
  const owed = has('overdueShare') ? await owedToMembers(stores, asked, month) : null;
  const returns = has('returnsShare') ? await returnsOfMembers(stores, asked, month) : null;
  const signals = has('unresolvedSignals') ? await unresolvedSignals(desk, month) : null;
  const share = (part: Decimal | null | undefined, whole: Decimal | null | undefined): Decimal | null =>
    part == null || whole == null ? null : divide(part, whole);
  return (member) => {
    const [debts, work] = [owed?.get(member), returns?.get(member)];
    return {
      overdueShare: share(debts?.overdue, debts?.debt),
      returnsShare: share(work?.returned, work?.shipped),
      unresolvedSignals: signals && String(signals.get(member) ?? 0),
    };
  };
}

/** What is shared are facts of those who are paid by the scheme and belong to the team. */
function poolOf(
  { scheme: { pool: rules }, members }: Paid,
  planned: Planned,
): (member: OrganisationMember) => BonusFacts['pool'] {
  if (rules === null) return () => null;
  const factOf = ({ kind, id }: OrganisationMember): Decimal => {
    const fact = planned(kind, id, rules.metric)?.fact ?? '0';
    return compare(fact, '0') < 0 ? '0' : fact;
  };
  const teams = Map.groupBy(members, ({ above }) => above.team);
  return (member) => {
    const { team } = member.above;
    const ofTeam = team === undefined ? undefined : planned('team', team, rules.metric);
    if (ofTeam === undefined) return null;
    return { ...ofTeam, own: factOf(member), all: sum((teams.get(team) ?? []).map(factOf)) };
  };
}
