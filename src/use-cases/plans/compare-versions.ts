import { compare } from '../../domain/decimal.ts';
import { targetKey } from '../../domain/plan.ts';
import type { Decimal } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { inOrder, type NamedTarget, planOf } from './read-plan.ts';

/** A target that two versions of a plan state otherwise; null: there it is none. */
export interface ChangedTarget extends Omit<NamedTarget, 'value'> {
  readonly from: Decimal | null;
  readonly to: Decimal | null;
}

/** @throws Refusal `planUnknown` */
export async function compareVersions(
  desk: Desk,
  period: string,
  from: number,
  to: number,
): Promise<readonly ChangedTarget[]> {
  const [before, after] = [await planOf(desk, period, from), await planOf(desk, period, to)];
  const valuesOf = (targets: readonly NamedTarget[]) =>
    new Map(targets.map((target) => [targetKey(target), target.value]));
  const [was, is] = [valuesOf(before.targets), valuesOf(after.targets)];
  const all = new Map([...before.targets, ...after.targets].map((target) => [targetKey(target), target]));
  return inOrder([...all.values()]).flatMap((target) => {
    const { value: _, ...about } = target;
    const [a, b] = [was.get(targetKey(target)) ?? null, is.get(targetKey(target)) ?? null];
    const isSame = a !== null && b !== null && compare(a, b) === 0;
    return isSame ? [] : [{ ...about, from: a, to: b }];
  });
}
