import { sql } from 'kysely';
import { breather } from '../../../stores/breathe.ts';
import { onceAtATime } from '../../../stores/once-at-a-time.ts';
import { insertMany } from '../../../stores/records/bulk.ts';
import type { Stores } from '../../../stores/stores.ts';
import { allIds, idsAtOnce } from '../all-ids.ts';
import { dress, unitRecords } from '../dress-units.ts';
import { searchText } from './search-words.ts';

type Level = 'party' | 'point';

/**
 * Brings the words by which units are found up to the last commit and the last edit: those of units that imports since
 * then have named or somebody has renamed, of all units at first. Safe to repeat and to break off.
 */
export const refreshUnitText = onceAtATime(refresh);

async function refresh(stores: Stores): Promise<void> {
  const { db } = stores.records;
  const state = await db.selectFrom('unit_text_state').select(['version', 'edit']).executeTakeFirst();
  const since = await db
    .selectFrom('commit')
    .select(['version', 'kind', 'import_id', 'finished'])
    .where('version', '>', state?.version ?? 0)
    .orderBy('version')
    .execute();
  // While a commit is not finished, the records still take over what it says.
  const last = since.findLast(({ finished }) => finished)?.version ?? state?.version;
  const renamed = await db
    .selectFrom('customer_edit_field')
    .select(['edit', 'level', 'id'])
    .where('edit', '>', state?.edit ?? 0)
    .where('field', '=', 'name')
    .execute();
  if (last === undefined || (last === state?.version && renamed.length === 0)) return;
  const done = since.filter(({ version }) => version <= last);
  const everybody = state === undefined || done.some(({ kind }) => kind === 'restore');
  const imports = done.flatMap(({ import_id }) => (import_id === null ? [] : [import_id]));
  for (const level of ['party', 'point'] as const)
    for await (const ids of everybody ? allIds(stores, level) : namedUnits(stores, level, imports))
      await writeText(stores, level, ids);
  for (const level of ['party', 'point'] as const) {
    const ids = new Set(renamed.filter((one) => one.level === level).map(({ id }) => id));
    for await (const [of, some] of withPoints(stores, level, [...ids])) await writeText(stores, of, some);
  }
  const edit = Math.max(state?.edit ?? 0, ...renamed.map((one) => one.edit));
  await db
    .insertInto('unit_text_state')
    .values({ version: last, edit })
    .onConflict((conflict) => conflict.column('single').doUpdateSet({ version: last, edit }))
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

/** Units that were renamed, and points of such owners. */
async function* withPoints(
  { records: { db } }: Stores,
  level: Level,
  ids: readonly number[],
): AsyncGenerator<readonly [Level, number[]]> {
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce);
    yield [level, some];
    if (level === 'point') continue;
    const points = await db.selectFrom('point').select('id').where('party_id', 'in', some).execute();
    for (let from = 0; from < points.length; from += idsAtOnce)
      yield ['point', points.slice(from, from + idsAtOnce).map(({ id }) => id)];
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
