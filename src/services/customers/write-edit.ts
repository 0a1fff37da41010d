import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import type { Grounds } from '../../domain/grounds.ts';
import { Refusal } from '../../domain/problem.ts';
import type { StatedFact, StatedFacts } from '../../domain/stated-facts.ts';
import type { CountUnit } from '../../domain/units.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import { insertMany, selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts, RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { type ChangedUnit, unitDimensions } from '../intake/resolve/unit-dimensions.ts';
import { reserveIds } from '../intake/resolve/units.ts';
import { buildGeneration } from '../ledger/build-generation.ts';
import { dropOldGenerations, nextSpan, writeCommit } from '../ledger/commit.ts';
import { currentVersion, type DataVersion } from '../ledger/data-version.ts';
import { groundsOver, usualGrounds } from './grounds.ts';
import { lastEdit } from './last-edit.ts';
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
  readonly grounds?: Grounds;
  readonly changes: readonly StatedChange[];
  /** The last edit of these that was looked at (0: none): another one meanwhile refuses this one. */
  readonly seen?: { readonly targets: readonly Target[]; readonly version: number };
}

/** Marks an edit that joins or parts units: whoever has looked at one of them before has looked at another customer. */
export const mergeMark = 'merge';

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
export const commitEdit = async (
  stores: Stores,
  of: (version: DataVersion) => Promise<EditToWrite | null>,
): Promise<number | null> =>
  (
    await commitEdits(stores, async (version) => {
      const edit = await of(version);
      return edit === null ? [] : [edit];
    })
  )?.first ?? null;

/** Numbers of edits that were written together, both ends included. */
export interface EditRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The same of several customers, all of them or none; null: nothing changes.
 * @throws Refusal `customerEditChanged`
 */
export const commitEdits = (
  stores: Stores,
  of: (version: DataVersion) => Promise<readonly EditToWrite[]>,
): Promise<EditRange | null> =>
  withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const edits = await of(before);
    if (edits.length === 0) return null;
    const generation = await reserveIds(stores, 'generation', 1);
    const { applied } = before;
    const changes = await unitDimensions(
      stores,
      await changedUnits(
        stores,
        before,
        edits.flatMap((edit) => edit.changes),
      ),
    );
    const build = { before, generation, applied, changes, months: [] };
    const months = await buildGeneration(stores.warehouse, build, () => undefined);
    const span = await nextSpan(stores, before, { generation, months });
    const after: DataVersion = { version: before.version + 1, applied, dimensions: generation, ...span };
    let written: EditRange | null = null;
    await writeCommit(stores, { kind: 'edit', importId: null, version: after }, async (tx) => {
      written = await writeAll(tx, edits);
      await tx.updateTable('commit').set({ finished: true }).where('version', '=', after.version).execute();
    });
    await dropOldGenerations(stores);
    return written;
  });

/** Within a transaction. @throws Refusal `customerEditChanged` */
export const write = async (tx: Transaction<RecordsSchema>, edit: EditToWrite): Promise<number> =>
  (await writeAll(tx, [edit])).first;

async function writeAll(tx: Transaction<RecordsSchema>, edits: readonly EditToWrite[]): Promise<EditRange> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(EDITS_LOCK)})`.execute(tx);
  for (const { seen } of edits)
    if (seen !== undefined && (await lastEdit(tx, seen.targets)) !== seen.version)
      throw new Refusal({ code: 'customerEditChanged' });
  const { last } = await tx
    .insertInto('id_counter')
    .values({ space: 'customerEdit', last: edits.length })
    .onConflict((conflict) =>
      conflict.column('space').doUpdateSet((eb) => ({ last: eb('id_counter.last', '+', edits.length) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  const first = last - edits.length + 1;
  const edited_at = new Date().toISOString();
  const usual = await usualGrounds(tx);
  await insertMany(
    tx,
    'customer_edit',
    [
      int('id'),
      text('unit'),
      int('unit_id'),
      int('user_id'),
      int('undoes'),
      { name: 'edited_at', pgType: 'timestamptz' },
      text('basis'),
      text('purpose'),
    ],
    edits.map(({ unit, id, user, undoes, grounds }, at) => {
      const { basis, purpose } = groundsOver(usual, grounds);
      return [first + at, unit, id, user, undoes, edited_at, basis, purpose];
    }),
  );
  for (const level of ['party', 'point'] as const)
    await writeStated(
      tx,
      level,
      edits.flatMap(({ changes }) => changes.filter((one) => one.level === level)),
    );
  await insertMany(
    tx,
    'customer_edit_field',
    [int('edit'), text('level'), int('id'), text('field'), jsonb('before'), jsonb('after')],
    edits.flatMap(({ changes }, at) =>
      changes.map(({ level, id, fact, before, after }) => [first + at, level, id, fact, before, after]),
    ),
  );
  return { first, last };
}

const int = (name: string) => ({ name, pgType: 'int4' }) as const;
const text = (name: string) => ({ name, pgType: 'text' }) as const;
const jsonb = (name: string) => ({ name, pgType: 'jsonb' }) as const;

/** Rows at once: one statement holds the embedded engine no longer than this takes. */
const rowsAtOnce = 1000;

async function writeStated(
  tx: Transaction<RecordsSchema>,
  level: Target['level'],
  changes: readonly StatedChange[],
): Promise<void> {
  const byId = [...Map.groupBy(changes, ({ id }) => id)];
  for (let at = 0; at < byId.length; at += rowsAtOnce) {
    const some = byId.slice(at, at + rowsAtOnce);
    const rows = await tx
      .selectFrom(level)
      .select(['id', 'stated'])
      .where(
        'id',
        'in',
        some.map(([id]) => id),
      )
      .execute();
    const now = new Map(rows.map((row) => [row.id, row.stated]));
    const next = some.map(([id, own]) => {
      const stated = applied(now.get(id) ?? {}, own);
      return Object.keys(stated).length === 0 ? null : JSON.stringify(stated);
    });
    await sql`
      UPDATE ${sql.table(level)} AS u SET stated = s.stated
      FROM unnest(${some.map(([id]) => id)}::int4[], ${next}::jsonb[]) AS s (id, stated) WHERE u.id = s.id`.execute(
      tx,
    );
  }
}

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

/** The units that an edit touches, with what is stated of them from now on; what imports say of them stays. */
export async function changedUnits(stores: Stores, version: DataVersion, changes: readonly StatedChange[]) {
  const of = (level: Target['level']) => [
    ...new Set(changes.flatMap((one) => (one.level === level ? [one.id] : []))),
  ];
  // What a group is follows from its entities too: all of them are written with it.
  const ofVersion = `generation = ${version.dimensions}`;
  const named = [0, ...of('party')].join(', ');
  const members = await stores.warehouse.rows<{ id: number }>(
    `SELECT id FROM dim_party WHERE ${ofVersion} AND (client IN (${named})
       OR client IN (SELECT client FROM dim_party WHERE ${ofVersion} AND id IN (${named})))`,
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
    stated: (['party', 'point'] as const).flatMap((level) => {
      const rows = new Map((level === 'party' ? parties : points).map((row) => [row.id, row.stated]));
      return [
        ...Map.groupBy(
          changes.filter((one) => one.level === level),
          ({ id }) => id,
        ),
      ].map(([id, own]) => ({ level, id, facts: applied(rows.get(id) ?? {}, own) }));
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
