import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '../../src/domain/problem.ts';
import { formatMessage } from '../../src/messages/message.ts';
import { recordsMessages } from '../../src/messages/records.ts';
import { clearDeadRows } from '../../src/stores/records/dead-rows.ts';
import { openRecords, type Records } from '../../src/stores/records/records.ts';
import { refreshStatistics } from '../../src/stores/records/statistics.ts';
import { isLongRun } from '../budget.ts';
import { newRecordsFolder } from '../harness/both-records.ts';
import { GROUP_ROWS } from './writer.ts';

const writer = join(import.meta.dirname, 'writer.ts');
const kills = isLongRun ? 12 : 2;

let dataDir: string;
const opened: Records[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await newRecordsFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  for (const records of opened.splice(0)) await records.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(folder: string = dataDir): Promise<Records> {
  const records = await openRecords({ dataDir: folder }, []);
  opened.push(records);
  return records;
}

function start(task: 'write' | 'hold'): { child: ChildProcess; lines: AsyncIterable<string> } {
  const child = spawn(process.execPath, [writer, dataDir, task], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  return { child, lines: createInterface({ input: child.stdout }) };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

function missing(acknowledged: Set<string>, stored: string[]): string[] {
  const there = new Set(stored);
  return [...acknowledged].filter((id) => !there.has(id));
}

async function refusalOf(opening: Promise<unknown>): Promise<Refusal> {
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

describe('a process killed while it writes', () => {
  test(`loses no acknowledged row and leaves no half transaction (${kills} kills)`, {
    timeout: 1_800_000,
  }, async () => {
    const rows = new Set<string>();
    const groups = new Set<string>();
    for (let kill = 1; kill <= kills; kill += 1) {
      const { child, lines } = start('write');
      let acknowledged = 0;
      for await (const line of lines) {
        const [kind, id = ''] = line.split(' ');
        (kind === 'row' ? rows : groups).add(id);
        acknowledged += 1;
        if (acknowledged === 40 + 25 * kill) child.kill('SIGKILL');
      }
      const records = await openRecords({ dataDir }, []);
      const { rows: singles } = await records.pool.query('SELECT id FROM journal WHERE grp IS NULL');
      expect(
        missing(
          rows,
          singles.map(({ id }) => id),
        ),
      ).toEqual([]);
      const { rows: stored } = await records.pool.query(
        'SELECT grp, count(*)::int AS size FROM journal WHERE grp IS NOT NULL GROUP BY grp',
      );
      expect(
        missing(
          groups,
          stored.map(({ grp }) => grp),
        ),
      ).toEqual([]);
      expect(stored.filter(({ size }) => size !== GROUP_ROWS)).toEqual([]);
      await records.close();
    }
    expect(rows.size).toBeGreaterThan(0);
    expect(groups.size).toBeGreaterThan(0);
  });
});

describe('one data folder', () => {
  test('is refused to a second process, which is told who has it, and is free again when the first was killed', async () => {
    const { child, lines } = start('hold');
    for await (const line of lines) {
      expect(line).toBe('open');
      break;
    }
    const refusal = await refusalOf(open());
    const [problem] = refusal.problems;
    expect(problem?.code).toBe('dataFolderBusy');
    const sentence = formatMessage(recordsMessages.dataFolderBusy.ru, 'ru', problem?.params);
    expect(sentence).toContain(`процесс ${child.pid},`);
    await killed(child);
    const records = await open();
    expect((await records.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('is refused to a child while this process has it', async () => {
    await open();
    const { lines } = start('hold');
    const said: string[] = [];
    for await (const line of lines) said.push(line);
    expect(said).toEqual(['refused dataFolderBusy']);
  });

  test('is refused to the same process a second time', async () => {
    await open();
    expect((await refusalOf(open())).problems[0]?.code).toBe('dataFolderBusy');
  });

  test('is private to its owner, even when it was not before', async () => {
    await chmod(join(dataDir, 'records'), 0o755);
    await open();
    for (const name of ['records', 'run']) {
      expect((await stat(join(dataDir, name))).mode & 0o777, name).toBe(0o700);
    }
  });

  test('that cannot be one is refused with the reason', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    expect((await refusalOf(open(file))).problems).toEqual([
      { code: 'dataFolderUnusable', params: { folder: file, reason: 'EEXIST' } },
    ]);
  });

  test('leaves no socket and no lock behind when it is closed', async () => {
    const records = await open();
    await records.close();
    expect(await readdir(join(dataDir, 'lock'))).toEqual([]);
    expect(await readdir(dataDir)).not.toContain('run');
  });
});

describe('the first start', () => {
  test('creates the database, also after an earlier first start was broken off', {
    timeout: 300_000,
  }, async () => {
    const fresh = join(dataDir, 'new', 'data');
    await mkdir(join(fresh, 'records.new', 'base'), { recursive: true });
    await writeFile(join(fresh, 'records.new', 'PG_VERSION'), '18');
    const records = await open(fresh);
    expect((await records.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    expect((await readdir(fresh)).sort()).toEqual(['lock', 'records', 'run']);
  });

  test('keeps the empty database where there is a place for it; the next folder starts with a copy', {
    timeout: 300_000,
  }, async () => {
    vi.stubEnv('AKB_CACHE', join(dataDir, 'cache'));
    const first = await open(join(dataDir, 'first'));
    await first.pool.query('CREATE TABLE here (id int)');
    const [kept = ''] = await readdir(join(dataDir, 'cache'));
    expect(kept).toMatch(/^records-\d/);
    await writeFile(join(dataDir, 'cache', kept, 'copied'), '');
    const second = await open(join(dataDir, 'second'));
    expect((await second.pool.query("SELECT to_regclass('here') AS here")).rows).toEqual([{ here: null }]);
    expect(await readdir(join(dataDir, 'second', 'records'))).toContain('copied');
    vi.unstubAllEnvs();
  });

  test('that fails says so and leaves no half-made database', async () => {
    const fresh = join(dataDir, 'new');
    await mkdir(fresh);
    await writeFile(join(fresh, 'records'), 'in the way');
    expect((await refusalOf(open(fresh))).problems[0]?.code).toBe('recordsNotInitialised');
    expect((await readdir(fresh)).sort()).toEqual(['lock', 'records']);
  });
});

describe('a data folder with a long path', () => {
  test('has its socket in a private temporary folder, which goes when it is closed', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'akb-test-long-'));
    try {
      const nested = join(parent, 'папка отгрузок дистрибьютора', 'архив за две тысячи двадцать шестой год');
      await mkdir(nested, { recursive: true });
      const folder = await newRecordsFolder(nested);
      const records = await open(folder);
      expect((await records.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
      const { host } = records.pool.options;
      expect(host).not.toContain(folder);
      expect((await stat(host ?? '')).mode & 0o777).toBe(0o700);
      await records.close();
      await expect(stat(host ?? '')).rejects.toThrow('ENOENT');
    } finally {
      await rm(parent, { recursive: true, force: true });
    }
  });
});

describe('the main thread', () => {
  test('goes on turning while the engine computes', async () => {
    const records = await open();
    let answered = false;
    const heavy = records.pool.query('SELECT count(*) FROM generate_series(1, 4000000)').then(({ rows }) => {
      answered = true;
      return rows;
    });
    let turns = 0;
    while (!answered && turns < 1000) {
      await turn();
      turns += 1;
    }
    expect(turns).toBe(1000);
    expect(await heavy).toEqual([{ count: '4000000' }]);
  });
});

describe('the engine', () => {
  test('writes to the disk before it acknowledges', async () => {
    const records = await open();
    const { rows } = await records.pool.query("SELECT current_setting('fsync') AS fsync");
    expect(rows).toEqual([{ fsync: 'on' }]);
  });

  test('finds few rows of a large table by its index once the table is known', async () => {
    const records = await open();
    const { pool } = records;
    await pool.query('CREATE TABLE point_of (id int PRIMARY KEY, party int)');
    await pool.query('INSERT INTO point_of SELECT n, n / 2 FROM generate_series(1, 60000) AS n');
    // Notes the size, as if the columns were known.
    await pool.query('CREATE INDEX of_party ON point_of (party)');
    const plan = async (): Promise<string> => {
      const found = await pool.query(
        'EXPLAIN SELECT id FROM point_of WHERE party IN (SELECT * FROM unnest($1::int[]))',
        [Array.from({ length: 50 }, (_, party) => party)],
      );
      return found.rows.map((row) => row['QUERY PLAN']).join(' ');
    };
    expect(await plan()).toContain('Seq Scan on point_of');
    expect(await refreshStatistics(records)).toEqual(['point_of']);
    expect(await plan()).toContain('of_party');
    expect(await refreshStatistics(records)).toEqual([]);
  });

  test('a table whose rows come and go stops growing', async () => {
    const records = await open();
    const { pool } = records;
    await pool.query('CREATE TABLE waiting (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event text)');
    const sizes: number[] = [];
    for (let round = 0; round < 4; round++) {
      await pool.query("INSERT INTO waiting (event) SELECT repeat('x', 100) FROM generate_series(1, 2000)");
      await pool.query('DELETE FROM waiting');
      const { rows } = await pool.query("SELECT pg_relation_size('waiting')::int AS bytes");
      sizes.push(rows[0].bytes);
      expect(await clearDeadRows(records)).toEqual(['waiting']);
    }
    expect(sizes[3]).toBe(sizes[1]);
    expect(await clearDeadRows(records)).toEqual([]);
  });

  test('can be stopped in a statement without end and goes on with everything acknowledged', async () => {
    const records = await open();
    await records.pool.query('CREATE TABLE kept AS SELECT 1 AS id');
    const lent = await records.pool.connect();
    const endless = records.pool.query('SELECT count(*) FROM generate_series(1, 100000000000)');
    const outcome = endless.then(
      () => 'answered',
      () => 'broken off',
    );
    await records.restartEngine?.();
    expect(await outcome).toBe('broken off');
    await expect(lent.query('SELECT 1')).rejects.toThrow();
    lent.release(true);
    expect((await records.pool.query('SELECT id FROM kept')).rows).toEqual([{ id: 1 }]);
  });

  test('serves the others when a client leaves in the middle of an exchange', async () => {
    const records = await open();
    for (const statement of ['SELECT 1', 'no sql at all']) {
      const stranger = createConnection(join(dataDir, 'run', '.s.PGSQL.5432'));
      stranger.write(startupMessage());
      await once(stranger, 'data');
      stranger.write(parseMessage(statement));
      await once(stranger, 'data');
      stranger.destroy();
      expect((await records.pool.query('SELECT $1::int AS a', [7])).rows).toEqual([{ a: 7 }]);
    }
  });
});

/** Protocol 3.0, user postgres: "StartupMessage" in PostgreSQL's manual. */
function startupMessage(): Buffer {
  const body = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1');
  return Buffer.concat([lengthOf(body), body]);
}

function parseMessage(statement: string): Buffer {
  const body = Buffer.from(`\0${statement}\0\0\0`, 'latin1');
  return Buffer.concat([Buffer.from('P'), lengthOf(body), body]);
}

function lengthOf(body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return length;
}
