import { LRUCache } from 'lru-cache';
import { compare, subtract } from '../../domain/decimal.ts';
import type { PlanLevel } from '../../domain/plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { OrganisationNode } from '../../domain/scope.ts';
import type { Decimal } from '../../domain/units.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { entryUnder, periodFigures, planOf } from '../plans/read.ts';

const metrics = ['sales', 'activeBase'] as const;

/** What is missing to a plan of a month; null: there is none. */
export interface PlanGap {
  readonly month: string;
  readonly sales: Gap | null;
  readonly activeBase: Gap | null;
}

interface Gap {
  readonly plan: Decimal;
  readonly fact: Decimal;
  /** 0 once the plan is reached. */
  readonly missing: Decimal;
}

/** By everything that it depends on: the fact is asked of the engine once for a version of the data. */
const known = new LRUCache<string, { readonly gap: PlanGap | null }>({ max: 500 });
let installations = 0;
const numbered = new WeakMap<object, number>();

/** Of one member, or of whatever somebody sees where that is one member or the whole company; of the month of the last loaded day. */
export async function planGap(
  desk: Desk,
  version: DataVersion,
  nodes: readonly OrganisationNode[],
): Promise<PlanGap | null> {
  const whose = whoseOf(desk, nodes);
  if (whose === null || version.asOf === null) return null;
  const month = version.asOf.slice(0, 7);
  const plan = await entryUnder(desk, month).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (plan === null) return null;
  const { records } = desk.stores;
  const number = numbered.get(records) ?? ++installations;
  numbered.set(records, number);
  const key = JSON.stringify([number, version.version, month, plan.version, whose, desk.viewer.scope]);
  const found = known.get(key) ?? { gap: await gapOf(desk, month, whose) };
  known.set(key, found);
  return found.gap;
}

async function gapOf(desk: Desk, month: string, whose: Whose): Promise<PlanGap | null> {
  const targets = (await planOf(desk, month)).targets.filter(
    ({ level, member, product, metric }) =>
      level === whose.level &&
      member === whose.member &&
      product === null &&
      metrics.some((one) => one === metric),
  );
  if (targets.length === 0) return null;
  const factOf = await periodFigures(desk, month, targets);
  const of = (metric: (typeof metrics)[number]): Gap | null => {
    const target = targets.find((one) => one.metric === metric);
    const fact = target === undefined ? null : factOf(target);
    if (target === undefined || fact === null) return null;
    const missing = subtract(target.value, fact);
    return { plan: target.value, fact, missing: compare(missing, '0') > 0 ? missing : '0' };
  };
  return { month, sales: of('sales'), activeBase: of('activeBase') };
}

interface Whose {
  readonly level: PlanLevel;
  readonly member: number;
}

function whoseOf({ viewer: { scope } }: Desk, nodes: readonly OrganisationNode[]): Whose | null {
  if (nodes.length === 0 && scope.nodes === null) return { level: 'company', member: 0 };
  const [only, ...others] = nodes.length > 0 ? nodes : (scope.nodes ?? []);
  if (only === undefined || others.length > 0 || only.member === 0) return null;
  return { level: only.dimension, member: only.member };
}
