import type { Kysely } from 'kysely';
import type { Viewer } from '../../domain/access.ts';
import { Refusal } from '../../domain/problem.ts';
import type { UserSession } from '../../domain/user.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import { type Desk, day, demand, minute, moment } from './desk.ts';
import { digestOf, newSecret } from './secrets.ts';
import { userUnder } from './users.ts';
import type { Visitor } from './visitor.ts';

/** A session ends when nobody has used it for so long, and after so long in any case. */
const idleLife = 7 * day;
const wholeLife = 30 * day;
/** The last use is written down no more often. */
const useGrain = minute;
const longestDevice = 200;

/** Begins a session and returns its secret, of which only a digest stays here. */
export async function startSession(
  db: Kysely<RecordsSchema>,
  desk: Desk,
  user: number,
  device: string,
): Promise<string> {
  const session = newSecret();
  await db
    .deleteFrom('user_session')
    .where((is) =>
      is.or([
        is('created_at', '<=', moment(desk, -wholeLife)),
        is('last_used_at', '<=', moment(desk, -idleLife)),
      ]),
    )
    .execute();
  await db
    .insertInto('user_session')
    .values({
      ...{ user_id: user, digest: digestOf(session), device: device.slice(0, longestDevice) },
      ...{ created_at: moment(desk), last_used_at: moment(desk) },
    })
    .execute();
  return session;
}

/** Whose session it is, with the rights that the user has now; undefined: nobody's, or not any more. */
export async function visitorBySession(desk: Desk, session: string): Promise<Visitor | undefined> {
  const { db } = desk.records;
  const found = await db
    .selectFrom('user_session')
    .innerJoin('app_user', 'app_user.id', 'user_session.user_id')
    .select(['user_session.id', 'user_id', 'last_used_at', 'role', 'scope', 'hidden', 'one_time_until'])
    .where('digest', '=', digestOf(session))
    .where('disabled', '=', false)
    .where('user_session.created_at', '>', moment(desk, -wholeLife))
    .where('last_used_at', '>', moment(desk, -idleLife))
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { id, user_id: user, role, scope, hidden } = found;
  if (Date.parse(found.last_used_at) <= desk.now() - useGrain)
    await db
      .updateTable('user_session')
      .set({ last_used_at: moment(desk) })
      .where('id', '=', id)
      .execute();
  return {
    viewer: { user, role, scope, hidden },
    session: { id, oneTimePassword: found.one_time_until !== null },
  };
}

/** Returns whose session it was. */
export async function endSession({ records }: Desk, session: string): Promise<number | undefined> {
  const ended = await records.db
    .deleteFrom('user_session')
    .where('digest', '=', digestOf(session))
    .returning('user_id')
    .executeTakeFirst();
  return ended?.user_id;
}

/**
 * The sessions of a user, the newest first: his own, or anybody's with the right to manage users.
 * @throws Refusal `notAllowed`, `userUnknown`
 */
export async function listSessions(desk: Desk, viewer: Viewer, user: number): Promise<UserSession[]> {
  await demandSessionsOf(desk, viewer, user);
  return await desk.records.db
    .selectFrom('user_session')
    .select(['id', 'device', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('user_id', '=', user)
    .where('created_at', '>', moment(desk, -wholeLife))
    .where('last_used_at', '>', moment(desk, -idleLife))
    .orderBy('id', 'desc')
    .execute();
}

/**
 * Ends one session of a user, or all of them.
 * @throws Refusal `notAllowed`, `userUnknown`, `sessionUnknown`
 */
export async function endSessions(desk: Desk, viewer: Viewer, user: number, id?: number): Promise<void> {
  await demandSessionsOf(desk, viewer, user);
  let ending = desk.records.db.deleteFrom('user_session').where('user_id', '=', user);
  if (id !== undefined) ending = ending.where('id', '=', id);
  const { numDeletedRows } = await ending.executeTakeFirst();
  if (id !== undefined && numDeletedRows === 0n)
    throw new Refusal({ code: 'sessionUnknown', params: { id } });
}

async function demandSessionsOf({ records }: Desk, viewer: Viewer, user: number): Promise<void> {
  if (viewer.user === user) return;
  demand(viewer, 'manageUsers');
  await userUnder(records.db, user);
}
