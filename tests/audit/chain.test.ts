import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdersHand } from '../../src/domain/audit.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { searchTrail, verifyTrail } from '../../src/use-cases/audit/search-trail.ts';
import type { OpenTrail } from '../../src/use-cases/audit/trail.ts';
import { verifyChain } from '../../src/use-cases/audit/verify-chain.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';
import { masterKeyText, newTrail, owner, signedIn, tamper, user } from './trail-fixture.ts';

beforeAll(() => {
  vi.stubEnv('AKB_AUDIT_KEY', masterKeyText());
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describeOnBothRecords('the chain of the trail', (open) => {
  let records: Records;
  let trail: OpenTrail;
  beforeAll(async () => {
    records = await open();
    trail = await newTrail(records);
  });
  /** Seven events in some batches, the last ones of several events. */
  beforeEach(async () => {
    await tamper(records, 'TRUNCATE audit_batch, audit_event');
    for (const users of [
      [1, 2],
      [3, 4, 5],
      [6, 7],
    ])
      await Promise.all([...users.map((id) => trail.record(user(id), signedIn(id)))]);
  });

  const verify = (head?: string) => verifyChain(records.db, head);
  const broken = async () => (await verify()).break;

  test('is whole, and says how long it is and how it ends', async () => {
    const found = await verify();
    expect(found).toMatchObject({ whole: true, events: 7, break: null, headFound: null });
    expect(found.head).toMatch(/^[\da-f]{64}$/);
    expect(await verify(found.head ?? '')).toMatchObject({ whole: true, headFound: true });
    await trail.record(user(8), signedIn(8));
    expect(await verify(found.head ?? '')).toMatchObject({ whole: true, events: 8, headFound: true });
  });

  test.each([
    'UPDATE audit_event SET user_id = 9',
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'UPDATE audit_batch SET count = 1',
    'DELETE FROM audit_batch',
    'TRUNCATE audit_batch, audit_event',
  ])('takes no change: %s', async (statement) => {
    await expect(records.pool.query(statement)).rejects.toThrow('may only grow');
    expect(await verify()).toMatchObject({ whole: true, events: 7 });
  });

  describe('tampered with', () => {
    /** The last batch with three events, wherever the writer has put its borders. */
    const place = async () => {
      const { rows } = await records.pool.query('SELECT number, count FROM audit_batch ORDER BY number');
      const batch = rows.find(({ count }) => count > 1)?.number as number;
      return { batch, last: rows.at(-1)?.number as number };
    };

    test.each([
      ['user_id', '9'],
      ['happened_at', `happened_at + interval '1 hour'`],
      ['address', 'NULL'],
      ['action', `'signedOut'`],
      ['subject_id', `'77'`],
      ['payload', `replace(payload, '{}', '{"a":1}')`],
      ['id', 'gen_random_uuid()'],
    ])('a changed %s is named', async (column, value) => {
      const { batch } = await place();
      await tamper(
        records,
        `UPDATE audit_event SET ${column} = ${value} WHERE batch = ${batch} AND number = 2`,
      );
      expect(await broken()).toEqual({ batch, number: 2, how: 'changed' });
      expect(await verifyTrail(records, trail, owner)).toMatchObject({ whole: false });
    });

    test('a removed event', async () => {
      const { batch } = await place();
      await tamper(records, `DELETE FROM audit_event WHERE batch = ${batch} AND number = 1`);
      expect(await broken()).toEqual({ batch, number: 1, how: 'missing' });
    });

    test('a removed event whose followers have moved up', async () => {
      const { batch } = await place();
      await tamper(
        records,
        `DELETE FROM audit_event WHERE batch = ${batch} AND number = 1`,
        `UPDATE audit_event SET number = number - 1 WHERE batch = ${batch}`,
      );
      expect(await broken()).toEqual({ batch, number: 1, how: 'missing' });
    });

    test('a swapped pair', async () => {
      const { batch } = await place();
      await tamper(
        records,
        `UPDATE audit_event SET number = 1000 WHERE batch = ${batch} AND number = 1`,
        `UPDATE audit_event SET number = 1 WHERE batch = ${batch} AND number = 2`,
        `UPDATE audit_event SET number = 2 WHERE batch = ${batch} AND number = 1000`,
      );
      expect(await broken()).toEqual({ batch, number: 1, how: 'moved' });
    });

    const copy = (batch: string, number: string, of: number) => `
      INSERT INTO audit_event SELECT ${batch}, ${number}, gen_random_uuid(), happened_at, user_id, on_behalf_of,
        key_id, address, action, outcome, subject_kind, subject_id, payload
      FROM audit_event WHERE batch = ${of} AND number = 1`;

    test.each([
      ['at the end of a batch', 'batch', '100', 100],
      ['before its first', 'batch', '0', 0],
    ])('an inserted event %s', async (_, batchOf, number, named) => {
      const { batch } = await place();
      await tamper(records, copy(batchOf, number, batch));
      expect(await broken()).toEqual({ batch, number: named, how: 'inserted' });
    });

    test('an event inserted between others', async () => {
      const { batch } = await place();
      await tamper(
        records,
        `UPDATE audit_event SET number = 1000 + number WHERE batch = ${batch} AND number >= 2`,
        `UPDATE audit_event SET number = number - 999 WHERE batch = ${batch} AND number >= 1000`,
        copy('batch', '2', batch),
      );
      expect(await broken()).toEqual({ batch, number: 2, how: 'inserted' });
    });

    test.each([0, 900])('an event of a batch that is none: %i', async (number) => {
      const { batch } = await place();
      await tamper(records, copy(String(number), '1', batch));
      expect(await broken()).toEqual({ batch: number, number: 1, how: 'inserted' });
    });

    test('a removed batch, its events with it', async () => {
      const { batch } = await place();
      await tamper(
        records,
        `DELETE FROM audit_event WHERE batch = ${batch}`,
        `DELETE FROM audit_batch WHERE number = ${batch}`,
      );
      expect(await broken()).toEqual({ batch, number: null, how: 'missing' });
    });

    test.each([
      'previous = repeat(chr(97), 64)',
      'count = count + 1',
      `written_at = written_at + interval '1 s'`,
    ])('a changed batch: %s', async (change) => {
      const { batch } = await place();
      await tamper(records, `UPDATE audit_batch SET ${change} WHERE number = ${batch}`);
      expect(await broken()).toEqual({ batch, number: null, how: 'changed' });
    });

    test('a batch written anew as if it had always been so is given away by the next one', async () => {
      const { batch } = await place();
      const { hashOf, digestOf } = await import('../../src/use-cases/audit/chain.ts');
      await tamper(records, `UPDATE audit_event SET user_id = 9 WHERE batch = ${batch} AND number = 1`);
      const events = await records.db
        .selectFrom('audit_event')
        .selectAll()
        .where('batch', '=', batch)
        .orderBy('number')
        .execute();
      const kept = await records.db
        .selectFrom('audit_batch')
        .selectAll()
        .where('number', '=', batch)
        .executeTakeFirstOrThrow();
      const digests = Buffer.concat(events.map(digestOf));
      const forged = { ...kept, digests };
      await tamper(
        records,
        `UPDATE audit_batch SET digests = '\\x${digests.toString('hex')}', hash = '${hashOf(forged)}' WHERE number = ${batch}`,
      );
      expect(await broken()).toEqual({ batch, number: null, how: 'changed' });
    });

    test('an end that was cut off shows against the hash that was noted', async () => {
      const { last } = await place();
      const { head } = await verify();
      await tamper(
        records,
        `DELETE FROM audit_event WHERE batch = ${last}`,
        `DELETE FROM audit_batch WHERE number = ${last}`,
      );
      expect(await verify()).toMatchObject({ whole: true, headFound: null });
      expect(await verify(head ?? '')).toMatchObject({ whole: false, break: null, headFound: false });
    });
  });
});

describeOnBothRecords('recording', (open) => {
  let records: Records;
  let trail: OpenTrail;
  beforeAll(async () => {
    records = await open();
    trail = await newTrail(records);
  });

  const everything = async () => {
    const all = [];
    for (let cursor: string | undefined; ; ) {
      const page = await searchTrail(records, trail, owner, { limit: 100, ...(cursor && { cursor }) });
      all.push(...page.entries);
      if (page.next === null) return all.reverse();
      cursor = page.next;
    }
  };

  test('of twenty at once makes one chain in which everybody keeps his order', async () => {
    const recorders = Array.from({ length: 20 }, (_, index) => index + 1);
    await Promise.all(
      recorders.map(async (id) => {
        for (let turn = 0; turn < 30; turn++) {
          const event = { ...signedIn(id), details: { turn } };
          if (turn % 10 === 3) await records.transaction((tx) => trail.recordWith(tx, user(id), event));
          else if (turn % 10 === 6) await (await trail.begin(user(id), event)).end({ outcome: 'done' });
          else if (turn % 3 === 0) await trail.record(user(id), event);
          else void trail.record(user(id), event);
          if (turn % 10 === 3 || turn % 10 === 2) await trail.flush();
        }
      }),
    );
    const found = await verifyTrail(records, trail, owner);
    expect(found).toMatchObject({ whole: true, events: 600 });
    expect(found.batches).toBeLessThan(600);
    const entries = await everything();
    for (const id of recorders)
      expect(entries.filter((entry) => entry.user === id).map(({ details }) => details.turn)).toEqual(
        Array.from({ length: 30 }, (_, turn) => turn),
      );
  });

  test('by two writers of one database, as two servers would, keeps one chain', async () => {
    const { events } = await verifyTrail(records, trail, owner);
    const other = await newTrail(records);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? trail : other).record(user(50), signedIn(50))),
    );
    expect(await verifyTrail(records, trail, owner)).toMatchObject({ whole: true, events: events + 40 });
  });

  test('inside a transaction shares its fate', async () => {
    const before = (await verifyTrail(records, trail, owner)).events;
    const work = records.transaction(async (tx) => {
      await trail.recordWith(tx, holdersHand, signedIn(1));
      throw new Error('rolled back');
    });
    await expect(work).rejects.toThrow('rolled back');
    // Not with it, but from within it: the writer has a transaction of its own.
    let written: Promise<void> | undefined;
    await records.transaction(async () => {
      written = trail.record(holdersHand, signedIn(2));
    });
    await written;
    expect((await verifyTrail(records, trail, owner)).events).toBe(before + 1);
  });

  test('what was begun and never ended is there after the next start, as interrupted', async () => {
    await trail.begin(user(60), { action: 'importApplied', subject: { kind: 'import', id: '5' } });
    await records.pool.query(
      `UPDATE audit_outbox SET writer = replace(writer, '"started":"', '"started":"long ago')`,
    );
    const next = await newTrail(records);
    const { entries } = await searchTrail(records, next, owner, { limit: 10, user: 60 });
    expect(entries).toMatchObject([
      { action: 'importApplied', outcome: 'interrupted', subject: { id: '5' } },
    ]);
    expect((await records.pool.query('SELECT * FROM audit_outbox')).rows).toEqual([]);
  });
});
