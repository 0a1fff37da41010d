import type { AssignableDimension } from './dimensions.ts';

/**
 * What a user may see. Lines count when they belong to one of the nodes; what a customer is (new, lost…) is judged
 * against the whole company; who he is shows while he belongs to one of the nodes today.
 */
export interface Scope {
  /** null: the whole company. */
  readonly nodes: readonly OrganisationNode[] | null;
}

export interface OrganisationNode {
  readonly dimension: AssignableDimension;
  /** Id of the member. */
  readonly member: number;
}

/** Of the owner, and of the product's own jobs. */
export const wholeCompany: Scope = { nodes: null };

/** Whoever sees `scope` sees all that `other` does. */
export function covers({ nodes }: Scope, other: Scope): boolean {
  if (nodes === null) return true;
  const isSeen = (one: OrganisationNode): boolean =>
    nodes.some(({ dimension, member }) => dimension === one.dimension && member === one.member);
  return other.nodes?.every(isSeen) ?? false;
}

/** The members of each dimension that a scope names. */
export function membersByDimension(
  nodes: readonly OrganisationNode[],
): ReadonlyMap<AssignableDimension, number[]> {
  const found = new Map<AssignableDimension, number[]>();
  for (const { dimension, member } of nodes) found.set(dimension, [...(found.get(dimension) ?? []), member]);
  return found;
}
