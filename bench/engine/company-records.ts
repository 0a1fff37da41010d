import { insertMany } from '../../src/stores/records/bulk.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { branches, type Company, categoryOf, customer, firstBranch, products } from './company.ts';

const integer = (name: string) => ({ name, pgType: 'int4' });
const text = (name: string) => ({ name, pgType: 'text' });
const born = { name: 'born', pgType: 'jsonb' };

/** What the records know of the company: applied imports, one a month, and names. */
export async function writeRecords(records: Records, company: Company): Promise<void> {
  const { db } = records;
  const { id: source } = await db
    .insertInto('source')
    .values({ name: 'bench' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [month, { to }] of company.months.entries())
    await db
      .insertInto('import')
      .values({
        id: month + 1,
        source_id: source,
        status: 'applied',
        files: '[]',
        day: to,
        summary: null,
        basis: null,
      })
      .execute();
  const first = [integer('first_import'), integer('patch_import')];
  await insertMany(
    db,
    'party',
    [
      integer('id'),
      text('kind'),
      integer('source_id'),
      text('key'),
      ...first,
      integer('canonical'),
      text('name'),
      born,
    ],
    rows(company.customers, (id) => {
      const { name, city, type } = customer(company, id);
      const facts = { code: `К-${id}`, name, city, clientType: type };
      return [id, 'entity', source, `party ${id}`, 1, 1, id, name, facts];
    }),
  );
  await insertMany(
    db,
    'point',
    [
      integer('id'),
      integer('party_id'),
      text('key'),
      { name: 'implicit', pgType: 'bool' },
      ...first,
      integer('canonical'),
      born,
    ],
    rows(company.customers, (id) => [
      id,
      id,
      `point ${id}`,
      false,
      1,
      1,
      id,
      { code: `Т-${id}`, city: customer(company, id).city },
    ]),
  );
  await insertMany(
    db,
    'product',
    [integer('id'), integer('source_id'), text('key'), ...first, integer('canonical'), text('name'), born],
    rows(products, (id) => [
      id,
      source,
      `product ${id}`,
      1,
      1,
      id,
      `Товар ${id}`,
      { code: `Н-${id}`, category: categoryOf(id) },
    ]),
  );
  await insertMany(
    db,
    'member',
    [integer('id'), text('kind'), text('key'), text('code'), text('name'), integer('first_import')],
    rows(company.reps + branches, (id) => {
      const isRep = id < firstBranch(company);
      const name = isRep ? `Менеджер ${id}` : `Филиал ${id - company.reps}`;
      return [id, isRep ? 'rep' : 'branch', `member ${id}`, String(id), name, 1];
    }),
  );
}

function* rows(last: number, row: (id: number) => unknown[]): Generator<unknown[]> {
  for (let id = 1; id <= last; id++) yield row(id);
}
