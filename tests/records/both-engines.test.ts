import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Records } from '../../src/stores/records/records.ts';
import { toCount } from '../../src/stores/records/value-types.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';

describeOnBothRecords('the records', (open) => {
  let records: Records;
  beforeAll(async () => {
    records = await open();
  });

  test('30 people adding one to the same number at once give 30', async () => {
    await records.pool.query('CREATE TABLE counter AS SELECT 0 AS value');
    await Promise.all(
      Array.from({ length: 30 }, () =>
        records.transaction(async (tx) => {
          const { rows } = await sql<{ value: number }>`SELECT value FROM counter FOR UPDATE`.execute(tx);
          await sql`UPDATE counter SET value = ${(rows[0]?.value ?? Number.NaN) + 1}`.execute(tx);
        }),
      ),
    );
    expect((await records.pool.query('SELECT value FROM counter')).rows).toEqual([{ value: 30 }]);
  });

  test('work that fails half-way leaves nothing', async () => {
    await records.pool.query('CREATE TABLE payments (sum numeric NOT NULL)');
    const work = records.transaction(async (tx) => {
      await sql`INSERT INTO payments VALUES (100.50)`.execute(tx);
      throw new Error('the bank said no');
    });
    await expect(work).rejects.toThrow('the bank said no');
    expect((await records.pool.query('SELECT * FROM payments')).rows).toEqual([]);
  });

  test('a transaction that catches an error of the database cannot commit by mistake', async () => {
    await records.pool.query('CREATE TABLE once (id int PRIMARY KEY)');
    const work = records.transaction(async (tx) => {
      await sql`INSERT INTO once VALUES (1)`.execute(tx);
      await sql`INSERT INTO once VALUES (1)`.execute(tx).catch(() => undefined);
      await sql`INSERT INTO once VALUES (2)`.execute(tx);
    });
    await expect(work).rejects.toThrow(/aborted/);
    expect((await records.pool.query('SELECT * FROM once')).rows).toEqual([]);
  });

  test('queries of different shapes and sizes at once: each gets the answer to its own question', async () => {
    // Long values reach the engine in several pieces, and a transaction makes the others queue up: both are
    // occasions to mix up the messages of two clients.
    const long = 'я'.repeat(150_000);
    const shapes = [
      { text: 'SELECT $1::int AS a', values: (i: number) => [i], row: (i: number) => ({ a: i }) },
      {
        text: 'SELECT $1::int AS a, length($2) AS b',
        values: (i: number) => [i, long],
        row: (i: number) => ({ a: i, b: long.length }),
      },
      { text: 'SELECT $1::int + 1 AS a', values: (i: number) => [i], row: (i: number) => ({ a: i + 1 }) },
      { text: 'SELECT no_such_column + $1', values: (i: number) => [i], row: () => '42703' },
    ] as const;
    const ask = async (i: number): Promise<unknown> => {
      const { text, values } = shapes[i % 4] ?? shapes[0];
      return await records.pool.query(text, values(i)).then(
        ({ rows }): unknown => rows[0],
        ({ code }): unknown => code,
      );
    };
    const inTransaction = async (i: number): Promise<unknown> =>
      await records.transaction(async (tx) => {
        await sql`SELECT ${i}::int`.execute(tx);
        return (await sql`SELECT ${i}::int AS a`.execute(tx)).rows[0];
      });
    const numbers = Array.from({ length: 400 }, (_, i) => i);
    const answers = await Promise.all(numbers.map((i) => (i % 5 === 0 ? inTransaction(i) : ask(i))));
    expect(answers).toEqual(
      numbers.map((i) => (i % 5 === 0 ? { a: i } : (shapes[i % 4] ?? shapes[0]).row(i))),
    );
  });

  test('a client that goes away in the middle of a transaction holds up nobody and leaves nothing', async () => {
    await records.pool.query('CREATE TABLE visits (id int)');
    for (const leave of ['between two queries', 'during a query', 'with an aborted transaction']) {
      const client = await records.pool.connect();
      await client.query('BEGIN');
      await client.query('INSERT INTO visits VALUES ($1)', [1]);
      if (leave === 'during a query') client.query('SELECT pg_sleep(0.05)').catch(() => undefined);
      if (leave === 'with an aborted transaction') await client.query('SELECT 1/0').catch(() => undefined);
      client.release(new Error(leave));
      expect((await records.pool.query('SELECT * FROM visits')).rows, leave).toEqual([]);
    }
  });

  test('asking the pool inside a transaction is refused at once instead of waiting for ever', async () => {
    const message = 'inside a transaction use its own `tx`';
    await expect(records.transaction(() => records.pool.query('SELECT 1'))).rejects.toThrow(message);
    await expect(
      records.transaction(() => records.db.selectFrom('schema_version').selectAll().execute()),
    ).rejects.toThrow(message);
    await expect(records.transaction(() => records.transaction(async () => 1))).rejects.toThrow(message);
  });

  test('work begun inside a transaction and finished after it may use the pool', async () => {
    let ended = (): void => undefined;
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const { later } = await records.transaction(async () => ({
      later: end.then(() => records.pool.query('SELECT 1 AS one')),
    }));
    ended();
    expect((await later).rows).toEqual([{ one: 1 }]);
  });

  test('dates, money, counts and moments come as exact text', async () => {
    const { rows } = await records.pool.query(`SELECT
      date '2026-02-28' AS day, '0044-03-15 BC'::date AS ides, 12345678901234567890.10::numeric AS money,
      9007199254740993::int8 AS big, 7::int4 AS small, timestamptz '2026-01-01 10:00:00.5+03' AS moment,
      timestamp '2026-01-01 10:00' AS local, 'infinity'::timestamptz AS never, null::date AS nothing,
      ARRAY[1.10, null]::numeric[] AS prices, ARRAY[date '2026-01-01'] AS days, ARRAY[9007199254740993] AS ids,
      ARRAY[timestamptz '2026-01-01 00:00+00', null] AS moments, interval '1 day 2 hours' AS span,
      '{"sum": 1.5}'::jsonb AS json, true AS yes`);
    expect(rows).toEqual([
      {
        day: '2026-02-28',
        ides: '0044-03-15 BC',
        money: '12345678901234567890.10',
        big: '9007199254740993',
        small: 7,
        moment: '2026-01-01T07:00:00.500000Z',
        local: '2026-01-01T10:00:00.000000',
        never: 'infinity',
        nothing: null,
        prices: ['1.10', null],
        days: ['2026-01-01'],
        ids: ['9007199254740993'],
        moments: ['2026-01-01T00:00:00.000000Z', null],
        span: '1 day 02:00:00',
        json: { sum: 1.5 },
        yes: true,
      },
    ]);
  });

  test('a moment goes back to the database as the same moment, to the microsecond', async () => {
    const { rows: first } = await records.pool.query(
      "SELECT timestamptz '2026-01-01 10:00:00.123457+03' AS moment",
    );
    const { rows } = await records.pool.query(
      "SELECT $1::timestamptz = timestamptz '2026-01-01 10:00:00.123457+03' AS same",
      [first[0].moment],
    );
    expect(rows).toEqual([{ same: true }]);
  });

  test('a count is a number while that is exact', async () => {
    const { rows } = await records.pool.query('SELECT count(*) FROM generate_series(1, 12)');
    expect(toCount(rows[0].count)).toBe(12);
    expect(() => toCount('9007199254740993')).toThrow(RangeError);
  });

  test('names sort as a Russian reader expects under und-x-icu', async () => {
    const { rows } = await records.pool.query(
      `SELECT array_agg(name ORDER BY name COLLATE "und-x-icu") AS names
       FROM unnest(ARRAY['Жук', 'Ёлка', 'ёж', 'Ель', 'Еда']) AS name`,
    );
    expect(rows[0].names).toEqual(['Еда', 'ёж', 'Ёлка', 'Ель', 'Жук']);
  });

  test('names can be searched by trigrams', async () => {
    await records.pool.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const { rows } = await records.pool.query(
      "SELECT similarity('Рога и копыта', 'рога копыта') > 0.5 AS alike",
    );
    expect(rows).toEqual([{ alike: true }]);
  });

  test('closing twice does no harm, and what is there stays there', async () => {
    await records.pool.query("CREATE TABLE kept AS SELECT 'АКБ' AS word");
    await records.close();
    await records.close();
    records = await open();
    expect((await records.pool.query('SELECT word FROM kept')).rows).toEqual([{ word: 'АКБ' }]);
  });
});

describeOnBothRecords('two schemas in one database', (open) => {
  test('know nothing of each other', async () => {
    const north = await open(undefined, { schema: 'Север "1"' });
    await north.pool.query('CREATE TABLE towns AS SELECT 1 AS id');
    await north.close();
    const south = await open(undefined, { schema: 'south' });
    await expect(south.pool.query('SELECT * FROM towns')).rejects.toThrow(/does not exist/);
  });
});
