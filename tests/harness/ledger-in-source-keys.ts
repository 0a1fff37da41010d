import { currentVersion, generationList } from '../../src/services/ledger/data-version.ts';
import type { Stores } from '../../src/stores/stores.ts';

/** A ledger line without ids: what two installations that hold the same have in common. '' is unknown. */
export interface KeyedLine {
  readonly document: string;
  readonly date: string;
  readonly kind: string;
  readonly numbered: boolean;
  readonly settled: boolean;
  readonly client: string;
  readonly entity: string;
  /** Key of the entity and the point's own part of its key. */
  readonly point: string;
  readonly product: string;
  readonly rep: string;
  /** Ten-thousandths. */
  readonly quantity: number | null;
  readonly amount: number | null;
}

interface Row {
  doc: string;
  date: string;
  kind: string;
  numbered: boolean;
  settled: boolean;
  client: number;
  entity: number;
  point: number;
  product: number;
  rep: number;
  quantity: string | null;
  amount: string | null;
}

/** The ledger of the current version in source keys. Names of products and reps stand for them. */
export async function ledgerInSourceKeys(stores: Stores): Promise<KeyedLine[]> {
  const { db } = stores.records;
  const parties = new Map(
    (await db.selectFrom('party').select(['id', 'key']).execute()).map(({ id, key }) => [id, key]),
  );
  const points = new Map(
    (await db.selectFrom('point').select(['id', 'key']).execute()).map(({ id, key }) => [id, key]),
  );
  const products = new Map(
    (await db.selectFrom('product').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const reps = new Map(
    (await db.selectFrom('member').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const version = await currentVersion(stores.records);
  const rows = await stores.warehouse.rows<Row>(`
    SELECT toString(doc) AS doc, date, kind, numbered, settled, client, entity, point, product, rep,
      toString(quantity) AS quantity, toString(amount) AS amount
    FROM ledger WHERE (ym, generation) IN ${generationList(version)}`);
  const entityKey = (id: number): string => parties.get(id) ?? `no party ${id}`;
  return rows.map(
    ({ doc, date, kind, numbered, settled, client, entity, point, product, rep, quantity, amount }) => ({
      document: doc,
      date,
      kind,
      numbered,
      settled,
      client: entityKey(client),
      entity: entityKey(entity),
      point: `${entityKey(entity)}#${points.get(point)?.split('#')[1] ?? `no point ${point}`}`,
      product: products.get(product) ?? '',
      rep: reps.get(rep) ?? '',
      quantity: tenThousandths(quantity),
      amount: tenThousandths(amount),
    }),
  );
}

const tenThousandths = (value: string | null): number | null =>
  value === null ? null : Math.round(Number(value) * 10_000);
