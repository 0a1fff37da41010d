import { today } from '../../domain/clock.ts';
import { type NewPlan, type PlanTarget, targetKey } from '../../domain/plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Desk } from '../../services/parts/part.ts';
import { insertMany } from '../../stores/records/bulk.ts';
import { entryUnder, lockPlan } from './plan-entries.ts';
import { companyOf, type Plan, planOf } from './read-plan.ts';

/** @throws Refusal `planStale`, `planMemberUnknown`, `planTargetTwice` */
export async function savePlan(desk: Desk, period: string, plan: NewPlan): Promise<Plan> {
  const { stores, viewer } = desk;
  await refuseMistakes(desk, plan.targets);
  const version = plan.version + 1;
  const now = await stores.records.transaction(async (tx) => {
    await lockPlan(period).execute(tx);
    const { last } = await tx
      .selectFrom('plan')
      .select(({ fn }) => fn.max('version').as('last'))
      .where('period', '=', period)
      .executeTakeFirstOrThrow();
    if ((last ?? 0) !== plan.version) return last ?? 0;
    await tx
      .insertInto('plan')
      .values({
        ...{ period, version, comment: plan.comment.trim(), stated_by: viewer.user, stated_on: today() },
        ...{ stated_at: new Date().toISOString(), approved_by: null, approved_at: null },
      })
      .execute();
    await insertMany(
      tx,
      'plan_target',
      [
        ...(['period text', 'version int4', 'level text', 'member int4', 'metric text'] as const),
        ...(['product_of text', 'product text', 'value numeric'] as const),
      ].map((column) => {
        const [name = '', pgType = ''] = column.split(' ');
        return { name, pgType };
      }),
      plan.targets.map(({ level, member, metric, product, value }) => [
        ...[period, version, level, member, metric],
        ...[product?.dimension ?? '', product?.member ?? '', value],
      ]),
    );
    return null;
  });
  if (now !== null) throw new Refusal({ code: 'planStale', params: { period, version: now } });
  return await planOf(desk, period, version);
}

async function refuseMistakes(desk: Desk, targets: readonly PlanTarget[]): Promise<void> {
  const { organisation, nameOf } = await companyOf(desk);
  const kinds = new Map<number, string>(organisation.members.map(({ id, kind }) => [id, kind]));
  const stranger = targets.find(({ level, member }) => member !== 0 && kinds.get(member) !== level);
  if (stranger !== undefined)
    throw new Refusal({
      code: 'planMemberUnknown',
      params: { level: stranger.level, member: stranger.member },
    });
  const seen = new Set<string>();
  for (const target of targets) {
    const key = targetKey(target);
    const { level, member, metric } = target;
    if (seen.has(key))
      throw new Refusal({ code: 'planTargetTwice', params: { level, name: nameOf(member), metric } });
    seen.add(key);
  }
}

/** @throws Refusal `planUnknown`, `planStale`, `planApproved` */
export async function approvePlan(desk: Desk, period: string, version: number): Promise<Plan> {
  const { stores, viewer } = desk;
  const last = await entryUnder(desk, period);
  if (last.version !== version)
    throw new Refusal({ code: 'planStale', params: { period, version: last.version } });
  const { numUpdatedRows } = await stores.records.db
    .updateTable('plan')
    .set({ approved_by: viewer.user, approved_at: new Date().toISOString() })
    .where('period', '=', period)
    .where('version', '=', version)
    .where('approved_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Refusal({ code: 'planApproved', params: { period, version } });
  return await planOf(desk, period, version);
}
