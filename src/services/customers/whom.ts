import { type RawBuilder, sql } from 'kysely';
import { stemOf } from '../../domain/search-words.ts';
import type { Stores } from '../../stores/stores.ts';
import { dressUnits } from '../activity/dress-units.ts';
import { searchParts, wordsOf } from '../activity/search/search-words.ts';
import { refreshUnitText } from '../activity/search/unit-text.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import type { SeenIdentities } from './seen-identities.ts';

/** A customer whom some words name, and the identity by which they do. */
export interface NamedCustomer {
  readonly unit: 'client';
  readonly id: number;
  readonly identity: number;
  readonly code: string;
  readonly name: string;
}

/** More say nothing to whoever has to choose. */
export const mostNamed = 20;
/** Several identities of one customer may have the same words. */
const identitiesAtOnce = 2000;

interface Sight {
  readonly version: DataVersion;
  readonly seen: SeenIdentities;
}

/**
 * Whom a code, an ИНН or a name means, by name: those who have it, or else those whose names contain the words. At most
 * `mostNamed`, of whom the reader may be told.
 */
export async function whom(stores: Stores, sight: Sight, text: string): Promise<readonly NamedCustomer[]> {
  const words = wordsOf(text);
  if (words === '') return [];
  await refreshUnitText(stores);
  // Names, codes and ИНН of a unit stand between bars.
  const exact = [words, `${words} | %`, `% | ${words}`, `% | ${words} | %`];
  const own = await clientsOf(stores, sight, either(exact.map(hasWords)));
  return own.length > 0 ? own : await clientsOf(stores, sight, hasWords(`%${words}%`));
}

/** Customers whose names, codes, ИНН or phones have all words of a search, by name, at most `mostNamed`. */
export async function customersFound(
  stores: Stores,
  { phones, ...sight }: Sight & { readonly phones: boolean },
  search: string,
): Promise<readonly NamedCustomer[]> {
  const parts = searchParts(search);
  if (parts === null) return [];
  await refreshUnitText(stores);
  const conditions = parts.map((alternatives) =>
    either(
      [...new Set(alternatives.flatMap((part) => [part, stemOf(part)]))].flatMap((part) => [
        hasWords(`%${part}%`),
        ...(phones ? [sql<boolean>`phones LIKE ${`%${part}%`}`] : []),
      ]),
    ),
  );
  return await clientsOf(stores, sight, sql<boolean>`${sql.join(conditions, sql` AND `)}`);
}

const hasWords = (pattern: string) => sql<boolean>`words LIKE ${pattern}`;
const either = (conditions: readonly RawBuilder<boolean>[]) =>
  sql<boolean>`(${sql.join([...conditions], sql` OR `)})`;

async function clientsOf(
  stores: Stores,
  { version: { dimensions }, seen }: Sight,
  condition: RawBuilder<boolean>,
): Promise<readonly NamedCustomer[]> {
  const own = seen.ids === null ? sql`` : sql`AND id = ANY (${seen.ids.party})`;
  const { rows } = await sql<{
    id: number;
  }>`SELECT id FROM unit_text WHERE level = 'party' AND ${condition} ${own}
    LIMIT ${sql.lit(identitiesAtOnce)}`.execute(stores.records.db);
  if (rows.length === 0) return [];
  const places = await stores.warehouse.rows<{ id: number; client: number }>(
    `SELECT id, client FROM dim_party WHERE generation = ${dimensions} AND id IN (${rows.map(({ id }) => id).join(', ')})
     ORDER BY id`,
  );
  const clients = new Map(places.toReversed().map(({ id, client }) => [client, id]));
  const some = [...clients].sort(([a], [b]) => a - b).slice(0, mostNamed);
  const dress = await dressUnits(
    stores,
    'client',
    some.map(([client]) => client),
  );
  return some
    .map(([id, identity]) => {
      const { code, name } = dress(id);
      return { unit: 'client' as const, id, identity, code, name };
    })
    .sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}

const collator = new Intl.Collator('ru', { sensitivity: 'accent' });
