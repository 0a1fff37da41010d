import { beforeAll, expect, test } from 'vitest';
import { linesOf } from '../../src/stores/records/copy-text.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { copyIn, copyOut, withoutForeignKeys } from '../../src/stores/records/table-copy.ts';
import {
  listTables,
  type RecordTable,
  readSequences,
  writeSequences,
} from '../../src/stores/records/table-list.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

describeOnBothRecords('tables as text', (open) => {
  let records: Records;
  beforeAll(async () => {
    records = await open();
    await records.pool.query(`CREATE TABLE visits ("день" date, "Кто?" text, parent text, sum numeric(18, 4), ids int[],
      facts jsonb, at timestamptz, yes boolean, many bytea, upper text GENERATED ALWAYS AS (upper("Кто?")) STORED,
      number bigint GENERATED ALWAYS AS IDENTITY, PRIMARY KEY ("Кто?", "день"))`);
  });

  const table = async (name: string): Promise<RecordTable> => {
    const found = (await listTables(records.db)).find((one) => one.name === name);
    if (found === undefined) throw new Error(`no table ${name}`);
    return found;
  };
  const textOf = async (name: string): Promise<string> => {
    let text = '';
    for await (const page of copyOut(records.db, await table(name))) text += page.text;
    return text;
  };
  const load = async (name: string, text: string): Promise<number> => {
    const target = await table(name);
    const columns = target.columns.map((column) => column.name);
    return await records.transaction((tx) => copyIn(tx, target, columns, linesOf(once(text))));
  };

  test('every table of the schema is listed after the tables it refers to', async () => {
    const tables = await listTables(records.db);
    const names = tables.map(({ name }) => name);
    expect(names).toContain('party');
    expect(names).not.toContain('schema_version');
    for (const { name, references } of tables)
      for (const reference of references) {
        expect(names.indexOf(reference), `${name} → ${reference}`).toBeLessThan(names.indexOf(name));
      }
  });

  test('every kind of value comes back as it was, generated columns by themselves', async () => {
    await records.pool.query(`INSERT INTO visits VALUES
      ('2026-01-01', E'ООО "Рога\\\\Копыта"\\t\\n\\r\u2028', NULL, 0.1, '{1,2,-3}', '{"а": ["\\\\", null]}', '2026-01-01 10:00:00.123456+03', true, '\\x00ff'),
      ('2026-01-01', '', '\\N', NULL, '{}', 'null', 'infinity', false, NULL),
      ('0044-03-15 BC', '\\N', 'NULL', -12345678901234.5678, NULL, NULL, NULL, NULL, '')`);
    const stored = async () => (await records.pool.query('SELECT * FROM visits ORDER BY number')).rows;
    const [before, text] = [await stored(), await textOf('visits')];
    expect(text.split('\n')).toHaveLength(4);
    await records.pool.query('TRUNCATE visits');
    expect(await load('visits', text)).toBe(3);
    expect(await stored()).toEqual(before);
    expect(await textOf('visits')).toBe(text);
  });

  test('the text is what COPY writes', async () => {
    const { columns } = await table('visits');
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const text = await textOf('visits');
    const client = await records.pool.connect();
    try {
      // `pg` drops these messages unless somebody listens.
      const copied: Buffer[] = [];
      const stream = (client as unknown as { connection: NodeJS.EventEmitter }).connection;
      const keep = (message: { chunk: Buffer }): void => void copied.push(message.chunk);
      stream.on('copyData', keep);
      await client
        .query(`COPY (SELECT ${names} FROM visits ORDER BY "Кто?", "день") TO STDOUT`)
        .catch(() => undefined);
      stream.off('copyData', keep);
      const theirs = Buffer.concat(copied)
        .toString('utf8')
        .replaceAll('\tt\t', '\ttrue\t')
        .replaceAll('\tf\t', '\tfalse\t');
      expect(text).toBe(theirs);
    } finally {
      client.release(true);
    }
  });

  test('long rows make short pages, and each row comes once', async () => {
    await records.pool.query(`CREATE TABLE long (id int PRIMARY KEY, body text);
      ALTER TABLE long ALTER COLUMN body SET STORAGE EXTERNAL;
      INSERT INTO long SELECT n, CASE WHEN n % 50 = 0 THEN repeat('ю', 300000) ELSE 'ю' END FROM generate_series(1, 5000) AS n`);
    const pages: number[] = [];
    const ids: string[] = [];
    for await (const { text, rows } of copyOut(records.db, await table('long'))) {
      pages.push(text.length);
      const lines = text.split('\n').slice(0, -1);
      expect(lines).toHaveLength(rows);
      ids.push(...lines.map((line) => line.split('\t', 1)[0] ?? ''));
    }
    expect(ids).toEqual(Array.from({ length: 5000 }, (_, index) => String(index + 1)));
    expect(Math.max(...pages)).toBeLessThan(1_000_000);
    await records.pool.query('DROP TABLE long');
  });

  test('a line that is not whole is refused, and nothing of its table stays', async () => {
    await records.pool.query('TRUNCATE visits');
    await expect(load('visits', '2026-01-01\tкто\n')).rejects.toThrow('not whole');
    expect(await textOf('visits')).toBe('');
  });

  test('rows that refer to later ones go in, those that refer to nothing do not', async () => {
    await records.pool.query('CREATE TABLE tree (id int PRIMARY KEY, parent int REFERENCES tree (id))');
    const tree = await table('tree');
    const grow = (text: string): Promise<number> =>
      records.transaction((tx) =>
        withoutForeignKeys(tx, () => copyIn(tx, tree, ['id', 'parent'], linesOf(once(text)))),
      );
    await expect(grow('1\t2\n2\t3\n')).rejects.toThrow(/foreign key/);
    expect(await grow('1\t2\n2\t\\N\n')).toBe(2);
    await expect(records.pool.query('INSERT INTO tree VALUES (3, 4)')).rejects.toThrow(/foreign key/);
  });

  test('a counter goes on where it stood', async () => {
    const sequences = await readSequences(records.db);
    const number = sequences.find((one) => one.table === 'visits');
    expect(number).toEqual({ table: 'visits', column: 'number', last: '3' });
    expect(sequences).toContainEqual({ table: 'source', column: 'id', last: null });
    await writeSequences(records.db, [{ table: 'visits', column: 'number', last: '41' }]);
    const { rows } = await records.pool.query(
      `INSERT INTO visits ("день", "Кто?") VALUES ('2026-01-01', 'новый') RETURNING number`,
    );
    expect(rows).toEqual([{ number: '42' }]);
  });
});
