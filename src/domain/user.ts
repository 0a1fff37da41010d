import { z } from 'zod';
import { type Restriction, type Role, restrictions, roles, scopeDocument } from './access.ts';
import { displayName } from './display-name.ts';
import type { Scope } from './scope.ts';

/**
 * Letters of one alphabet (so that no name looks like another one), digits, and single dots, dashes and underscores
 * between them; upper and lower case are the same.
 */
const loginPattern =
  /^(?=.{2,64}$)(?:[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*|[А-Яа-яЁё0-9]+(?:[._-][А-Яа-яЁё0-9]+)*)$/;

/** Two names with the same key are one. */
export const loginKey = (login: string): string => login.trim().normalize('NFKC').toLowerCase();

export const loginFits = (login: string): boolean => loginPattern.test(login);

const hidden = z.array(z.enum(restrictions)).max(restrictions.length);
const rights = { role: z.enum(roles), scope: scopeDocument, hidden };

export const typedLogin = z.string().trim().max(200);
/** As it is typed; what it has to be like is for `passwordProblem` to say. */
export const typedPassword = z.string().min(1).max(1000);

export const newUser = z.strictObject({
  /** What it has to be like is for `loginFits` to say. */
  login: typedLogin,
  name: displayName,
  ...rights,
  password: typedPassword,
});
export type NewUser = z.output<typeof newUser>;

/** At least one of them. */
export const userChange = z
  .strictObject({
    name: z.exactOptional(displayName),
    role: z.exactOptional(rights.role),
    scope: z.exactOptional(rights.scope),
    hidden: z.exactOptional(rights.hidden),
    disabled: z.exactOptional(z.boolean()),
  })
  .refine((change) => Object.keys(change).length > 0);
export type UserChange = z.output<typeof userChange>;

/** `days`: how long it opens, at most a year. */
export const newKey = z.strictObject({ name: displayName, ...rights, days: z.int().min(1).max(366) });
export type NewKey = z.output<typeof newKey>;

export interface User {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly hidden: readonly Restriction[];
  readonly disabled: boolean;
  /** Until when a password that somebody else has set lets in; null: it is the user's own. ISO 8601. */
  readonly oneTimeUntil: string | null;
  readonly createdAt: string;
}

export interface ApiKey {
  readonly id: number;
  /** What it begins with. */
  readonly prefix: string;
  readonly name: string;
  /** The user it belongs to and whose rights it cannot exceed; null: the owner of the data folder. */
  readonly user: number | null;
  readonly role: Role;
  readonly scope: Scope;
  readonly hidden: readonly Restriction[];
  readonly createdAt: string;
  readonly expiresAt: string;
  /** UTC. */
  readonly lastUsedDay: string | null;
  readonly revokedAt: string | null;
}

export interface UserSession {
  readonly id: number;
  /** The browser as it names itself. */
  readonly device: string;
  readonly createdAt: string;
  /** To the minute. */
  readonly lastUsedAt: string;
}
