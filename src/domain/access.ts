import { z } from 'zod';
import { assignable } from './dimensions.ts';
import { Refusal } from './problem.ts';
import { covers, type Scope, wholeCompany } from './scope.ts';

/** What somebody may do; what he sees by it is limited by his scope and by what is hidden from him. */
export const permissions = [
  'seeFigures',
  'seeCustomers',
  'editCustomers',
  'mergeCustomers',
  'handOver',
  'recordTouches',
  'seeSpecial',
  'export',
  'defineSets',
  'defineCompany',
  'setPlans',
  'approvePlans',
  'closeMonths',
  'seeBonus',
  'setBonus',
  'reviewSignals',
  'import',
  'operate',
  'manageUsers',
  'seeAudit',
  'handlePersonalData',
  'destroyCustomers',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = [
  'owner',
  'director',
  'analyst',
  'supervisor',
  'rep',
  'marketer',
  'dataProtectionOfficer',
] as const;
export type Role = (typeof roles)[number];

/** Roles as the lists of what they may do. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  owner: permissions,
  director: [
    'seeFigures',
    'seeCustomers',
    'editCustomers',
    'mergeCustomers',
    'handOver',
    'recordTouches',
    'seeSpecial',
    'export',
    'defineSets',
    'defineCompany',
    'setPlans',
    'approvePlans',
    'closeMonths',
    'seeBonus',
    'setBonus',
    'reviewSignals',
  ],
  analyst: [
    'seeFigures',
    'seeCustomers',
    'editCustomers',
    'mergeCustomers',
    'recordTouches',
    'export',
    'defineSets',
    'defineCompany',
    'setPlans',
    'seeBonus',
    'reviewSignals',
    'import',
  ],
  supervisor: [
    'seeFigures',
    'seeCustomers',
    'editCustomers',
    'handOver',
    'recordTouches',
    'export',
    'defineSets',
    'seeBonus',
    'reviewSignals',
  ],
  rep: ['seeFigures', 'seeCustomers', 'recordTouches', 'seeBonus'],
  marketer: ['seeFigures', 'seeCustomers', 'export', 'defineSets'],
  dataProtectionOfficer: [
    'seeFigures',
    'seeCustomers',
    'export',
    'seeAudit',
    'handlePersonalData',
    'destroyCustomers',
  ],
};

/** What may be kept from one user beyond what his role keeps from him. `contacts`: phones, e-mails, contact persons. */
export const restrictions = ['contacts', 'export'] as const;
export type Restriction = (typeof restrictions)[number];

export const scopeDocument = z.strictObject({
  nodes: z
    .array(z.strictObject({ dimension: z.enum(assignable), member: z.int().positive() }))
    .min(1)
    .max(1000)
    .nullable(),
});

/** Whose eyes something is seen with, and whose hand does it. */
export interface Viewer {
  /** Of the user; null: whoever holds the data folder itself, with the owner's role. */
  readonly user: number | null;
  readonly role: Role;
  readonly scope: Scope;
  readonly hidden: readonly Restriction[];
  /** Somebody else looks with these eyes: he changes nothing and takes nothing away. */
  readonly lent?: true;
}

/** What one may do with lent eyes; of these, what changes something says so by itself. */
const looking: readonly Permission[] = ['seeFigures', 'seeCustomers', 'seeBonus', 'reviewSignals'];

/** Whoever may read the data folder: it is all his. */
export const folderHolder: Viewer = { user: null, role: 'owner', scope: wholeCompany, hidden: [] };

export const isAllowed = (
  { role, hidden, lent }: Pick<Viewer, 'role' | 'hidden' | 'lent'>,
  permission: Permission,
): boolean =>
  (!lent || looking.includes(permission)) &&
  permissionsOf[role].includes(permission) &&
  !(permission === 'export' && hidden.includes('export'));

/** What something asks of whoever does it. */
export interface Need {
  readonly permission: Permission;
  /** It is about the company as a whole: whoever sees a part of it only may not. */
  readonly whole?: true;
  /** It changes something: whoever looks with somebody else's eyes may not. Other permissions than looking say so already. */
  readonly changes?: true;
}

/** @throws Refusal `notAllowed`, `onlyOfWhole` */
export function checkAllowed(viewer: Viewer, { permission, whole, changes }: Need): void {
  if (!isAllowed(viewer, permission) || (changes && viewer.lent))
    throw new Refusal({ code: 'notAllowed', params: { role: viewer.role, permission } });
  if (whole && viewer.scope.nodes !== null) throw new Refusal({ code: 'onlyOfWhole' });
}

/** Whoever has the one role may do all that the other one may. */
export const coversRole = (role: Role, other: Role): boolean =>
  permissionsOf[other].every((permission) => permissionsOf[role].includes(permission));

/** Whoever has the one may do and see all that the other one may. */
export const coversRights = (
  one: Pick<Viewer, 'role' | 'scope'>,
  other: Pick<Viewer, 'role' | 'scope'>,
): boolean => coversRole(one.role, other.role) && covers(one.scope, other.scope);
