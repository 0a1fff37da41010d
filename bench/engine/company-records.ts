import { type BulkColumn, insertMany } from '../../src/stores/records/bulk.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { branches, type Company, categoryOf, customer, firstBranch, products } from './company.ts';

/** What the records know of the company: applied imports, one a month, and names. */
export async function writeRecords(records: Records, company: Company): Promise<void> {
  const { db } = records;
  const source = await writeImports(records, company);
  const write = (
    table: string,
    columns: string,
    last: number,
    row: (id: number) => unknown[],
  ): Promise<number> => insertMany(db, table, bulkColumns(columns), rows(last, row));
  const known = 'first_import int4, patch_import int4, canonical int4, born jsonb';
  await write(
    'party',
    `id int4, kind text, source_id int4, key text, name text, ${known}`,
    company.customers,
    (id) => {
      const { name, city, type } = customer(company, id);
      const born = { code: `К-${id}`, name, city, clientType: type };
      return [id, 'entity', source, `party ${id}`, name, 1, 1, id, born];
    },
  );
  await write(
    'point',
    `id int4, party_id int4, key text, implicit bool, ${known}`,
    company.customers,
    (id) => {
      const born = { code: `Т-${id}`, city: customer(company, id).city };
      return [id, id, `point ${id}`, false, 1, 1, id, born];
    },
  );
  await write('product', `id int4, source_id int4, key text, name text, ${known}`, products, (id) => {
    const born = { code: `Н-${id}`, category: categoryOf(id) };
    return [id, source, `product ${id}`, `Товар ${id}`, 1, 1, id, born];
  });
  const members = 'id int4, kind text, key text, code text, name text, first_import int4';
  await write('member', members, company.reps + branches, (id) => {
    const isRep = id < firstBranch(company);
    const name = isRep ? `Менеджер ${id}` : `Филиал ${id - company.reps}`;
    return [id, isRep ? 'rep' : 'branch', `member ${id}`, String(id), name, 1];
  });
}

async function writeImports({ db }: Records, { months }: Company): Promise<number> {
  const { id: source } = await db
    .insertInto('source')
    .values({ name: 'bench' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('import')
    .values(
      months.map(({ to }, month) => ({
        id: month + 1,
        source_id: source,
        status: 'applied' as const,
        files: '[]',
        day: to,
        summary: null,
        basis: null,
      })),
    )
    .execute();
  return source;
}

const bulkColumns = (text: string): BulkColumn[] =>
  text.split(', ').map((column) => {
    const [name = '', pgType = ''] = column.split(' ');
    return { name, pgType };
  });

function* rows(last: number, row: (id: number) => unknown[]): Generator<unknown[]> {
  for (let id = 1; id <= last; id++) yield row(id);
}
