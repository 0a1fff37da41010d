import type { Selectable } from 'kysely';
import { LRUCache } from 'lru-cache';
import { placeOf } from '../../domain/sorted-ids.ts';
import { insertMany, type RecordsExecutor, streamRows } from '../../stores/records/bulk.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import type { CustomerMonth } from '../activity/customer-months.ts';
import type { ClosedMonth } from './closed-months.ts';

type Counted = 'main' | 'qualified';

/** Customers of a closed month, as they were. */
export interface ClosedCustomers {
  /** What everybody had bought; by the qualified method nothing but who was active. */
  readonly boughtBy: Readonly<Record<Counted, CustomerMonth>>;
  /** The client that a planned identity belonged to; 0: none. */
  readonly clientThen: (identity: number) => number;
}

/** Customers in a row of the records. */
const partSize = 5000;

/** `clients`: of planned identities that are no clients themselves, 0: they belong to none. */
export async function keepCustomers(
  tx: RecordsExecutor,
  close: number,
  {
    bought,
    clients,
  }: { readonly bought: CustomerMonth; readonly clients: Iterable<readonly [number, number]> },
): Promise<void> {
  for (let at = 0; at < bought.units.length; at += partSize) {
    const numbers = (column: Float64Array): (number | null)[] =>
      Array.from(column.subarray(at, at + partSize), (one) => (Number.isNaN(one) ? null : one));
    await tx
      .insertInto('closed_customers')
      .values({
        ...{ close, part: at / partSize, customers: [...bought.units.subarray(at, at + partSize)] },
        ...{ sales: numbers(bought.sales), documents: numbers(bought.documents) },
        products: numbers(bought.products),
      })
      .execute();
  }
  const names = ['close', 'identity', 'client'];
  await insertMany(
    tx,
    'closed_client',
    names.map((name) => ({ name, pgType: 'int4' })),
    Array.from(clients, ([identity, client]) => [close, identity, client]),
  );
}

/** Of all that is remembered; 300,000 customers take 9 MB. */
const mostBytes = 32 * 2 ** 20;

const remembered = new WeakMap<Stores['records'], LRUCache<string, ClosedCustomers>>();

/** null: the month was closed before customers were kept. */
export async function closedCustomers(
  { records }: Pick<Stores, 'records'>,
  { id, closedAt, customerPlanVersion }: ClosedMonth,
): Promise<ClosedCustomers | null> {
  if (customerPlanVersion === null) return null;
  const known = remembered.get(records) ?? new LRUCache({ maxSize: mostBytes });
  remembered.set(records, known);
  // The moment tells a closing of restored records from another one of the same number.
  const key = `${id} ${closedAt}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const read = await readCustomers(records.db, id);
  known.set(key, read, { size: 30 * read.boughtBy.main.units.length + 1 });
  return read;
}

/** Rows of the records that are read while nobody else is served. */
const partsAtOnce = 6;

const nothing = {
  ...{ sales: new Float64Array(), documents: new Float64Array(), products: new Float64Array() },
};

async function readCustomers(db: RecordsExecutor, close: number): Promise<ClosedCustomers> {
  const parts = await Array.fromAsync(
    streamRows<Selectable<RecordsSchema['closed_customers']>>(db, {
      select: 'SELECT * FROM closed_customers WHERE close = $1',
      params: [close],
      key: [{ name: 'part', pgType: 'int4' }],
      pageRows: partsAtOnce,
    }),
  );
  const identities = await db.selectFrom('closed_client').selectAll().where('close', '=', close).execute();
  const active = await db
    .selectFrom('closed_set')
    .select(['method', 'members'])
    .where('close', '=', close)
    .where((eb) => eb.and({ unit: 'client', level: 'company', member: 0 }))
    .execute();
  const numbers = (column: 'sales' | 'documents' | 'products'): Float64Array =>
    Float64Array.from(
      parts.flatMap((part): readonly (number | string | null)[] => part[column]),
      (one) => (one === null ? Number.NaN : Number(one)),
    );
  const units = Uint32Array.from(parts.flatMap(({ customers }) => customers));
  const sums = { sales: numbers('sales'), documents: numbers('documents'), products: numbers('products') };
  const activeBy = (method: Counted): Uint32Array =>
    Uint32Array.from(active.find((one) => one.method === method)?.members ?? []).sort();
  const [main, qualified] = [activeBy('main'), activeBy('qualified')];
  const clients = new Map(identities.map(({ identity, client }) => [identity, client]));
  return {
    boughtBy: {
      main: { units, ...sums, active: Uint8Array.from(units, (unit) => Number(placeOf(main, unit) >= 0)) },
      qualified: { ...nothing, units: qualified, active: new Uint8Array(qualified.length).fill(1) },
    },
    clientThen: (identity) => clients.get(identity) ?? identity,
  };
}
