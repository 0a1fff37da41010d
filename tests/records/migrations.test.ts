import { type Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Migration, migrations } from '../../src/stores/records/migrations/index.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';

const step = (version: number, ...statements: string[]): Migration => ({
  version,
  name: `step ${version}`,
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

const towns = step(1, 'CREATE TABLE towns (id int PRIMARY KEY)', 'INSERT INTO towns VALUES (1)');
const streets = step(2, 'CREATE TABLE streets (id int PRIMARY KEY)');

const refusalOf = async (opening: Promise<unknown>): Promise<unknown> =>
  await opening.then(
    () => 'opened',
    ({ problems }) => problems,
  );

describeOnBothRecords('migrations', (open) => {
  test('are applied once, in order, also when a later program brings more of them', async () => {
    const first = await open([towns]);
    await first.close();
    const second = await open([towns, streets]);
    expect((await second.pool.query('SELECT id FROM towns')).rows).toEqual([{ id: 1 }]);
    expect((await second.pool.query('SELECT * FROM streets')).rows).toEqual([]);
    const steps = await second.db
      .selectFrom('schema_version')
      .select(['version', 'name'])
      .orderBy('version')
      .execute();
    expect(steps).toEqual([
      { version: 1, name: 'step 1' },
      { version: 2, name: 'step 2' },
    ]);
    await second.close();
  });

  test('a program older than the database is refused and changes nothing', async () => {
    expect(await refusalOf(open([towns]))).toEqual([
      { code: 'recordsNewerThanProgram', params: { found: 2, known: 1 } },
    ]);
    const again = await open([towns, streets]);
    expect((await again.pool.query('SELECT count(*) FROM schema_version')).rows).toEqual([{ count: '2' }]);
    await again.close();
  });

  test('a step that was edited after it had been applied is refused by name', async () => {
    const edited = step(2, 'CREATE TABLE streets (id int PRIMARY KEY, name text)');
    expect(await refusalOf(open([towns, edited]))).toEqual([
      { code: 'recordsSchemaDiffers', params: { version: 2, name: 'step 2' } },
    ]);
  });

  test('when one of several steps fails, none of them is applied', async () => {
    const squares = step(3, 'CREATE TABLE squares (id int PRIMARY KEY)');
    const broken = step(4, 'CREATE TABLE towns (id int)');
    await expect(open([towns, streets, squares, broken])).rejects.toThrow(/already exists/);
    const records = await open([towns, streets]);
    await expect(records.pool.query('SELECT * FROM squares')).rejects.toThrow(/does not exist/);
    await records.close();
  });
});

describeOnBothRecords('programs starting at the same moment', (open) => {
  test('migrate a new database once', async () => {
    const openings = await Promise.allSettled([open([towns]), open([towns]), open([towns])]);
    const opened = openings.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const kind = opened[0]?.kind;
    // The embedded database belongs to one at a time; a server takes them all.
    expect(opened.length).toBe(kind === 'embedded' ? 1 : 3);
    expect((await opened[0]?.pool.query('SELECT id FROM towns'))?.rows).toEqual([{ id: 1 }]);
  });
});

describe('the list of migrations', () => {
  test('counts from one without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });
});
