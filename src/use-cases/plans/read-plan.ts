import { today } from '../../domain/clock.ts';
import { compare, multiply, subtract, sum } from '../../domain/decimal.ts';
import {
  addsUp,
  isSummed,
  type PlanLevel,
  type PlanMetric,
  type PlanTarget,
  planLevels,
  planMetrics,
} from '../../domain/plan.ts';
import type { Decimal } from '../../domain/units.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import { organisation } from '../../services/organisation/organisation.ts';
import type { Organisation } from '../../services/organisation/report.ts';
import { reachableMembers } from '../../services/organisation/visible-members.ts';
import type { Desk } from '../../services/parts/part.ts';
import { entryUnder, type PlanEntry } from './plan-entries.ts';
import { type PlannedWithin, plannedWithin } from './plans-in-time.ts';

export interface NamedTarget extends PlanTarget {
  /** Of the member; '': the company. */
  readonly name: string;
}

/** What the parts of a member are planned together, where that is not what he is planned himself. */
export interface UnevenTarget {
  readonly level: PlanLevel;
  readonly member: number;
  readonly name: string;
  readonly metric: PlanMetric;
  readonly plan: Decimal;
  readonly sumOfParts: Decimal;
  readonly parts: number;
  /** Customers whom several serve are counted by each of them: the sum may be more. Of money it may not. */
  readonly mayDiffer: boolean;
}

export interface Plan extends PlanEntry {
  /** From the company down, then by name. */
  readonly targets: readonly NamedTarget[];
  readonly uneven: readonly UnevenTarget[];
  /** Of a longer period: what the periods within it are planned together, of money and new customers. */
  readonly within: readonly PlannedWithin<NamedTarget>[];
}

/** @throws Refusal `planUnknown` */
export async function planOf(desk: Desk, period: string, version?: number): Promise<Plan> {
  const entry = await entryUnder(desk, period, version);
  const company = await companyOf(desk);
  const rows = await desk.stores.records.db
    .selectFrom('plan_target')
    .selectAll()
    .where('period', '=', period)
    .where('version', '=', entry.version)
    .execute();
  const targets = rows
    .map(
      ({ level, member, metric, product_of, product, value }): PlanTarget => ({
        ...{ level: level as PlanLevel, member, metric: metric as PlanMetric, value },
        product: product_of === '' ? null : { dimension: product_of as 'category' | 'sku', member: product },
      }),
    )
    .filter(({ member }) => company.isSeen(member));
  const named = inOrder(targets.map((one) => ({ ...one, name: company.nameOf(one.member) })));
  return {
    ...{ ...entry, targets: named, uneven: unevenOf(named, company.organisation) },
    within: await plannedWithin(desk, period, named),
  };
}

interface Company {
  readonly organisation: Organisation;
  readonly nameOf: (member: number) => string;
  /** Whose plans the reader may be told of; 0 is the company. */
  readonly isSeen: (member: number) => boolean;
}

export async function companyOf({ stores, viewer: { scope } }: Desk): Promise<Company> {
  const version = await currentVersion(stores.records);
  const all = await organisation(stores, version, version.asOf ?? today());
  const names = new Map(all.members.map(({ id, name }) => [id, name]));
  const seen = reachableMembers(all, scope);
  return {
    organisation: all,
    nameOf: (member) => names.get(member) ?? '',
    isSeen: (member) => scope.nodes === null || seen.has(member),
  };
}

const collator = new Intl.Collator('ru');

export const inOrder = <Target extends NamedTarget>(targets: readonly Target[]): Target[] =>
  [...targets].sort(
    (a, b) =>
      planLevels.indexOf(a.level) - planLevels.indexOf(b.level) ||
      collator.compare(a.name, b.name) ||
      a.member - b.member ||
      planMetrics.indexOf(a.metric) - planMetrics.indexOf(b.metric) ||
      collator.compare(a.product?.member ?? '', b.product?.member ?? ''),
  );

/** Of a member and a metric: the targets of those right below him, of all goods. */
export function partsIn(
  targets: readonly NamedTarget[],
  { members }: Organisation,
): (member: number, metric: PlanMetric) => readonly NamedTarget[] {
  const above = new Map(members.map(({ id, parent }) => [id, parent ?? 0]));
  const parts = Map.groupBy(
    targets.filter(({ level, product }) => level !== 'company' && product === null),
    ({ member, metric }) => `${above.get(member) ?? 0} ${metric}`,
  );
  return (member, metric) => parts.get(`${member} ${metric}`) ?? [];
}

function unevenOf(targets: readonly NamedTarget[], organisation: Organisation): UnevenTarget[] {
  const partsOf = partsIn(targets, organisation);
  const found: UnevenTarget[] = [];
  for (const { level, member, name, metric, product, value } of targets) {
    if (product !== null || !isSummed(metric)) continue;
    const parts = partsOf(member, metric);
    const sumOfParts = sum(parts.map((part) => part.value));
    // Parts that were each rounded to the kopeck may miss their whole by half a kopeck each.
    const rounding = addsUp(metric) ? multiply('0.005', String(parts.length + 1)) : '0';
    const missing = subtract(sumOfParts, value).replace('-', '');
    if (parts.length > 0 && compare(missing, rounding) > 0)
      found.push({
        ...{ level, member, name, metric, plan: value, sumOfParts, parts: parts.length },
        mayDiffer: !addsUp(metric),
      });
  }
  return found;
}
