import { permissionsOf, type Role, type Viewer } from './access.ts';
import { type Scope, wholeCompany } from './scope.ts';

/** Whoever may read and write the data folder. */
export const folderOwner: Viewer = { user: null, role: 'owner', scope: wholeCompany, hidden: [] };

type Rights = Pick<Viewer, 'role' | 'scope'>;

/** Whoever has the one role may do all that the other one may. */
export const coversRole = (role: Role, other: Role): boolean =>
  permissionsOf[other].every((permission) => permissionsOf[role].includes(permission));

/** Every node of the other scope is named by this one. A node below a named one is not: who is below whom changes. */
export const coversScope = ({ nodes }: Scope, other: Scope): boolean =>
  nodes === null ||
  (other.nodes?.every((node) =>
    nodes.some(({ dimension, member }) => dimension === node.dimension && member === node.member),
  ) ??
    false);

export const covers = (rights: Rights, other: Rights): boolean =>
  coversRole(rights.role, other.role) && coversScope(rights.scope, other.scope);
