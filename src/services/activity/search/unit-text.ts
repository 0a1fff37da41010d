import { sql } from 'kysely';
import { breather } from '../../../stores/breathe.ts';
import { insertMany } from '../../../stores/records/bulk.ts';
import type { Records } from '../../../stores/records/records.ts';
import type { Stores } from '../../../stores/stores.ts';
import { allIds, idsAtOnce } from '../all-ids.ts';
import { dress, unitRecords } from '../dress-units.ts';
import { searchText } from './search-words.ts';

type Level = 'party' | 'point';

const underWay = new WeakMap<Records, Promise<void>>();

/**
 * Brings the words by which units are found up to the last commit: those of units that imports since then have named,
 * of all units at first. Safe to repeat and to break off.
 */
export async function refreshUnitText(stores: Stores): Promise<void> {
  const { records } = stores;
  const begun = underWay.get(records);
  if (begun !== undefined) return await begun;
  const refreshing = refresh(stores);
  underWay.set(records, refreshing);
  try {
    await refreshing;
  } finally {
    underWay.delete(records);
  }
}

async function refresh(stores: Stores): Promise<void> {
  const { db } = stores.records;
  const state = await db.selectFrom('unit_text_state').select('version').executeTakeFirst();
  const since = await db
    .selectFrom('commit')
    .select(['version', 'kind', 'import_id', 'finished'])
    .where('version', '>', state?.version ?? 0)
    .orderBy('version')
    .execute();
  // While a commit is not finished, the records still take over what it says.
  const last = since.findLast(({ finished }) => finished);
  if (last === undefined) return;
  const done = since.filter(({ version }) => version <= last.version);
  const everybody = state === undefined || done.some(({ kind }) => kind === 'restore');
  const imports = done.flatMap(({ import_id }) => (import_id === null ? [] : [import_id]));
  for (const level of ['party', 'point'] as const)
    for await (const ids of everybody ? allIds(stores, level) : namedUnits(stores, level, imports))
      await writeText(stores, level, ids);
  await db
    .insertInto('unit_text_state')
    .values({ version: last.version })
    .onConflict((conflict) => conflict.column('single').doUpdateSet({ version: last.version }))
    .execute();
}

/** Units that imports name, and points of such owners: these are found by their owner's names too. */
async function* namedUnits(
  { records: { db } }: Stores,
  level: Level,
  imports: readonly number[],
): AsyncGenerator<number[]> {
  const chunks = await db
    .selectFrom('mention')
    .select('ids')
    .where('import_id', 'in', [0, ...imports])
    .where('level', '=', level)
    .execute();
  const named = [...new Set(chunks.flatMap(({ ids }) => ids))];
  for (let at = 0; at < named.length; at += idsAtOnce) yield named.slice(at, at + idsAtOnce);
  if (level === 'party') return;
  for await (const owners of namedUnits({ records: { db } } as Stores, 'party', imports)) {
    const points = await db.selectFrom('point').select('id').where('party_id', 'in', owners).execute();
    for (let at = 0; at < points.length; at += idsAtOnce)
      yield points.slice(at, at + idsAtOnce).map(({ id }) => id);
  }
}

async function writeText(stores: Stores, level: Level, ids: readonly number[]): Promise<void> {
  const unit = level === 'party' ? 'client' : 'deliveryPoint';
  const record = await unitRecords(stores, unit, ids);
  const breathe = breather();
  const rows: [Level, number, string, string][] = [];
  for (const id of ids) {
    const { party, point } = record(id);
    const { name, code } = dress(id, unit, { party, point });
    const { fullName, inn, phone } = party?.facts ?? party?.born ?? {};
    const own = party?.facts?.code ?? party?.born.code;
    const { words, phones } = searchText({ names: [name, party?.name, fullName, code, own], inn, phone });
    rows.push([level, id, words, phones]);
    await breathe();
  }
  await insertMany(
    stores.records.db,
    'unit_text',
    [
      { name: 'level', pgType: 'text' },
      { name: 'id', pgType: 'int4' },
      { name: 'words', pgType: 'text' },
      { name: 'phones', pgType: 'text' },
    ],
    rows,
    {
      onConflict: `ON CONFLICT (level, id) DO UPDATE SET words = excluded.words, phones = excluded.phones
        WHERE (unit_text.words, unit_text.phones) <> (excluded.words, excluded.phones)`,
    },
  );
}

/** Ids of the units whose text has all the parts, at most `limit` of them. `phones`: their phone numbers count too. */
export async function unitsWithText(
  { records: { db } }: Stores,
  level: Level,
  parts: readonly (readonly string[])[],
  { limit, phones }: { readonly limit: number; readonly phones: boolean },
): Promise<number[]> {
  const conditions = parts.map(
    (alternatives) =>
      sql`(${sql.join(
        alternatives.flatMap((part) => [
          sql`words LIKE ${`%${part}%`}`,
          ...(phones ? [sql`phones LIKE ${`%${part}%`}`] : []),
        ]),
        sql` OR `,
      )})`,
  );
  // One text: so many rows would take longer than finding them.
  const { rows } = await sql<{ ids: string | null }>`
    SELECT string_agg(id::text, ',') AS ids FROM (
      SELECT id FROM unit_text WHERE level = ${level} AND ${sql.join(conditions, sql` AND `)} LIMIT ${limit}
    ) AS found`.execute(db);
  const ids = rows[0]?.ids;
  return ids ? ids.split(',').map(Number) : [];
}
