import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isAllowed, roles } from '../../src/domain/access.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { destroyedKeysBeside } from '../../src/use-cases/audit/destroyed-keys.ts';
import { searchTrail, verifyTrail } from '../../src/use-cases/audit/search-trail.ts';
import type { OpenTrail } from '../../src/use-cases/audit/trail.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';
import { masterKeyText, newTrail, owner, tamper, user } from './trail-fixture.ts';

const anna = { kind: 'party', id: '17' };
const pyotr = { kind: 'user', id: '3' };
const values = {
  phone: { before: '+79991234567', after: '+79997654321' },
  decisionMaker: { before: 'Иванова Анна', after: 'Иванова-Петрова Анна' },
};
const secret = 'Пётр Ильич';

describeOnBothRecords('values of persons in the trail', (open) => {
  let records: Records;
  let trail: OpenTrail;
  let dataDir: string;
  beforeAll(async () => {
    vi.stubEnv('AKB_AUDIT_KEY', masterKeyText());
    records = await open();
    dataDir = await mkdtemp(join(tmpdir(), 'akb-erased-'));
    trail = await newTrail(records, { dataDir });
    await trail.record(user(1), {
      action: 'personChanged',
      subject: anna,
      changes: { segment: { after: 'A' } },
      personal: { of: anna, changes: values },
    });
    const begun = await trail.begin(user(1), {
      action: 'userChanged',
      subject: pyotr,
      personal: { of: pyotr, changes: { name: { after: secret } } },
    });
    // What waits for its end is sealed already.
    const { rows } = await records.pool.query<{ event: string }>('SELECT event FROM audit_outbox');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.event).not.toContain('Пётр');
    await begun.end({ outcome: 'done' });
    await records.transaction((tx) =>
      trail.recordWith(tx, user(1), { action: 'personChanged', personal: { of: anna, changes: values } }),
    );
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(dataDir, { recursive: true, force: true });
  });

  const personal = async (viewer = owner, of: Pick<OpenTrail, 'flush' | 'masterKey'> = trail) =>
    (await searchTrail(records, of, viewer, { limit: 100 })).entries
      .filter((entry) => entry.personal !== null)
      .map((entry) => [entry.action, entry.personal?.state, entry.personal?.changes]);
  const changed = ['personChanged', 'shown', values];

  test('are shown to who may handle personal data; others see that there are some, of which fields', async () => {
    expect(await personal()).toEqual([
      changed,
      ['userChanged', 'shown', { name: { after: secret } }],
      changed,
    ]);
    const officer = { ...owner, role: 'dataProtectionOfficer' } as const;
    expect((await personal(officer)).map(([, state]) => state)).toEqual(Array(3).fill('shown'));
    const states = (await personal({ ...officer, hidden: ['contacts'] })).map(([, state]) => state);
    expect(states).toEqual(Array(3).fill('masked'));
    // No role of today sees the trail without handling personal data, so one is made of its parts.
    const access = await import('../../src/domain/access.ts');
    const allowed = vi.spyOn(access.permissionsOf.director, 'includes');
    allowed.mockImplementation((permission) => permission === 'seeAudit');
    try {
      const page = await searchTrail(records, trail, { ...owner, role: 'director' }, { limit: 100 });
      expect(page.entries.map((entry) => entry.personal)).toMatchObject([
        { state: 'masked', fields: ['phone', 'decisionMaker'], changes: {} },
        { state: 'masked', fields: ['name'], changes: {} },
        { state: 'masked', fields: ['phone', 'decisionMaker'], changes: {} },
      ]);
      expect(JSON.stringify(page)).not.toMatch(/Анна|Пётр|79991234567|79997654321/);
      expect(page.entries.at(-1)?.changes).toEqual({ segment: { after: 'A' } });
    } finally {
      allowed.mockRestore();
    }
  });

  test.each(roles.filter((role) => !isAllowed({ role, hidden: [] }, 'seeAudit')))(
    'and the whole trail are refused to the role %s',
    async (role) => {
      const refused = { problems: [{ code: 'auditNotAllowed' }] };
      await expect(searchTrail(records, trail, { ...owner, role }, { limit: 1 })).rejects.toMatchObject(
        refused,
      );
      await expect(verifyTrail(records, trail, { ...owner, role })).rejects.toMatchObject(refused);
    },
  );

  test('lie nowhere in the records as they are', async () => {
    const { rows: tables } = await records.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
       AND (relname LIKE 'audit%' OR relname LIKE '%_key') AND relname NOT IN ('api_key', 'member_key')`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual([
      ...['audit_batch', 'audit_event', 'audit_outbox', 'destroyed_key', 'person_key'],
    ]);
    for (const { name } of tables) {
      const { rows } = await records.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
      expect(rows.map(({ row }) => row).join('\n')).not.toMatch(
        /Анна|Пётр|79991234567|79997654321|\\u0410|0410043d/,
      );
    }
  });

  test('are bound to their event: moved to another one they cannot be read', async () => {
    const { rows } = await records.pool.query<{ id: string; payload: string }>(
      `SELECT id, payload FROM audit_event WHERE subject_kind = 'party' OR subject_kind IS NULL ORDER BY batch, number`,
    );
    const [first, second] = rows;
    const put = (payload = '') =>
      tamper(records, `UPDATE audit_event SET payload = '${payload}' WHERE id = '${second?.id}'`);
    await put(first?.payload);
    expect((await personal())[0]).toEqual(['personChanged', 'unreadable', {}]);
    await put(second?.payload);
    expect((await personal())[0]).toEqual(changed);
  });

  test('cannot be read with another master key, and are with the first one again', async () => {
    const first = process.env.AKB_AUDIT_KEY;
    vi.stubEnv('AKB_AUDIT_KEY', masterKeyText());
    const other = await newTrail(records);
    expect((await personal(owner, other)).map(([, state]) => state)).toEqual(Array(3).fill('unreadable'));
    vi.stubEnv('AKB_AUDIT_KEY', first);
    expect((await personal()).map(([, state]) => state)).toEqual(Array(3).fill('shown'));
  });

  test('are unreadable for ever once their person is erased, and the chain holds', async () => {
    const before = await verifyTrail(records, trail, owner);
    expect(await trail.erasePerson(user(2), anna)).toBe(true);
    expect(await trail.erasePerson(user(2), anna)).toBe(false);
    const erased = await searchTrail(records, trail, owner, { limit: 10, action: 'personErased' });
    expect(erased.entries).toMatchObject([{ user: 2, subject: anna }, { user: 2 }]);
    expect(await destroyedKeysBeside(join(dataDir, 'backups'))).toHaveLength(1);
    expect(await personal()).toEqual([
      ['personChanged', 'destroyed', {}],
      ['userChanged', 'shown', { name: { after: secret } }],
      ['personChanged', 'destroyed', {}],
    ]);
    expect(await verifyTrail(records, trail, owner, before.head ?? '')).toMatchObject({
      whole: true,
      events: before.events + 2,
      headFound: true,
    });
    // He may become a customer again: what is written from then on has a key of its own.
    await trail.record(user(1), { action: 'personChanged', personal: { of: anna, changes: values } });
    expect((await personal()).slice(0, 2)).toEqual([changed, ['personChanged', 'destroyed', {}]]);
  });
});
