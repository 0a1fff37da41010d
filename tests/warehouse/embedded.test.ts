import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMessage } from '../../src/messages/message.ts';
import { storesMessages } from '../../src/messages/stores.ts';
import { recordOrderSettings } from '../../src/stores/warehouse/settings.ts';
import { openWarehouse, type Warehouse } from '../../src/stores/warehouse/warehouse.ts';
import { warehouseContract } from './warehouse-contract.ts';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "akb База д'анных "));
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const spooled = () => readdir(join(dataDir, 'warehouse-spool'));

describe('the embedded warehouse', () => {
  warehouseContract((limits = {}) => openWarehouse({ dataDir, limits }));
});

describe('the embedded engine', () => {
  let warehouse: Warehouse;

  beforeAll(async () => {
    warehouse = await openWarehouse({ dataDir, limits: { memoryBytes: 256 * 1024 ** 2 } });
  });
  afterAll(async () => {
    await warehouse.close();
  });

  test('gives not one row of a stream whose query fails', async () => {
    let rows = 0;
    const reading = (async () => {
      for await (const _ of warehouse.stream(
        'SELECT number, throwIf(number = 900000) FROM numbers(1000000)',
      )) {
        rows += 1;
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: '395' });
    expect(rows).toBe(0);
  });

  test('leaves nothing in its spool folder, and lets nobody else look into it', async () => {
    await warehouse.run('CREATE OR REPLACE TABLE spool (id UInt32) ENGINE = MergeTree ORDER BY id');
    const stream = warehouse.stream<{ x: number }>('SELECT toUInt32(number) AS x FROM numbers(500000)');
    for await (const row of stream) {
      if (row.x !== 0) break;
      const [file = ''] = await spooled();
      expect((await stat(join(dataDir, 'warehouse-spool', file))).mode & 0o077).toBe(0);
    }
    await warehouse.insert('spool', ['id'], [[1]]);
    await expect(warehouse.insert('spool', ['id'], [[1], [null]])).rejects.toThrow('row 2');
    await expect(warehouse.rows('SELECT * FROM spool WHERE nothing')).rejects.toThrow();
    expect(await spooled()).toEqual([]);
    expect((await stat(join(dataDir, 'warehouse-spool'))).mode & 0o077).toBe(0);
  });

  test('a stream with a subquery does not stop everything else in the process', async () => {
    const first = warehouse
      .stream(
        'SELECT number FROM numbers(3) WHERE number >= (SELECT sum(sleepEachRow(0.1)) FROM numbers(10))',
      )
      [Symbol.asyncIterator]()
      .next()
      .then(() => 'answer');
    let beats = 0;
    const tick = () => new Promise<string>((resolve) => setTimeout(resolve, 50, 'beat'));
    while ((await Promise.race([first, tick()])) === 'beat') beats += 1;
    expect(beats).toBeGreaterThan(2);
  });

  test('a query that needs too much memory is refused, and the process lives', async () => {
    await expect(
      warehouse.rows('SELECT length(groupArray(number)) AS x FROM numbers(200000000)'),
    ).rejects.toMatchObject({ type: 'MEMORY_LIMIT_EXCEEDED' });
    expect(await warehouse.rows("SELECT 'alive' AS x")).toEqual([{ x: 'alive' }]);
  });

  describe('a question too big for its memory', () => {
    const group = `SELECT toUInt32(count()) AS groups FROM
      (SELECT number AS customer, count() AS documents FROM numbers(8000000) GROUP BY customer)`;
    const sort = `INSERT INTO FUNCTION null('name String')
      SELECT concat(toString(number), repeat('x', 60)) AS name FROM numbers(6000000) ORDER BY name`;
    const inMemory = 'SETTINGS max_bytes_before_external_group_by = 0, max_bytes_before_external_sort = 0';

    test('groups on disk instead of failing', async () => {
      await expect(warehouse.rows(`${group} ${inMemory}`)).rejects.toMatchObject({
        type: 'MEMORY_LIMIT_EXCEEDED',
      });
      expect(await warehouse.rows(group)).toEqual([{ groups: 8_000_000 }]);
    });

    test('sorts on disk instead of failing', async () => {
      await expect(warehouse.run(`${sort} ${inMemory}`)).rejects.toMatchObject({
        type: 'MEMORY_LIMIT_EXCEEDED',
      });
      await warehouse.run(sort);
    });
  });

  test('reads files anywhere by their full path, and numbers their records in order', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'akb выгрузка '));
    const file = join(elsewhere, "отгрузки 'май'.tsv");
    const many = 300_000;
    await writeFile(file, Array.from({ length: many }, (_, index) => `${index}\tКлиент ${index}\n`).join(''));
    const path = file.replaceAll("'", "\\'");
    await warehouse.run(
      'CREATE OR REPLACE TABLE raw (n UInt64, id UInt32, name String) ENGINE = MergeTree ORDER BY n',
    );
    await warehouse.run(
      `INSERT INTO raw SELECT rowNumberInAllBlocks(), id, name FROM file('${path}', 'TSV', 'id UInt32, name String')
       SETTINGS ${recordOrderSettings}`,
    );
    expect(
      await warehouse.rows('SELECT toUInt32(count()) AS rows, toUInt32(countIf(n = id)) AS inOrder FROM raw'),
    ).toEqual([{ rows: many, inOrder: many }]);
    await rm(elsewhere, { recursive: true });
  });

  test('writes backups into its own folder only', async () => {
    await warehouse.run('CREATE OR REPLACE TABLE kept (id UInt32) ENGINE = MergeTree ORDER BY id');
    await warehouse.insert('kept', ['id'], [[1]]);
    const target = (folder: string) =>
      `BACKUP TABLE kept TO File({path:String})`.replace('{path:String}', quoted(folder));
    await warehouse.run(target(join(warehouse.backupsRoot ?? '', 'first')));
    expect(await readdir(join(dataDir, 'backups'))).toEqual(['first']);
    await expect(warehouse.run(target(join(tmpdir(), 'akb-elsewhere')))).rejects.toThrow('not allowed');
  });

  test('a process has it open once', async () => {
    await expect(openWarehouse({ dataDir })).rejects.toThrow('open already');
  });

  test('a second process is told that the folder is busy', async () => {
    const problem = await inProcess(`
      const refusal = await openWarehouse({ dataDir }).catch((error) => error);
      print(refusal.problems);
    `);
    expect(problem).toEqual([{ code: 'warehouseBusy', params: { folder: dataDir } }]);
    expect(formatMessage(storesMessages.warehouseBusy.ru, 'ru', { folder: dataDir })).toContain(dataDir);
  });
});

describe('opening the embedded engine', () => {
  test('finds again what was stored, and cleans up what a killed process has left', async () => {
    const before = await openWarehouse({ dataDir });
    await before.run('CREATE OR REPLACE TABLE stays (id UInt32) ENGINE = MergeTree ORDER BY id');
    await before.insert('stays', ['id'], [[42]]);
    await before.run(`CREATE TABLE ids_${'0'.repeat(32)} (id UInt32) ENGINE = MergeTree ORDER BY id`);
    await before.close();
    await expect(before.rows('SELECT 1 AS x')).rejects.toThrow('closed');
    await mkdir(join(dataDir, 'warehouse-spool'));
    await writeFile(join(dataDir, 'warehouse-spool', 'left.jsonl'), 'Иванов');

    const after = await openWarehouse({ dataDir });
    expect(await after.rows('SELECT id FROM stays')).toEqual([{ id: 42 }]);
    expect(await after.rows("SELECT name FROM system.tables WHERE name LIKE 'ids\\_%'")).toEqual([]);
    expect(await spooled()).toEqual([]);
    await after.close();
  });

  test('another process may open the folder once it is closed', async () => {
    const rows = await inProcess(`
      const warehouse = await openWarehouse({ dataDir });
      print(await warehouse.rows('SELECT id FROM stays'));
      await warehouse.close();
    `);
    expect(rows).toEqual([{ id: 42 }]);
  });

  test('a folder whose name the engine would read as a pattern is refused', async () => {
    await expect(openWarehouse({ dataDir: join(dataDir, 'акб[1]') })).rejects.toMatchObject({
      problems: [{ code: 'dataFolderName' }],
    });
    expect(await readdir(dataDir)).not.toContain('акб[1]');
  });

  test("with Node's own four threads queries leave one for everything else", async () => {
    const first = await inProcess(
      `
      const { pbkdf2 } = await import('node:crypto');
      const warehouse = await openWarehouse({ dataDir });
      const slow = Array.from({ length: 4 }, () => warehouse.rows('SELECT sleep(2) AS x').then(() => 'query'));
      slow.push(...Array.from({ length: 2 }, () => warehouse.run('INSERT INTO FUNCTION null() SELECT sleep(2) AS x').then(() => 'query')));
      await new Promise((resolve) => setTimeout(resolve, 500));
      const hash = new Promise((resolve) => pbkdf2('a', 'b', 1, 32, 'sha256', () => resolve('hash')));
      print(await Promise.race([hash, ...slow]));
      await Promise.all(slow);
      await warehouse.close();
    `,
      { UV_THREADPOOL_SIZE: '4' },
    );
    expect(first).toBe('hash');
  });
});

/** Runs a script in a process of its own and returns what it prints. */
async function inProcess(script: string, env: Record<string, string> = {}): Promise<unknown> {
  const module = new URL('../../src/stores/warehouse/warehouse.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openWarehouse } from ${JSON.stringify(module)};
       const dataDir = ${JSON.stringify(dataDir)};
       const print = (value) => console.log(JSON.stringify(value));
       ${script}`,
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    printed += piece;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  return JSON.parse(printed);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
