import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stores } from '../../stores/stores.ts';
import { enabledOwners, hasUsers, keysEnding } from '../access/read.ts';
import type { DoctorConfig, Finding } from './finding.ts';

/** The key of the data folder; there is none before the first `akb start`. */
export async function checkSecrets({ dataDir }: DoctorConfig): Promise<Finding> {
  const file = join(dataDir, 'secret');
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || (found.mode & 0o077) === 0) return { ok: true };
  const mode = (found.mode & 0o777).toString(8);
  return { ok: false, problem: { code: 'secretOpen', params: { file, mode } } };
}

/** Once there are users, one of them can give rights. */
export async function checkOwners(stores: Stores): Promise<Finding> {
  if (!(await hasUsers(stores))) return { ok: true };
  const owners = await enabledOwners(stores);
  const settled = owners.filter(({ ownPassword }) => ownPassword);
  if (settled.length === 0) return { ok: false, problem: { code: 'ownerWithoutPassword' } };
  return { ok: true, detail: String(settled.length) };
}

const SOON_DAYS = 14;
const DAY_MS = 86_400_000;
const MOST_NAMED = 12;

/** A remark only: a key may be meant to end. */
export async function checkKeys(stores: Stores, { now = Date.now() }: DoctorConfig): Promise<Finding> {
  const moment = (time: number) => new Date(time).toISOString();
  const ending = await keysEnding(stores, moment(now), moment(now + SOON_DAYS * DAY_MS));
  if (ending.length === 0) return { ok: true };
  const named = ending
    .slice(0, MOST_NAMED)
    .map(({ prefix, expiresAt }) => `${prefix} (${expiresAt.slice(0, 10)})`);
  const more = ending.length > MOST_NAMED ? ` … ${ending.length}` : '';
  return {
    ok: true,
    problem: { code: 'keysEnding', params: { days: SOON_DAYS, keys: `${named.join(', ')}${more}` } },
  };
}
