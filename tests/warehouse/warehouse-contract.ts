import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withIdTable } from '../../src/stores/warehouse/id-table.ts';
import type { Limits } from '../../src/stores/warehouse/settings.ts';
import type { Warehouse } from '../../src/stores/warehouse/warehouse.ts';

export type Open = (limits?: Partial<Limits>) => Promise<Warehouse>;

const FAILS_LATE = 'SELECT number, throwIf(number = 900000) FROM numbers(1000000)';

/** What every warehouse promises, whichever engine is behind it. */
export function warehouseContract(open: Open): void {
  let warehouse: Warehouse;

  const one = async (sql: string, params: Record<string, unknown> = {}) => {
    const rows = await warehouse.rows<{ x: unknown }>(sql, params);
    expect(rows).toHaveLength(1);
    return rows[0]?.x;
  };

  beforeAll(async () => {
    warehouse = await open();
  });
  afterAll(async () => {
    await warehouse.close();
  });

  describe('a query that fails after its first rows', () => {
    test('leaves nothing behind in the next answers', async () => {
      for (let round = 0; round < 8; round += 1) {
        await expect(warehouse.rows(FAILS_LATE)).rejects.toMatchObject({ code: '395' });
        expect(await warehouse.rows("SELECT 'clean' AS x")).toEqual([{ x: 'clean' }]);
      }
    });

    test('ends a stream with its error', async () => {
      await expect(drain(warehouse.stream(FAILS_LATE))).rejects.toMatchObject({ code: '395' });
      expect(await warehouse.rows("SELECT 'clean' AS x")).toEqual([{ x: 'clean' }]);
    });

    test('never spoils the answers of others', async () => {
      let failures = 0;
      const worker = async (name: number) => {
        for (let step = 0; step < 10; step += 1) {
          if ((name + step) % 3 === 0) {
            await expect(warehouse.rows(FAILS_LATE)).rejects.toMatchObject({ code: '395' });
            failures += 1;
            continue;
          }
          const rows = await warehouse.rows(
            'SELECT {name:UInt8} AS name, {step:UInt8} AS step, toUInt32(sum(number)) AS total FROM numbers({many:UInt32})',
            { name, step, many: 1000 + name },
          );
          expect(rows).toEqual([{ name, step, total: ((1000 + name) * (999 + name)) / 2 }]);
        }
      };
      await Promise.all(Array.from({ length: 12 }, (_, name) => worker(name)));
      expect(failures).toBe(40);
    });
  });

  describe('a query that is called off', () => {
    const endless =
      'SELECT count() AS x FROM numbers_mt(1000000000000) WHERE NOT ignore(sipHash64(number)) SETTINGS max_execution_time = 3';

    test('throws the reason, whether it runs or waits', async () => {
      const controller = new AbortController();
      const asked = Array.from({ length: 6 }, () => warehouse.rows(endless, {}, controller.signal));
      const streamed = drain(warehouse.stream(endless, {}, controller.signal));
      setTimeout(() => controller.abort(new Error('nobody listens')), 300);
      const answers = await Promise.allSettled([...asked, streamed]);
      expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.message)).toEqual(
        Array(7).fill('nobody listens'),
      );
      expect(await warehouse.rows("SELECT 'clean' AS x")).toEqual([{ x: 'clean' }]);
    });

    test('is not even begun when nobody wants it any more', async () => {
      await expect(warehouse.rows('SELECT 1', {}, AbortSignal.abort(new Error('gone')))).rejects.toThrow(
        'gone',
      );
    });
  });

  describe('settings', () => {
    const threads = "SELECT toUInt32(getSetting('max_block_size')) AS x";

    test('of one query stay with that query', async () => {
      const before = await one(threads);
      await warehouse.rows(`${threads} SETTINGS max_block_size = 7`);
      for (let round = 0; round < 8; round += 1) expect(await one(threads)).toBe(before);
    });

    test('cannot be put on a connection that others use', async () => {
      await expect(warehouse.run('SET max_block_size = 7')).rejects.toThrow('SETTINGS');
      await expect(warehouse.run(' use default')).rejects.toThrow('SETTINGS');
    });

    test('hold on connections that replace a failed one', async () => {
      await Promise.all(
        Array.from({ length: 8 }, () => expect(warehouse.rows(FAILS_LATE)).rejects.toThrow('throwIf')),
      );
      const seen = await Promise.all(
        Array.from({ length: 8 }, () =>
          warehouse.rows(
            `SELECT currentDatabase() AS database, getSetting('join_use_nulls') AS nulls,
               getSetting('session_timezone') AS zone, toUInt32(getSetting('max_execution_time')) AS seconds`,
          ),
        ),
      );
      for (const rows of seen) {
        expect(rows).toEqual([{ database: 'akb', nulls: true, zone: 'UTC', seconds: 60 }]);
      }
    });
  });

  test('queries with parameters run side by side', async () => {
    // Each of the two waits a second; the third one looks for both of them until they are through.
    const slow = (name: string) => warehouse.rows('SELECT {name:String} AS name, sleep(1.5)', { name });
    let running = true;
    const both = Promise.all([slow('first'), slow('second')]).then((rows) => {
      running = false;
      return rows;
    });
    let most = 0;
    while (running) {
      const [row] = await warehouse.rows<{ many: number }>(
        "SELECT toUInt32(count()) AS many FROM system.processes WHERE query LIKE '%sleep(1.5)%' AND query NOT LIKE '%system.processes%'",
      );
      most = Math.max(most, row?.many ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(most).toBe(2);
    expect((await both).map((rows) => (rows[0] as { name: string }).name)).toEqual(['first', 'second']);
  });

  describe('parameters', () => {
    test('arrive as they were sent', async () => {
      const text = fc.string({
        unit: fc.oneof(fc.constantFrom("'", '\\', '\t', '\n', '\0', '"', 'ё'), fc.string()),
      });
      await fc.assert(
        fc.asyncProperty(
          text,
          fc.array(text),
          fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
          async (one, many, whole) => {
            const sql = 'SELECT {one:String} AS one, {many:Array(String)} AS many, {whole:Int64} AS whole';
            expect(await warehouse.rows(sql, { one, many, whole })).toEqual([
              { one, many, whole: String(whole) },
            ]);
          },
        ),
        { numRuns: 50 },
      );
    });

    test('may be NULL, true, a date or an empty list', async () => {
      const rows = await warehouse.rows(
        'SELECT {none:Nullable(Date)} AS none, {yes:Bool} AS yes, {day:Date} AS day, {list:Array(UInt32)} AS list',
        { none: null, yes: true, day: '2024-02-29', list: [] },
      );
      expect(rows).toEqual([{ none: null, yes: true, day: '2024-02-29', list: [] }]);
    });

    test('of an earlier query are never taken for a forgotten one', async () => {
      await warehouse.rows('SELECT {gen:UInt8} AS x', { gen: 7 });
      await expect(warehouse.rows('SELECT {gen:UInt8} AS x')).rejects.toThrow('"gen" is missing');
    });

    test('carry up to 100,000 ids and not one more', async () => {
      const sql = 'SELECT toUInt32(length({ids:Array(UInt32)})) AS x';
      const ids = Array.from({ length: 100_000 }, (_, id) => id);
      expect(await one(sql, { ids })).toBe(100_000);
      await expect(warehouse.rows(sql, { ids: [...ids, 1] })).rejects.toThrow('withIdTable');
    });
  });

  describe('a set of ids as a table', () => {
    const tables = () => one("SELECT toUInt32(count()) AS x FROM system.tables WHERE name LIKE 'ids\\_%'");

    test('holds far more than a parameter', async () => {
      const ids = Array.from({ length: 300_000 }, (_, index) => index * 2);
      const count = await withIdTable(warehouse, ids, (table) =>
        one(`SELECT toUInt32(count()) AS x FROM numbers(600000) WHERE number IN (SELECT id FROM ${table})`),
      );
      expect(count).toBe(300_000);
      expect(await tables()).toBe(0);
    });

    test('is dropped also when its user fails', async () => {
      await expect(withIdTable(warehouse, [1, 2, 3], () => warehouse.rows(FAILS_LATE))).rejects.toMatchObject(
        { code: '395' },
      );
      expect(await tables()).toBe(0);
    });
  });

  describe('answers', () => {
    test('keep every digit of 64-bit integers and decimals', async () => {
      const rows = await warehouse.rows(
        "SELECT 18446744073709551615 AS whole, toDecimal128('12345678901234567890.12', 2) AS money",
      );
      expect(rows).toEqual([{ whole: '18446744073709551615', money: '12345678901234567890.12' }]);
    });

    test('mark totals and missing partners with NULL, never with 0 or an empty name', async () => {
      const totals = await warehouse.rows(
        'SELECT number AS rep, toUInt32(count()) AS lines FROM numbers(2) GROUP BY ROLLUP(number) ORDER BY rep NULLS LAST',
      );
      expect(totals).toEqual([
        { rep: '0', lines: 1 },
        { rep: '1', lines: 1 },
        { rep: null, lines: 2 },
      ]);
      const joined = await warehouse.rows(
        `SELECT a.id AS id, b.name AS name FROM (SELECT 1 AS id) AS a
         LEFT JOIN (SELECT 2 AS id, 'Ромашка' AS name) AS b ON a.id = b.id`,
      );
      expect(joined).toEqual([{ id: 1, name: null }]);
    });

    test('count distinct customers exactly', async () => {
      const sql = 'SELECT toUInt32(count(DISTINCT number * 7919)) AS x FROM numbers(400000)';
      expect(await one(sql)).toBe(400_000);
    });

    test('filter by a column, not by an alias of the same name', async () => {
      expect(await warehouse.rows('SELECT 2 AS gen FROM (SELECT 1 AS gen) WHERE gen = 1')).toEqual([
        { gen: 2 },
      ]);
    });
  });

  describe('limits', () => {
    const ENDLESS = 'SELECT max(sipHash64(number)) AS x FROM numbers(1000000000000)';

    test('a query that takes too long is ended, and the next one is answered', async () => {
      for (let round = 0; round < 3; round += 1) {
        await expect(warehouse.rows(`${ENDLESS} SETTINGS max_execution_time = 0.3`)).rejects.toMatchObject({
          type: 'TIMEOUT_EXCEEDED',
        });
        expect(await one("SELECT 'clean' AS x")).toBe('clean');
      }
    });

    test('a stream that nobody reads to its end disturbs nobody', async () => {
      for (let round = 0; round < 6; round += 1) {
        for await (const row of warehouse.stream<{ x: string }>('SELECT number AS x FROM numbers(500000)')) {
          if (row.x === '10') break;
        }
        expect(await one("SELECT 'clean' AS x")).toBe('clean');
      }
    });
  });

  describe('streams', () => {
    test('give every row once and in order', async () => {
      let expected = 1_000_000;
      let wrong = 0;
      const sql = "SELECT toUInt32(number) AS x, 'Ромашка\n' AS y FROM numbers(1000000) ORDER BY number DESC";
      for await (const row of warehouse.stream<{ x: number; y: string }>(sql)) {
        expected -= 1;
        if (row.x !== expected || row.y !== 'Ромашка\n') wrong += 1;
      }
      expect({ expected, wrong }).toEqual({ expected: 0, wrong: 0 });
    });

    test('an empty answer is an empty stream', async () => {
      expect(await drain(warehouse.stream('SELECT 1 AS x WHERE 0'))).toBe(0);
    });

    test('more open streams than connections block neither each other nor questions', async () => {
      const sql = 'SELECT toUInt32(number) AS x FROM numbers({many:UInt32})';
      const open = Array.from({ length: 8 }, () =>
        warehouse.stream<{ x: number }>(sql, { many: 100_000 })[Symbol.asyncIterator](),
      );
      for (const stream of open) expect(await stream.next()).toEqual({ done: false, value: { x: 0 } });
      expect(await one('SELECT toUInt8(1) AS x')).toBe(1);
      for (const stream of open) {
        let rows = 1;
        for (let step = await stream.next(); step.done !== true; step = await stream.next()) rows += 1;
        expect(rows).toBe(100_000);
      }
    });
  });

  describe('inserting', () => {
    const create = (name: string, columns: string) =>
      warehouse.run(`CREATE OR REPLACE TABLE ${name} (${columns}) ENGINE = MergeTree ORDER BY tuple()`);

    test('brings every value in unchanged', async () => {
      await create(
        'every',
        'n UInt32, t String, m Decimal(18, 2), d Nullable(Date), b Bool, l Array(String), g UInt64, f Float64',
      );
      const row = fc.tuple(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.string({ unit: 'binary' }),
        fc.bigInt(-(10n ** 16n), 10n ** 16n).map((kopecks) => money(kopecks)),
        fc.option(
          fc
            .date({ min: new Date('1970-01-01'), max: new Date('2149-06-06'), noInvalidDate: true })
            .map(isoDay),
        ),
        fc.boolean(),
        fc.array(fc.string()),
        fc.bigInt(0n, 2n ** 64n - 1n),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((double) => double + 0),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
          await warehouse.run('TRUNCATE TABLE every');
          const numbered = rows.map(([, ...rest], index) => [index, ...rest]);
          const names = ['n', 't', 'm', 'd', 'b', 'l', 'g', 'f'];
          expect(await warehouse.insert('every', names, numbered)).toBe(rows.length);
          const stored = await warehouse.rows<Record<string, unknown>>('SELECT * FROM every ORDER BY n');
          expect(stored.map((each) => ({ ...each, m: undefined }))).toEqual(
            numbered.map(([n, t, , d, b, l, g, f]) => ({ n, t, m: undefined, d, b, l, g: String(g), f })),
          );
          const sent = numbered.map((each) => kopecks(String(each[2])));
          expect(stored.map((each) => kopecks(String(each.m)))).toEqual(sent);
        }),
        { numRuns: 15 },
      );
    });

    test('takes more rows than one batch holds, from a stream, in the given columns', async () => {
      await create('many', 'id UInt32, name String, extra UInt8 DEFAULT 9');
      async function* rows() {
        for (let id = 0; id < 600_000; id += 1) yield [`Клиент ${id}`, id];
      }
      expect(await warehouse.insert('many', ['name', 'id'], rows())).toBe(600_000);
      const [row] = await warehouse.rows(
        "SELECT toUInt32(count()) AS n, toUInt32(uniqExact(id)) AS ids, toUInt32(countIf(name = concat('Клиент ', toString(id)) AND extra = 9)) AS good FROM many",
      );
      expect(row).toEqual({ n: 600_000, ids: 600_000, good: 600_000 });
    });

    test('of nothing is nothing', async () => {
      await create('none', 'id UInt32');
      expect(await warehouse.insert('none', ['id'], [])).toBe(0);
    });

    test('refuses what the column would change, and says where without saying what', async () => {
      await create('strict', 'id UInt16, sum Decimal(18, 2)');
      const insert = warehouse.insert(
        'strict',
        ['id', 'sum'],
        [
          [1, '1.00'],
          [70_000, '1.00'],
        ],
      );
      await expect(insert).rejects.toThrow(
        /^The value in row 2 does not fit the column id of type UInt16\.$/,
      );
      await expect(warehouse.insert('strict', ['id', 'sum'], [[1]])).rejects.toThrow(
        '1 values for 2 columns',
      );
      await expect(warehouse.insert('strict', ['no'], [[1]])).rejects.toThrow('no column no');
      expect(await one('SELECT toUInt32(count()) AS x FROM strict')).toBe(0);
    });

    test('an INSERT … SELECT that would turn NULL into 0 is refused', async () => {
      await create('strict', 'id UInt16');
      await expect(
        warehouse.run('INSERT INTO strict SELECT nullIf(number, 1) FROM numbers(2)'),
      ).rejects.toMatchObject({ type: 'CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN' });
    });

    test('lets go of its source when it fails', async () => {
      await create('strict', 'id UInt16');
      let closed = false;
      function* rows() {
        try {
          yield [1];
          yield ['не число'];
          yield [3];
        } finally {
          closed = true;
        }
      }
      await expect(warehouse.insert('strict', ['id'], rows())).rejects.toThrow('row 2');
      expect(closed).toBe(true);
      async function* broken() {
        yield [1];
        throw new Error('the file ends in the middle');
      }
      await expect(warehouse.insert('strict', ['id'], broken())).rejects.toThrow(
        'the file ends in the middle',
      );
      expect(await one('SELECT toUInt32(count()) AS x FROM strict')).toBe(0);
    });

    test('may read its rows from the same warehouse', async () => {
      await create('source', 'id UInt32');
      await warehouse.run('INSERT INTO source SELECT number FROM numbers(1000)');
      await create('copy', 'id UInt32');
      async function* rows() {
        for await (const { id } of warehouse.stream<{ id: number }>('SELECT id FROM source')) {
          if (id === 500) await warehouse.run('TRUNCATE TABLE source');
          yield [id];
        }
      }
      expect(await warehouse.insert('copy', ['id'], rows())).toBe(1000);
    });
  });

  test('a mutation is done when it is answered', async () => {
    await warehouse.run('CREATE OR REPLACE TABLE deeds (id UInt32) ENGINE = MergeTree ORDER BY id');
    await warehouse.run('INSERT INTO deeds SELECT number FROM numbers(3000000)');
    await warehouse.run('ALTER TABLE deeds DELETE WHERE id != {id:UInt32} AND sipHash64(toString(id)) != 0', {
      id: 1,
    });
    expect(await warehouse.rows('SELECT id FROM deeds')).toEqual([{ id: 1 }]);
  });
}

async function drain(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
}

function money(kopecks: bigint): string {
  const sign = kopecks < 0n ? '-' : '';
  const digits = String(kopecks < 0n ? -kopecks : kopecks).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function kopecks(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const amount = BigInt(whole + fraction.padEnd(2, '0'));
  return text.startsWith('-') ? -amount : amount;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
