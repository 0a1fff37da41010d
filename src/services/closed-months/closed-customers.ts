import type { Selectable } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { OrganisationNode, Scope } from '../../domain/scope.ts';
import { insertMany, type RecordsExecutor, streamRows } from '../../stores/records/bulk.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import type { CustomerMonth } from '../activity/customer-months.ts';
import type { CustomerPlaces } from '../activity/customer-places.ts';
import { methodAsked } from '../definitions/methods.ts';
import type { ClosedMonth } from './closed-months.ts';
import { activeWithin, seenWithin } from './within-scope.ts';

type Counted = 'main' | 'qualified';

/** Customers of a closed month, as a scope showed them then. */
export interface ClosedCustomers {
  /** What everybody had bought; by the qualified method nothing but who was active. */
  readonly boughtBy: Readonly<Record<Counted, CustomerMonth>>;
  /** The client that a planned identity belonged to; 0: none. */
  readonly clientThen: (identity: number) => number;
}

/** Customers in a row of the records; who comes for several places may be in two of them. */
const partSize = 5000;

/** `clients`: of planned identities that are no clients themselves, 0: they belong to none. */
export async function keepCustomers(
  tx: RecordsExecutor,
  close: number,
  {
    bought,
    clients,
  }: { readonly bought: CustomerPlaces; readonly clients: Iterable<readonly [number, number]> },
): Promise<void> {
  const places = bought.members.map((members, place) => ({ close, place, members: [...members] }));
  for (let at = 0; at < places.length; at += 1000)
    await tx
      .insertInto('closed_place')
      .values(places.slice(at, at + 1000))
      .execute();
  for (let at = 0; at < bought.units.length; at += partSize) {
    const numbers = (column: Float32Array | Float64Array): (number | null)[] =>
      Array.from(column.subarray(at, at + partSize), (one) => (Number.isNaN(one) ? null : one));
    await tx
      .insertInto('closed_customers')
      .values({
        ...{ close, part: at / partSize, customers: [...bought.units.subarray(at, at + partSize)] },
        ...{ places: [...bought.places.subarray(at, at + partSize)], sales: numbers(bought.sales) },
        ...{ documents: numbers(bought.documents), products: numbers(bought.products) },
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

/** Of all that is remembered; 300,000 customers take 13 MB, and 9 MB as the whole company sees them. */
const mostBytes = 32 * 2 ** 20;

const remembered = new WeakMap<Stores['records'], LRUCache<string, object>>();

/** null: the month was closed before customers were kept. */
export async function closedCustomers(
  { records }: Pick<Stores, 'records'>,
  closed: ClosedMonth,
  scope: Scope,
): Promise<ClosedCustomers | null> {
  if (closed.customerPlanVersion === null) return null;
  const known = remembered.get(records) ?? new LRUCache({ maxSize: mostBytes });
  remembered.set(records, known);
  const memory = async <Answer extends object>(
    of: string,
    read: () => Promise<Answer>,
    bytes: (answer: Answer) => number,
  ): Promise<Answer> => {
    // The moment tells a closing of restored records from another one of the same number.
    const key = `${closed.id} ${closed.closedAt} ${of}`;
    const found = known.get(key) as Answer | undefined;
    if (found !== undefined) return found;
    const answer = await read();
    known.set(key, answer, { size: bytes(answer) + 2 * key.length });
    return answer;
  };
  const kept = await memory(
    '',
    () => readKept(records.db, closed.id),
    ({ bought, active, clients }) =>
      24 * bought.units.length + 4 * (active.main.length + active.qualified.length) + 60 * clients.size,
  );
  const boughtBy = await memory(
    JSON.stringify(scope.nodes),
    () => boughtWithin(records, closed, kept, scope),
    ({ main, qualified }) => 32 * main.units.length + 8 * qualified.units.length,
  );
  return { boughtBy, clientThen: (identity) => kept.clients.get(identity) ?? identity };
}

interface Kept {
  readonly bought: CustomerPlaces;
  /** Of the whole company. */
  readonly active: Readonly<Record<Counted, Uint32Array>>;
  readonly clients: ReadonlyMap<number, number>;
}

/** Rows of the records that are read while nobody else is served. */
const partsAtOnce = 6;

async function readKept(db: RecordsExecutor, close: number): Promise<Kept> {
  const parts = await Array.fromAsync(
    streamRows<Selectable<RecordsSchema['closed_customers']>>(db, {
      select: 'SELECT * FROM closed_customers WHERE close = $1',
      params: [close],
      key: [{ name: 'part', pgType: 'int4' }],
      pageRows: partsAtOnce,
    }),
  );
  const places = await db
    .selectFrom('closed_place')
    .select('members')
    .where('close', '=', close)
    .orderBy('place')
    .execute();
  const identities = await db.selectFrom('closed_client').selectAll().where('close', '=', close).execute();
  const known = (one: number | string | null): number => (one === null ? Number.NaN : Number(one));
  const active = await activeOf(db, close, [company]);
  return {
    bought: {
      units: Uint32Array.from(parts.flatMap(({ customers }) => customers)),
      places: Uint32Array.from(parts.flatMap((part) => part.places)),
      sales: Float64Array.from(
        parts.flatMap(({ sales }) => sales),
        known,
      ),
      documents: Float32Array.from(
        parts.flatMap(({ documents }) => documents),
        known,
      ),
      products: Float32Array.from(
        parts.flatMap(({ products }) => products),
        known,
      ),
      members: places.map(({ members }) => members),
    },
    active,
    clients: new Map(identities.map(({ identity, client }) => [identity, client])),
  };
}

const company = { dimension: 'company', member: 0 } as const;

/** Clients active in any of some nodes, by method, in order. */
async function activeOf(
  db: RecordsExecutor,
  close: number,
  nodes: readonly (OrganisationNode | typeof company)[],
): Promise<Record<Counted, Uint32Array>> {
  const rows = await db
    .selectFrom('closed_set')
    .select(['method', 'members'])
    .where('close', '=', close)
    .where('unit', '=', 'client')
    .where((eb) => eb.or(nodes.map(({ dimension: level, member }) => eb.and({ level, member }))))
    .execute();
  const of = (method: Counted): Uint32Array =>
    Uint32Array.from(new Set(rows.flatMap((one) => (one.method === method ? one.members : [])))).sort();
  return { main: of('main'), qualified: of('qualified') };
}

const nothing = {
  ...{ sales: new Float64Array(), documents: new Float64Array(), products: new Float64Array() },
};

async function boughtWithin(
  records: Stores['records'],
  { id, methods }: ClosedMonth,
  { bought: all, active }: Kept,
  scope: Scope,
): Promise<ClosedCustomers['boughtBy']> {
  const seen = seenWithin(all, scope);
  const ofNodes = scope.nodes === null ? active : await activeOf(records.db, id, scope.nodes);
  const methodThen = (of: Counted) =>
    methodAsked({ records }, methods.find((one) => one.id === of) ?? { id: of });
  const { attribution: placedBy } = await methodThen('main');
  const activeBy = async (of: Counted) =>
    activeWithin(
      all,
      seen,
      { company: active[of], ofNodes: ofNodes[of] },
      { method: await methodThen(of), placedBy },
    );
  const [isActive, isQualified] = [await activeBy('main'), await activeBy('qualified')];
  const { units } = seen.bought;
  const qualified = active.qualified.filter((unit) => isQualified(unit) !== 0);
  return {
    main: { ...seen.bought, active: Float32Array.from(units, isActive) },
    qualified: { ...nothing, units: qualified, active: Float32Array.from(qualified, isQualified) },
  };
}
