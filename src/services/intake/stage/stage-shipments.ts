import { allDone } from '../../../domain/all-done.ts';
import type { Field } from '../../../domain/fields.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Stores } from '../../../stores/stores.ts';
import { stagingEngine } from '../staging-engine.ts';
import {
  type ColumnPlan,
  memberFields,
  partyFields,
  presentFields,
  productFields,
  stagedFields,
} from './column-plan.ts';
import { cell, lineColumns, tupleKey } from './line-sql.ts';
import { loadSource, textColumns } from './load-source.ts';
import { firstSetAside } from './reject-codes.ts';

/** Names of the staging tables of one shipments table. They hold personal data and are dropped with the import. */
export interface StagedShipments {
  readonly plan: ColumnPlan;
  readonly lines: string;
  readonly parties: string;
  readonly products: string;
  readonly members: string;
  readonly source: string;
}

/** `content`: of rejected rows only, to find them again (`rowContent`). */
const lineTypes = `
  row UInt32,
  date Nullable(Date),
  number String,
  guid String,
  type LowCardinality(String),
  status LowCardinality(String),
  own LowCardinality(String),
  party UInt64, product UInt64, member UInt64,
  quantity Nullable(Decimal(18, 4)),
  amount Nullable(Decimal(18, 4)),
  amount_net Nullable(Decimal(18, 4)),
  cost Nullable(Decimal(18, 4)),
  reject UInt8,
  content UInt64,
  doubt Bool`;

/**
 * One pass over the file: the engine parses every row into a typed line, and the distinct customers, products and
 * members of the organisation are collected beside it as tuples of their columns, keyed by a hash.
 */
export async function stageShipments(
  stores: Stores,
  name: string,
  plan: ColumnPlan,
  today: IsoDate,
  onRows?: (rows: number) => void,
): Promise<StagedShipments> {
  const { warehouse } = stores;
  const staged: StagedShipments = {
    plan,
    source: `akb_staging.${name}_source`,
    lines: `akb_staging.${name}_lines`,
    parties: `akb_staging.${name}_parties`,
    products: `akb_staging.${name}_products`,
    members: `akb_staging.${name}_members`,
  };
  const mapped = stagedFields(plan);
  await warehouse.run(`CREATE TABLE ${staged.source} (${lineTypes}, ${textColumns(mapped)}) ENGINE = Null`);
  await allDone([
    collectLines(stores, staged),
    collectTuples(stores, staged, staged.parties, partyFields),
    collectTuples(stores, staged, staged.products, productFields),
    collectTuples(stores, staged, staged.members, memberFields),
  ]);
  await watchingRows(stores, staged.lines, onRows, () =>
    loadSource(stores, plan, staged.source, mapped, today),
  );
  return staged;
}

/** How often the growing table is looked at, ms. */
const WATCH = 300;

async function watchingRows(
  stores: Stores,
  table: string,
  onRows: ((rows: number) => void) | undefined,
  load: () => Promise<void>,
): Promise<void> {
  const name = table.slice(table.indexOf('.') + 1);
  let asking = false;
  const timer = setInterval(async () => {
    if (asking || onRows === undefined) return;
    asking = true;
    try {
      const [row] = await stores.warehouse.rows<{ rows: string }>(
        `SELECT total_rows AS rows FROM system.tables WHERE database = 'akb_staging' AND name = '${name}'`,
      );
      onRows(Number(row?.rows ?? 0));
    } catch {
      // The load itself says what is wrong.
    } finally {
      asking = false;
    }
  }, WATCH);
  try {
    await load();
  } finally {
    clearInterval(timer);
  }
}

const engineOf = ({ plan: { table } }: StagedShipments, order?: string): string =>
  stagingEngine(table.rowCount, order, table.bytes);

async function collectLines({ warehouse }: Stores, staged: StagedShipments): Promise<void> {
  const { lines, source } = staged;
  await warehouse.run(`CREATE TABLE ${lines} (${lineTypes}) ${engineOf(staged)}`);
  await warehouse.run(
    `CREATE MATERIALIZED VIEW ${lines}_view TO ${lines} AS SELECT ${lineColumns.join(', ')} FROM ${source}`,
  );
}

/**
 * Once per block and key: comparing the texts themselves takes five times as long. Among a million tuples two share a
 * key of 64 bits with a probability of 3e-8.
 */
async function collectTuples(
  stores: Stores,
  staged: StagedShipments,
  table: string,
  wanted: readonly Field[],
): Promise<void> {
  const present = presentFields(staged.plan, wanted);
  const columns = present.map(cell);
  await stores.warehouse.run(
    `CREATE TABLE ${table} (key UInt64${columns.map((column) => `, ${column} String`).join('')}) ${engineOf(staged, 'key')}`,
  );
  if (present.length === 0) return;
  await stores.warehouse.run(
    `CREATE MATERIALIZED VIEW ${table}_view TO ${table} AS
      SELECT ${tupleKey(staged.plan, wanted)} AS key, ${columns.join(', ')} FROM ${staged.source}
      WHERE key != 0 LIMIT 1 BY key`,
  );
}

export interface StagedTuple<F extends Field> {
  readonly key: string;
  readonly cells: Readonly<Partial<Record<F, string>>>;
  /** It stands in rejected rows only: nothing may come of it. */
  readonly rejected: boolean;
}

const keyOf = { parties: 'party', products: 'product', members: 'member' } as const;

/** Distinct tuples of a staged table, by their keys. `rejects`: some of its rows are rejected. */
export async function* stagedTuples<F extends Field>(
  stores: Stores,
  staged: StagedShipments,
  kind: keyof typeof keyOf,
  wanted: readonly F[],
  rejects: boolean,
): AsyncIterable<StagedTuple<F>> {
  const present = presentFields(staged.plan, wanted);
  if (present.length === 0) return;
  const columns = present.map((field) => `${cell(field)} AS ${field}`);
  const isRejected = `reject > 0 AND reject < ${firstSetAside}`;
  // Few rows are rejected as a rule: only their keys are looked for among the others.
  const inRejected = `SELECT ${keyOf[kind]} FROM ${staged.lines} WHERE ${isRejected}`;
  const inOthers = `SELECT ${keyOf[kind]} FROM ${staged.lines} WHERE NOT (${isRejected}) AND ${keyOf[kind]} IN (${inRejected})`;
  const inNoOther = rejects ? `key IN (${inRejected}) AND key NOT IN (${inOthers})` : 'false';
  const sql = `SELECT toString(key) AS key, ${inNoOther} AS rejected, ${columns.join(', ')}
    FROM (SELECT * FROM ${staged[kind]} LIMIT 1 BY key) AS t ORDER BY t.key`;
  for await (const row of stores.warehouse.stream<Record<string, string> & { rejected: 0 | 1 | boolean }>(
    sql,
  )) {
    const { key = '', rejected, ...cells } = row;
    yield { key, cells: cells as Readonly<Partial<Record<F, string>>>, rejected: Boolean(rejected) };
  }
}
