import type { Scope } from '../../domain/scope.ts';
import type { Organisation, OrganisationMember, UnitAssignments } from './report.ts';

/** Whom somebody with a scope may be told of: its nodes, everybody below them, and those to whom they belong. */
export function visibleMembers({ members }: Organisation, { nodes }: Scope): ReadonlySet<number> {
  if (nodes === null) return new Set(members.map(({ id }) => id));
  const own = new Set(nodes.map(({ member }) => member));
  const above = ({ above: of }: OrganisationMember): number[] => Object.values(of);
  const higher = members.filter(({ id }) => own.has(id)).flatMap(above);
  const lower = members.filter((one) => above(one).some((id) => own.has(id))).map(({ id }) => id);
  return new Set([...own, ...higher, ...lower]);
}

/** Whom somebody with a scope is in charge of: its nodes and everybody below them. */
export function reachableMembers({ members }: Organisation, { nodes }: Scope): ReadonlySet<number> {
  if (nodes === null) return new Set(members.map(({ id }) => id));
  const own = new Set(nodes.map(({ member }) => member));
  const lower = members.filter(({ above }) => Object.values(above).some((id) => own.has(id)));
  return new Set([...own, ...lower.map(({ id }) => id)]);
}

/** An organisation of which only some members are seen. */
export const organisationOf = (all: Organisation, seen: ReadonlySet<number>): Organisation => ({
  ...all,
  members: all.members
    .filter(({ id }) => seen.has(id))
    .map((one) => ({
      ...one,
      parent: one.parent !== null && seen.has(one.parent) ? one.parent : null,
      above: Object.fromEntries(Object.entries(one.above).filter(([, id]) => seen.has(id))),
    })),
});

/** Of what is known of a customer only what is about members that are seen. */
export const assignmentsOf = (all: UnitAssignments, seen: ReadonlySet<number>): UnitAssignments => ({
  ...all,
  responsible: all.responsible.filter(({ member }) => member !== null && seen.has(member.id)),
  stated: all.stated.filter(
    ({ member }) => member !== null && typeof member === 'object' && seen.has(member.id),
  ),
});
