import type { CountUnit } from './units.ts';

/** Somebody's word that two identities are one unit, in force until it is withdrawn. */
export interface Merge {
  /** Merges are taken in the order of their numbers. */
  readonly id: number;
  /** `client`: of groups; a client without a group is a legal entity. */
  readonly level: CountUnit;
  /** Identities: they stay what they are, whatever units they belong to meanwhile. */
  readonly absorbed: number;
  readonly survivor: number;
}

/**
 * The unit that each unit is part of once merges are laid over it. `unitOf` gives the unit of an identity without them,
 * undefined where nobody speaks of it (then the merge waits until somebody does). Of every merge the survivor's unit
 * stays; the result depends on the merges, their order and `unitOf` alone.
 */
export function mergedUnits(
  merges: readonly Merge[],
  unitOf: (identity: number) => number | undefined,
): (unit: number) => number {
  const into = new Map<number, number>();
  const root = (unit: number): number => {
    let at = unit;
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next;
    return at;
  };
  for (const { absorbed, survivor } of inOrder(merges)) {
    const [from, to] = [unitOf(absorbed), unitOf(survivor)];
    if (from === undefined || to === undefined || root(from) === root(to)) continue;
    into.set(root(from), root(to));
  }
  return root;
}

const inOrder = (merges: readonly Merge[]): Merge[] => merges.toSorted((a, b) => a.id - b.id);

/** All units that links lead to from some of them; a link names units that may be one, before or after a change. */
export function connectedUnits(
  from: Iterable<number>,
  links: readonly (readonly number[])[],
): ReadonlySet<number> {
  const reached = new Set(from);
  const linksOf = new Map<number, (readonly number[])[]>();
  for (const link of links) for (const unit of link) linksOf.set(unit, [...(linksOf.get(unit) ?? []), link]);
  const queue = [...reached];
  for (let unit = queue.pop(); unit !== undefined; unit = queue.pop())
    for (const next of (linksOf.get(unit) ?? []).flat())
      if (!reached.has(next)) {
        reached.add(next);
        queue.push(next);
      }
  return reached;
}
