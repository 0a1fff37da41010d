import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import type { StatedFact, StatedFacts } from '../../domain/stated-facts.ts';
import type { CountUnit } from '../../domain/units.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts, RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { type ChangedUnit, unitDimensions } from '../intake/resolve/unit-dimensions.ts';
import { reserveIds } from '../intake/resolve/units.ts';
import { buildGeneration } from '../ledger/build-generation.ts';
import { dropOldGenerations, nextSpan, writeCommit } from '../ledger/commit.ts';
import { currentVersion, type DataVersion } from '../ledger/data-version.ts';
import type { Target } from './target.ts';

export interface StatedChange extends Target {
  readonly fact: string;
  /** What was and will be stated; null: nothing. */
  readonly before: StatedFact | null;
  readonly after: StatedFact | null;
}

/** Whose hand changes what. */
export interface EditToWrite {
  readonly unit: CountUnit;
  readonly id: number;
  /** null: the owner of the data folder. */
  readonly user: number | null;
  readonly undoes: number | null;
  readonly changes: readonly StatedChange[];
}

/** Edits come one after another: later ones have higher numbers, whoever reads up to a number has them all. */
const EDITS_LOCK = 4_005;

/**
 * Writes an edit of what no figure looks at. Returns its number.
 * @throws Refusal `customerEditChanged`
 */
export const writeEdit = (stores: Stores, edit: EditToWrite): Promise<number> =>
  stores.records.transaction((tx) => write(tx, edit));

/**
 * Writes an edit of what figures are sliced by: a new version of the data, one commit. `of` is asked once no import is
 * under way any more; null: nothing changes.
 * @throws Refusal `customerEditChanged`
 */
export const commitEdit = (
  stores: Stores,
  of: (version: DataVersion) => Promise<EditToWrite | null>,
): Promise<number | null> =>
  withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const edit = await of(before);
    if (edit === null) return null;
    const generation = await reserveIds(stores, 'generation', 1);
    const { applied } = before;
    const changes = await unitDimensions(stores, await changedUnits(stores, before, edit.changes));
    const build = { before, generation, applied, changes, months: [] };
    const months = await buildGeneration(stores.warehouse, build, () => undefined);
    const span = await nextSpan(stores, before, { generation, months });
    const after: DataVersion = { version: before.version + 1, applied, dimensions: generation, ...span };
    let number = 0;
    await writeCommit(stores, { kind: 'edit', importId: null, version: after }, async (tx) => {
      number = await write(tx, edit);
      await tx.updateTable('commit').set({ finished: true }).where('version', '=', after.version).execute();
    });
    await dropOldGenerations(stores);
    return number;
  });

async function write(tx: Transaction<RecordsSchema>, edit: EditToWrite): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(EDITS_LOCK)})`.execute(tx);
  const { last } = await tx
    .insertInto('id_counter')
    .values({ space: 'customerEdit', last: 1 })
    .onConflict((conflict) =>
      conflict.column('space').doUpdateSet((eb) => ({ last: eb('id_counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  const { unit, id: unit_id, user: user_id, undoes, changes } = edit;
  const edited_at = new Date().toISOString();
  await tx
    .insertInto('customer_edit')
    .values({ id: last, unit, unit_id, user_id, undoes, edited_at })
    .execute();
  for (const { level, id } of targetsIn(changes)) {
    const own = changes.filter((one) => one.level === level && one.id === id);
    const row = await tx.selectFrom(level).select('stated').where('id', '=', id).executeTakeFirst();
    const stated = applied(row?.stated ?? {}, own);
    const text = Object.keys(stated).length === 0 ? null : JSON.stringify(stated);
    await tx.updateTable(level).set({ stated: text }).where('id', '=', id).execute();
    for (const { fact: field, before, after } of own)
      await tx
        .insertInto('customer_edit_field')
        .values({ ...{ edit: last, level, id, field }, before: json(before), after: json(after) })
        .execute();
  }
  return last;
}

const json = (stated: StatedFact | null): string | null => (stated === null ? null : JSON.stringify(stated));

/** @throws Refusal `customerEditChanged`: somebody has stated something else meanwhile */
export function applied(stated: StatedFacts, changes: readonly StatedChange[]): StatedFacts {
  const all: Record<string, StatedFact> = { ...stated };
  for (const { fact, before, after } of changes) {
    if (!isDeepStrictEqual(all[fact] ?? null, before)) throw new Refusal({ code: 'customerEditChanged' });
    if (after === null) delete all[fact];
    else all[fact] = after;
  }
  return all;
}

const targetsIn = (changes: readonly StatedChange[]): Target[] => [
  ...new Map(changes.map(({ level, id }) => [`${level} ${id}`, { level, id }])).values(),
];

/** The units that an edit touches, with what is stated of them from now on; what imports say of them stays. */
async function changedUnits(stores: Stores, version: DataVersion, changes: readonly StatedChange[]) {
  const of = (level: Target['level']) =>
    targetsIn(changes).flatMap((one) => (one.level === level ? [one.id] : []));
  // What a group is follows from its entities too: all of them are written with it.
  const members = await stores.warehouse.rows<{ id: number }>(
    `SELECT id FROM dim_party WHERE generation = ${version.dimensions} AND client IN (${[0, ...of('party')].join(', ')})`,
  );
  const parties = await rowsOf(stores, 'party', [
    ...new Set([...of('party'), ...members.map(({ id }) => id)]),
  ]);
  const points = await rowsOf(stores, 'point', of('point'));
  const unitOf = ({ id, born, facts, registered }: UnitRow): ChangedUnit => ({
    ...{ id, registered },
    facts: facts ?? born,
  });
  return {
    parties: parties.map(unitOf),
    points: points.map(unitOf),
    products: [],
    canonical: new Map<number, number>(),
    since: new Map<number, number>(),
    stated: targetsIn(changes).map(({ level, id }) => {
      const row = (level === 'party' ? parties : points).find((one) => one.id === id);
      const own = changes.filter((one) => one.level === level && one.id === id);
      return { level, id, facts: applied(row?.stated ?? {}, own) };
    }),
  };
}

interface UnitRow {
  readonly id: number;
  readonly born: Facts;
  readonly facts: Facts | null;
  readonly stated: StatedFacts | null;
  readonly registered: string | null;
}

const rowsOf = ({ records }: Stores, level: Target['level'], ids: readonly number[]): Promise<UnitRow[]> =>
  selectByKeys<UnitRow>(
    records.db,
    {
      table: level,
      columns: ['id', 'born', 'facts', 'stated', 'registered'],
      key: [{ name: 'id', pgType: 'int4' }],
      where: 'visible',
    },
    ids.map((id) => [id]),
  );
