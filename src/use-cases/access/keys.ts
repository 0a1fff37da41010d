import { randomBytes } from 'node:crypto';
import { coversRights, isAllowed, type Viewer } from '../../domain/access.ts';
import { Refusal } from '../../domain/problem.ts';
import type { ApiKey, NewKey } from '../../domain/user.ts';
import { type Desk, day, demand, moment } from './desk.ts';
import { refuseUnknownMembers } from './scope-members.ts';
import { digestOf, newSecret } from './secrets.ts';
import type { Visitor } from './visitor.ts';

export interface MadeKey extends ApiKey {
  /** The key itself, which nobody can show a second time. */
  readonly text: string;
}

/** All keys, for whoever manages users; else the user's own. */
export async function listKeys({ records }: Desk, viewer: Viewer): Promise<ApiKey[]> {
  const own = ownKeysOnly(viewer);
  return await records.db
    .selectFrom('api_key')
    .select(shown)
    .$if(own !== undefined, (keys) => keys.where('user_id', '=', own ?? 0))
    .orderBy('id')
    .execute();
}

/**
 * People make keys for their programs; a key makes another one only with the right to manage users.
 * @throws Refusal `notAllowed`, `keyBeyondMaker`, `scopeMemberUnknown`
 */
export async function addKey(desk: Desk, { viewer, session }: Visitor, key: NewKey): Promise<MadeKey> {
  if (session === undefined) demand(viewer, 'manageUsers');
  const { name, role, scope, days } = key;
  const hidden = [...new Set([...viewer.hidden, ...key.hidden])];
  if (!coversRights(viewer, key)) throw new Refusal({ code: 'keyBeyondMaker' });
  await refuseUnknownMembers(desk.records, scope);
  const prefix = `akb_${randomBytes(4).toString('hex')}`;
  const text = `${prefix}_${newSecret()}`;
  const row = await desk.records.db
    .insertInto('api_key')
    .values({
      ...{ user_id: viewer.user, prefix, digest: digestOf(text), name, role, hidden },
      ...{ scope: JSON.stringify(scope), created_at: moment(desk), expires_at: moment(desk, days * day) },
    })
    .returning(shown)
    .executeTakeFirstOrThrow();
  return { ...row, text };
}

/**
 * At once and for good.
 * @throws Refusal `keyUnknown`: also of a key of somebody else
 */
export async function revokeKey(desk: Desk, viewer: Viewer, id: number): Promise<void> {
  const own = ownKeysOnly(viewer);
  const { numUpdatedRows } = await desk.records.db
    .updateTable('api_key')
    .set({ revoked_at: moment(desk) })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .$if(own !== undefined, (keys) => keys.where('user_id', '=', own ?? 0))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Refusal({ code: 'keyUnknown', params: { id } });
}

/**
 * Who comes with a key. It opens nothing while its maker is disabled or may do less than it; what is hidden from him is
 * hidden from it.
 */
export async function visitorByKey(desk: Desk, text: string): Promise<Visitor | undefined> {
  const { db } = desk.records;
  const key = await db
    .selectFrom('api_key')
    .select(['id', 'user_id', 'role', 'scope', 'hidden', 'last_used_day'])
    .where('digest', '=', digestOf(text))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', moment(desk))
    .executeTakeFirst();
  if (key === undefined) return undefined;
  const { id, user_id: user, role, scope } = key;
  const maker =
    user === null
      ? undefined
      : await db
          .selectFrom('app_user')
          .select(['role', 'scope', 'hidden', 'disabled'])
          .where('id', '=', user)
          .executeTakeFirstOrThrow();
  if (maker && (maker.disabled || !coversRights(maker, key))) return undefined;
  const hidden = [...new Set([...(maker?.hidden ?? []), ...key.hidden])];
  const today = moment(desk).slice(0, 10);
  if (key.last_used_day !== today)
    await db.updateTable('api_key').set({ last_used_day: today }).where('id', '=', id).execute();
  return { viewer: { user, role, scope, hidden }, key: { id } };
}

/** The user whose keys are the only ones that the viewer deals with; undefined: all are. */
function ownKeysOnly(viewer: Viewer): number | undefined {
  if (isAllowed(viewer, 'manageUsers')) return undefined;
  if (viewer.user === null)
    throw new Refusal({ code: 'notAllowed', params: { role: viewer.role, permission: 'manageUsers' } });
  return viewer.user;
}

const shown = [
  ...(['id', 'prefix', 'name', 'user_id as user', 'role', 'scope', 'hidden'] as const),
  ...(['created_at as createdAt', 'expires_at as expiresAt'] as const),
  ...(['last_used_day as lastUsedDay', 'revoked_at as revokedAt'] as const),
] as const;
