import fs from 'node:fs';
import { rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newDataFolder } from '../../../../tests/harness/both-records.ts';
import { pgliteOptions } from './durable-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await newDataFolder();
});
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await rm(folder, { recursive: true, force: true });
});

test('every commit reaches the disk, a rollback and a read need not', async () => {
  const engine = await PGlite.create(pgliteOptions(join(folder, 'records')));
  await engine.exec('CREATE TABLE t (id int)');
  const fsync = vi.spyOn(fs, 'fsyncSync');
  syncBuiltinESMExports();

  for (let i = 0; i < 5; i += 1) await engine.query('INSERT INTO t VALUES ($1)', [i]);
  expect(fsync).toHaveBeenCalledTimes(5);
  await engine.query('SELECT * FROM t');
  await engine.exec('BEGIN; INSERT INTO t VALUES (9); ROLLBACK');
  expect(fsync).toHaveBeenCalledTimes(5);
  await engine.close();
});
