import { sql, type Transaction } from 'kysely';
import type { Viewer } from '../../domain/access.ts';
import { passwordProblem } from '../../domain/password.ts';
import { Refusal } from '../../domain/problem.ts';
import { loginFits, loginKey, type NewUser, type User, type UserChange } from '../../domain/user.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import { type Desk, day, demand, moment } from './desk.ts';
import { refuseUnknownMembers } from './scope-members.ts';
import { digestOf } from './secrets.ts';

type Tx = Transaction<RecordsSchema>;

/** How long a password that somebody else has set lets in. */
const oneTimeLife = 3 * day;
/** Changes of users come one after another: who is first, and who the last owner, is decided among all of them. */
const USERS_LOCK = 4_004;

export async function listUsers({ records }: Desk, viewer: Viewer): Promise<User[]> {
  demand(viewer, 'manageUsers');
  return await records.db.selectFrom('app_user').select(shown).orderBy('login_key').execute();
}

/**
 * The first one is an owner and keeps the password; all others have to set their own at the first sign-in.
 * @throws Refusal `notAllowed`, `loginWrong`, `loginTaken`, `firstUserIsOwner`, `ownerSeesAll`, `scopeMemberUnknown`,
 * `passwordLength`, `passwordGuessable`
 */
export async function addUser(desk: Desk, viewer: Viewer, user: NewUser): Promise<User> {
  demand(viewer, 'manageUsers');
  const { login, name, role, scope, hidden } = user;
  if (!loginFits(login)) throw new Refusal({ code: 'loginWrong', params: { login } });
  refuseWrongPassword(user.password, login);
  refuseLimitedOwner(user);
  await refuseUnknownMembers(desk.records, scope);
  const password = await desk.passwords.hash(user.password);
  return await desk.records.transaction(async (tx) => {
    await lockUsers(tx);
    const others = await tx.selectFrom('app_user').select('login_key').execute();
    if (others.length === 0 && role !== 'owner') throw new Refusal({ code: 'firstUserIsOwner' });
    if (others.some(({ login_key }) => login_key === loginKey(login)))
      throw new Refusal({ code: 'loginTaken', params: { login } });
    return await tx
      .insertInto('app_user')
      .values({
        ...{ login, login_key: loginKey(login), name, role, scope: JSON.stringify(scope) },
        ...{ hidden: [...hidden], password, created_at: moment(desk) },
        one_time_until: others.length === 0 ? null : moment(desk, oneTimeLife),
      })
      .returning(shown)
      .executeTakeFirstOrThrow();
  });
}

/**
 * In force with the next request of the user.
 * @throws Refusal `notAllowed`, `userUnknown`, `lastOwner`, `ownerSeesAll`, `scopeMemberUnknown`
 */
export async function changeUser(desk: Desk, viewer: Viewer, id: number, change: UserChange): Promise<User> {
  demand(viewer, 'manageUsers');
  if (change.scope) await refuseUnknownMembers(desk.records, change.scope);
  return await desk.records.transaction(async (tx) => {
    await lockUsers(tx);
    const before = await userUnder(tx, id);
    const { name, role, scope, hidden, disabled } = { ...before, ...change };
    refuseLimitedOwner({ role, scope, hidden });
    if (disabled || role !== 'owner') await refuseWithoutOwner(tx, id);
    if (disabled) await tx.deleteFrom('user_session').where('user_id', '=', id).execute();
    return await tx
      .updateTable('app_user')
      .set({ name, role, scope: JSON.stringify(scope), hidden: [...hidden], disabled })
      .where('id', '=', id)
      .returning(shown)
      .executeTakeFirstOrThrow();
  });
}

/**
 * Sets a password that has to be changed at the next sign-in, and ends all sessions of the user.
 * @throws Refusal `notAllowed`, `userUnknown`, `passwordLength`, `passwordGuessable`
 */
export async function resetPassword(desk: Desk, viewer: Viewer, id: number, typed: string): Promise<void> {
  demand(viewer, 'manageUsers');
  const { login } = await userUnder(desk.records.db, id);
  refuseWrongPassword(typed, login);
  const password = await desk.passwords.hash(typed);
  await desk.records.transaction(async (tx) => {
    const one_time_until = moment(desk, oneTimeLife);
    await tx.updateTable('app_user').set({ password, one_time_until }).where('id', '=', id).execute();
    await tx.deleteFrom('user_session').where('user_id', '=', id).execute();
    await tx
      .deleteFrom('sign_in_failure')
      .where('login', '=', digestOf(loginKey(login)))
      .execute();
  });
}

/**
 * The eyes of another user, to look with and to change nothing: «view as this user».
 * @throws Refusal `notAllowed`, `userUnknown`
 */
export async function viewAs(desk: Desk, viewer: Viewer, id: number): Promise<Viewer> {
  demand(viewer, 'manageUsers');
  const { role, scope, hidden } = await userUnder(desk.records.db, id);
  return { user: id, role, scope, hidden, lent: true };
}

/** @throws Refusal `userUnknown` */
export async function userUnder(db: Tx | Desk['records']['db'], id: number): Promise<User> {
  const row = await db.selectFrom('app_user').select(shown).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal({ code: 'userUnknown', params: { id } });
  return row;
}

export function refuseWrongPassword(password: string, login: string): void {
  const problem = passwordProblem(password, login);
  if (problem) throw new Refusal(problem);
}

/** Owners give rights away, so they have all of them. */
function refuseLimitedOwner({ role, scope, hidden }: Pick<User, 'role' | 'scope' | 'hidden'>): void {
  if (role === 'owner' && (scope.nodes !== null || hidden.length > 0))
    throw new Refusal({ code: 'ownerSeesAll' });
}

async function refuseWithoutOwner(tx: Tx, id: number): Promise<void> {
  const owners = await tx
    .selectFrom('app_user')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled', '=', false)
    .execute();
  if (owners.length === 1 && owners[0]?.id === id) throw new Refusal({ code: 'lastOwner' });
}

async function lockUsers(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(USERS_LOCK)})`.execute(tx);
}

const shown = [
  ...(['id', 'login', 'name', 'role', 'scope', 'hidden', 'disabled'] as const),
  'one_time_until as oneTimeUntil',
  'created_at as createdAt',
] as const;
