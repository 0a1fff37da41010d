import { beforeAll, expect, test } from 'vitest';
import { lockImporter, withImporterLock } from '../../src/stores/importer-lock.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';

describeOnBothRecords('the importer lock', (open) => {
  let records: Records;
  beforeAll(async () => {
    records = await open();
  });

  /** Work that notes its beginning and its end, with a query in between. */
  const noted = (log: string[], name: string, on = records) =>
    withImporterLock(on, async () => {
      log.push(`${name} begins`);
      await on.pool.query('SELECT pg_sleep(0.02)');
      log.push(`${name} ends`);
    });

  test('is held by one at a time, first come first served', async () => {
    const log: string[] = [];
    await Promise.all(['import', 'backup', 'undo'].map((name) => noted(log, name)));
    expect(log).toEqual(['import', 'backup', 'undo'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test('is given back by work that fails, and by a release that is asked for twice once', async () => {
    const failing = withImporterLock(records, async () => {
      throw new Error('the file is no good');
    });
    await expect(failing).rejects.toThrow('no good');
    const first = await lockImporter(records);
    await first.release();
    const second = await lockImporter(records);
    await first.release();
    const log: string[] = [];
    const third = noted(log, 'third');
    await records.pool.query('SELECT pg_sleep(0.02)');
    expect(log).toEqual([]);
    await second.release();
    await third;
    expect(log).toHaveLength(2);
  });

  test('tells those who wait how many come first, and lets one leave the line', async () => {
    const held = await lockImporter(records);
    const told: Record<string, number[]> = { second: [], third: [] };
    const leaving = new AbortController();
    const second = lockImporter(records, {
      onWait: (ahead) => told.second?.push(ahead),
      signal: leaving.signal,
    });
    const third = lockImporter(records, { onWait: (ahead) => told.third?.push(ahead) });
    leaving.abort(new Error('gone home'));
    await expect(second).rejects.toThrow('gone home');
    expect(told).toEqual({ second: [1], third: [2, 1] });
    await held.release();
    await (await third).release();
  });

  test('on a server another process waits too, and one that dies holds up nobody', async (context) => {
    if (records.kind === 'embedded') return context.skip('has one process');
    const other = await open();
    const log: string[] = [];
    const held = await lockImporter(other);
    const waiting = noted(log, 'import');
    await records.pool.query('SELECT pg_sleep(0.05)');
    expect(log).toEqual([]);
    await held.release();
    await waiting;
    const lost = await lockImporter(other);
    const { rows } = await records.pool.query(
      // Others are at work in databases of their own on the same server.
      `SELECT pg_terminate_backend(pid) AS gone FROM pg_locks WHERE locktype = 'advisory' AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    expect(rows).toEqual([{ gone: true }]);
    await noted(log, 'next');
    expect(log.at(-1)).toBe('next ends');
    await lost.release();
  });
});
