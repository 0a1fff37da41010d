import { randomBytes } from 'node:crypto';
import type { Viewer } from '../../src/domain/access.ts';
import { type AuditActor, type AuditEvent, holdersHand } from '../../src/domain/audit.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { type OpenTrail, openTrail } from '../../src/use-cases/audit/trail.ts';

/** Nothing is written to disk: the key comes from the environment. */
export const masterKeyText = (): string => randomBytes(32).toString('base64');

export const owner: Viewer = { user: null, role: 'owner', scope: wholeCompany, hidden: [] };

export const user = (id: number): AuditActor => ({ ...holdersHand, user: id, address: '192.0.2.7' });

export const signedIn = (id: number): AuditEvent => ({
  action: 'signedIn',
  subject: { kind: 'user', id: String(id) },
});

/** A trail whose clock moves a second at each look. */
export async function newTrail(
  records: Records,
  { dataDir = '/nonexistent', from = '2026-11-20T09:00:00.000Z' } = {},
): Promise<OpenTrail> {
  let time = Date.parse(from);
  return await openTrail(records, {
    dataDir,
    now: () => {
      time += 1000;
      return new Date(time);
    },
  });
}

/** As whoever owns the database could: the triggers are switched off for it. */
export async function tamper(records: Records, ...statements: string[]): Promise<void> {
  const tables = ['audit_batch', 'audit_event'];
  const { rows } = await records.pool.query(`
    SELECT conname FROM pg_constraint
    WHERE conrelid = 'audit_event'::regclass AND contype = 'f'`);
  for (const { conname } of rows)
    await records.pool.query(`ALTER TABLE audit_event DROP CONSTRAINT ${conname}`);
  for (const table of tables) await records.pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of statements) await records.pool.query(statement);
  for (const table of tables) await records.pool.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
