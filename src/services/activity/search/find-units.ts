import { Refusal } from '../../../domain/problem.ts';
import type { ListQuery } from '../../../domain/report-words.ts';
import type { CountUnit } from '../../../domain/units.ts';
import type { Stores } from '../../../stores/stores.ts';
import { openIdTable } from '../../../stores/warehouse/id-table.ts';
import { ids, raw, type Sql, sql } from '../../../stores/warehouse/sql.ts';
import { searchParts } from './search-words.ts';
import { refreshUnitText, unitsWithText } from './unit-text.ts';

/** More than so many are no answer to a search: it has to say more. */
const MOST_FOUND = 50_000;

/**
 * Ids of identities (of points, where these are counted) that a search finds anywhere in the company; whom of them
 * the reader may be told of, the list decides. Null: nothing is searched for.
 * @throws Refusal `searchTooWide`
 */
export async function findUnits(
  stores: Stores,
  unit: CountUnit,
  { search, hidesContacts = false }: Pick<ListQuery, 'search' | 'hidesContacts'>,
): Promise<readonly number[] | null> {
  if (search === undefined || search.trim() === '') return null;
  const parts = searchParts(search);
  if (parts === null) return [];
  await refreshUnitText(stores);
  const level = unit === 'deliveryPoint' ? 'point' : 'party';
  const found = await unitsWithText(stores, level, parts, {
    limit: MOST_FOUND + 1,
    phones: !hidesContacts,
  });
  if (found.length > MOST_FOUND) throw new Refusal({ code: 'searchTooWide', params: { most: MOST_FOUND } });
  return found;
}

/** As many ids travel with the question; more go through a table. */
const FEW = 1000;

interface Found<Ids> {
  readonly found: Ids;
  /** When nothing asks for them any more. */
  drop(): Promise<void>;
}

/** Found ids as SQL, `SELECT id …`; null stays null. */
export async function foundAsSql(stores: Stores, found: readonly number[]): Promise<Found<Sql>>;
export async function foundAsSql(stores: Stores, found: readonly number[] | null): Promise<Found<Sql | null>>;
export async function foundAsSql(
  { warehouse }: Stores,
  found: readonly number[] | null,
): Promise<Found<Sql | null>> {
  const nothing = async (): Promise<void> => undefined;
  if (found === null) return { found: null, drop: nothing };
  if (found.length <= FEW) return { found: sql`SELECT arrayJoin(${ids(found)}) AS id`, drop: nothing };
  const { name, drop } = await openIdTable(warehouse, found);
  return { found: sql`SELECT id FROM ${raw(name)}`, drop };
}
