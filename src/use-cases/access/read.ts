import type { Stores } from '../../stores/stores.ts';

type Records = Pick<Stores, 'records'>;

export async function hasUsers({ records }: Records): Promise<boolean> {
  return (await records.db.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Owners who may come in, and whether the password is their own. */
export async function enabledOwners({
  records,
}: Records): Promise<{ login: string; ownPassword: boolean }[]> {
  const rows = await records.db
    .selectFrom('app_user')
    .select(['login', 'one_time_until'])
    .where('role', '=', 'owner')
    .where('disabled', '=', false)
    .execute();
  return rows.map(({ login, one_time_until }) => ({ login, ownPassword: one_time_until === null }));
}

/** Keys that open something at a moment and nothing any more by another one. ISO 8601. */
export async function keysEnding(
  { records }: Records,
  after: string,
  until: string,
): Promise<{ prefix: string; expiresAt: string }[]> {
  return await records.db
    .selectFrom('api_key')
    .select(['prefix', 'expires_at as expiresAt'])
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', after)
    .where('expires_at', '<=', until)
    .orderBy('expires_at')
    .execute();
}
