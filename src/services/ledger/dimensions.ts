import { allDone } from '../../domain/all-done.ts';
import type { Assignment, PastMember } from '../../domain/dated-facts.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';

/** A delivery point as the warehouse knows it: canonical ids, where it is, since when it is known. */
export interface PointRow {
  readonly id: number;
  readonly point: number;
  readonly entity: number;
  readonly client: number;
  readonly implicit: boolean;
  readonly registered: IsoDate;
  readonly city: string;
  readonly region: string;
  readonly federalDistrict: string;
  readonly country: string;
  /** What these were, where they have changed, in order of days. */
  readonly past: readonly PastMember[];
  /** Whom its customer cards name as responsible. */
  readonly cards: readonly Assignment[];
}

/** A legal entity or a group of them. `entity` is 0 for groups. */
export interface PartyRow {
  readonly id: number;
  readonly entity: number;
  readonly client: number;
  readonly registered: IsoDate;
  readonly clientType: string;
  readonly salesChannel: string;
  readonly acquisitionChannel: string;
  readonly industry: string;
  readonly status: string;
  /** As files have last said; null or left out: none has. */
  readonly debt?: Decimal | null;
  readonly overdue?: Decimal | null;
  /** As imports say; null or left out: they say none. */
  readonly creditLimit?: Decimal | null;
  /** What these were, where they have changed, in order of days. */
  readonly past: readonly PastMember[];
  /** Whom its customer cards name as responsible. */
  readonly cards: readonly Assignment[];
}

export interface ProductRow {
  readonly id: number;
  readonly category: string;
  readonly subcategory: string;
  readonly brand: string;
}

export interface DimensionChanges {
  readonly points: readonly PointRow[];
  readonly parties: readonly PartyRow[];
  readonly products: readonly ProductRow[];
  /** Units that no applied import mentions any more. */
  readonly hidden: {
    readonly points: readonly number[];
    readonly parties: readonly number[];
    readonly products: readonly number[];
  };
}

const datedColumns = [
  ...['card_kind', 'card_since', 'card_member'],
  ...['past_of', 'past_since', 'past_member'],
] as const;

const datedOf = ({ cards, past }: Pick<PartyRow, 'cards' | 'past'>): unknown[] => [
  cards.map((card) => card.kind),
  cards.map((card) => card.since),
  cards.map((card) => card.member),
  past.map((one) => one.of),
  past.map((one) => one.since),
  past.map((one) => one.member),
];

const tables = {
  dim_point: [
    'id',
    'point',
    'entity',
    'client',
    'implicit',
    'registered',
    'city',
    'region',
    'federal_district',
    'country',
    ...datedColumns,
  ],
  dim_party: [
    'id',
    'entity',
    'client',
    'registered',
    'client_type',
    'sales_channel',
    'acquisition_channel',
    'industry',
    'status',
    'debt',
    'overdue',
    'credit_limit',
    ...datedColumns,
  ],
  dim_product: ['id', 'category', 'subcategory', 'brand'],
} as const;
type DimensionTable = keyof typeof tables;

/** Writes generation `next` of all dimensions: generation `previous` (0: there is none) with the changes laid over it. */
export async function buildDimensions(
  warehouse: Warehouse,
  previous: number,
  next: number,
  changes: DimensionChanges,
): Promise<void> {
  const { points, parties, products, hidden } = changes;
  const point = layOver(
    warehouse,
    'dim_point',
    previous,
    next,
    hidden.points,
    points.map((p) => [
      p.id,
      p.point,
      p.entity,
      p.client,
      p.implicit,
      p.registered,
      p.city,
      p.region,
      p.federalDistrict,
      p.country,
      ...datedOf(p),
    ]),
  );
  const party = layOver(
    warehouse,
    'dim_party',
    previous,
    next,
    hidden.parties,
    parties.map((p) => [
      p.id,
      p.entity,
      p.client,
      p.registered,
      p.clientType,
      p.salesChannel,
      p.acquisitionChannel,
      p.industry,
      p.status,
      p.debt ?? null,
      p.overdue ?? null,
      p.creditLimit ?? null,
      ...datedOf(p),
    ]),
  );
  const product = layOver(
    warehouse,
    'dim_product',
    previous,
    next,
    hidden.products,
    products.map((p) => [p.id, p.category, p.subcategory, p.brand]),
  );
  await allDone([point, party, product]);
}

async function layOver(
  warehouse: Warehouse,
  table: DimensionTable,
  previous: number,
  next: number,
  hidden: readonly number[],
  changed: readonly (readonly unknown[])[],
): Promise<void> {
  const columns = tables[table];
  await warehouse.insert(
    table,
    ['generation', ...columns],
    changed.map((row) => [next, ...row]),
  );
  if (previous === 0) return;
  const gone = `akb_staging.gone_${table}_${next}`;
  const stays = hidden.length === 0 ? '' : `AND id NOT IN (SELECT id FROM ${gone})`;
  if (hidden.length > 0) {
    // A table, not a list in the text: there may be hundreds of thousands of them.
    await warehouse.run(`CREATE TABLE ${gone} (id UInt32) ENGINE = Memory`);
    await warehouse.insert(
      gone,
      ['id'],
      hidden.map((id) => [id]),
    );
  }
  await warehouse.run(`
    INSERT INTO ${table} (generation, ${columns.join(', ')})
    SELECT ${next}, ${columns.join(', ')} FROM ${table}
    WHERE generation = ${previous} ${stays} AND id NOT IN (SELECT id FROM ${table} WHERE generation = ${next})`);
  if (hidden.length > 0) await warehouse.run(`DROP TABLE ${gone} SYNC`);
}

/** Months (`YYYYMM`) with journal lines of points whose place among the units differs between two generations. */
export async function monthsOfMovedPoints(
  warehouse: Warehouse,
  previous: number,
  next: number,
  applied: readonly number[],
): Promise<number[]> {
  if (applied.length === 0) return [];
  const rows = await warehouse.rows<{ ym: number }>(`
    SELECT DISTINCT toYYYYMM(date) AS ym FROM journal
    WHERE point IN (
      SELECT o.id FROM (SELECT * FROM dim_point WHERE generation = ${previous}) AS o
      INNER JOIN (SELECT * FROM dim_point WHERE generation = ${next}) AS n ON n.id = o.id
      WHERE (o.point, o.entity, o.client) != (n.point, n.entity, n.client)
    )`);
  return rows.map((row) => row.ym);
}
