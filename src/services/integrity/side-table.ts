import type { Stage } from './stage.ts';

/** A table beside the stage, dropped with it: what the records say of units, as numbers. */
export async function sideTable(
  { stores: { warehouse }, documents }: Stage,
  name: string,
  columns: readonly string[],
  rows: Iterable<readonly number[]>,
): Promise<string> {
  const table = `${documents}_${name}`;
  await warehouse.run(
    `CREATE TABLE ${table} (${columns.map((column) => `${column} UInt32`).join(', ')}) ENGINE = MergeTree ORDER BY ${columns[0]}`,
  );
  await warehouse.insert(
    table,
    columns.map((one) => ({ name: one, type: 'UInt32' })),
    rows,
  );
  return table;
}
