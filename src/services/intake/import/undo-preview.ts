import { withImporterLock } from '../../../stores/importer-lock.ts';
import type { Stores } from '../../../stores/stores.ts';
import { withIdTable } from '../../../stores/warehouse/id-table.ts';
import type { MonthEffect } from '../../activity/month-bases.ts';
import { dropGeneration } from '../../ledger/commit.ts';
import type { UnitState } from '../resolve/show-units.ts';
import { type WithoutImport, withoutImport } from './without-import.ts';

/** What taking an import back would change. */
export interface UndoPreview {
  /** `removed`: documents that only it brought; `restored`: those of which an earlier version would hold again. */
  readonly documents: { readonly removed: number; readonly restored: number };
  /** Of whom nothing else speaks; they would not be seen any more. */
  readonly hidden: { readonly clients: number; readonly deliveryPoints: number; readonly products: number };
  /** АКБ of every month that would change, before and after, by each count unit. */
  readonly effect: readonly MonthEffect[];
}

/**
 * Builds the data as they would be without an import, looks at them, and drops them.
 *
 * @throws Refusal `importUnknown`, `importNotApplied`; the reason of `signal` while it waits for its turn
 */
export function undoPreview(stores: Stores, importId: number, signal?: AbortSignal): Promise<UndoPreview> {
  const look = async (): Promise<UndoPreview> => {
    const without = await withoutImport(stores, importId, () => undefined);
    const { points, products, effect, after } = without;
    try {
      const hidden = {
        clients: await clientsGone(stores, without),
        deliveryPoints: gone(points).length,
        products: gone(products).length,
      };
      return { documents: await documentsTouched(stores, importId, without), hidden, effect };
    } finally {
      await dropGeneration(stores, after.dimensions);
    }
  };
  return withImporterLock(stores.records, look, { signal });
}

const gone = (units: readonly UnitState[]): number[] =>
  units.filter(({ facts }) => facts === null).map(({ id }) => id);

/** Clients none of whose identities would be left. */
async function clientsGone({ warehouse }: Stores, { before, parties }: WithoutImport): Promise<number> {
  return await withIdTable(warehouse, gone(parties), async (table) => {
    const [row] = await warehouse.rows<{ clients: string }>(`
      SELECT count() AS clients FROM (
        SELECT client FROM dim_party WHERE generation = ${before.dimensions}
        GROUP BY client HAVING countIf(id NOT IN ${table}) = 0
      )`);
    return Number(row?.clients ?? 0);
  });
}

/** Of the documents that the import has a say in: one that a later import corrected stays as it is. */
async function documentsTouched(
  { warehouse }: Stores,
  importId: number,
  { before, after }: WithoutImport,
): Promise<UndoPreview['documents']> {
  const list = (imports: readonly number[]): string => `(${[0, ...imports].join(', ')})`;
  const [row] = await warehouse.rows<{ removed: string; restored: string }>(`
    SELECT countIf(NOT earlier AND lines > 0) AS removed, countIf(earlier AND lines_import = ${importId}) AS restored
    FROM (
      SELECT lines, lines_import, doc IN (
        SELECT doc FROM superseded WHERE by_import = ${importId} AND import_id IN ${list(after.applied)}
      ) AS earlier
      FROM document
      WHERE import_id = ${importId} AND doc NOT IN (
        SELECT doc FROM superseded WHERE import_id = ${importId} AND by_import IN ${list(before.applied)}
      )
    )`);
  return { removed: Number(row?.removed ?? 0), restored: Number(row?.restored ?? 0) };
}
