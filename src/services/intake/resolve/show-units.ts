import { sql } from 'kysely';
import { dateFacts } from '../../../domain/dated-facts.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Facts } from '../../../stores/records/schema.ts';
import type { Stores } from '../../../stores/stores.ts';
import { type Level, saidBy } from './units.ts';

/** Ids of one statement: the embedded engine serves nobody else meanwhile. */
const STEP = 2000;

/**
 * After the commit of an import: units that were there before it take over what it says of them. Safe to repeat, so an
 * interrupted start finishes it.
 */
export async function showUnits(stores: Stores, level: Level, importId: number): Promise<void> {
  const { db } = stores.records;
  const chunks = await db
    .selectFrom('mention')
    .select(['ids', 'patches'])
    .where('import_id', '=', importId)
    .where('level', '=', level)
    .orderBy('part')
    .execute();
  const hidden = await sql<{ id: number }>`SELECT id FROM ${sql.table(level)} WHERE NOT visible`.execute(db);
  const hiddenIds = new Set(hidden.rows.map((row) => row.id));
  const bornHere = await bornTogether(stores, level, importId);
  for (const chunk of chunks) {
    // Who is there already and of whom nothing new is said stays as he is, as do those whom this import has brought.
    const said = chunk.ids
      .map((id, index) => ({ id, patch: chunk.patches[index] ?? importId }))
      .filter(({ id, patch }) => (patch === importId && !bornHere(id)) || hiddenIds.has(id));
    for (let start = 0; start < said.length; start += STEP) {
      const ids = said.slice(start, start + STEP).map((one) => one.id);
      const patches = said.slice(start, start + STEP).map((one) => one.patch);
      await sql`
        UPDATE ${sql.table(level)} AS unit
        SET visible = true,
          patch_import = m.patch_import,
          facts = CASE WHEN unit.visible THEN coalesce(unit.facts, unit.born) ELSE '{}'::jsonb END || coalesce(p.facts, unit.born),
          name = coalesce(coalesce(p.facts, unit.born) ->> 'name', CASE WHEN unit.visible THEN unit.name ELSE '' END),
          registered = least(CASE WHEN unit.visible THEN unit.registered END, i.day, (coalesce(p.facts, unit.born) ->> 'createdAt')::date)
        FROM unnest(${ids}::int4[], ${patches}::int4[]) AS m (id, patch_import)
        JOIN import AS i ON i.id = ${importId}
        LEFT JOIN patch AS p ON p.level = ${level} AND p.id = m.id AND p.import_id = m.patch_import
        WHERE unit.id = m.id AND unit.first_import <> ${importId} AND (NOT unit.visible OR unit.patch_import <> m.patch_import)`.execute(
        db,
      );
    }
  }
}

/** Whether an import has brought a unit, where its units have ids in a row; else of nobody. */
async function bornTogether(
  stores: Stores,
  level: Level,
  importId: number,
): Promise<(id: number) => boolean> {
  const { rows } = await sql<{ first: number; last: number; units: number }>`
    SELECT min(id) AS first, max(id) AS last, count(*)::int AS units FROM ${sql.table(level)} WHERE first_import = ${importId}`.execute(
    stores.records.db,
  );
  const [born] = rows;
  if (born === undefined || born.units === 0 || born.last - born.first + 1 !== born.units) return () => false;
  return (id) => id >= born.first && id <= born.last;
}

/** An import was given up: units that only it knew are hidden, and it mentions nobody. */
export async function forgetUnits(stores: Stores, importId: number): Promise<void> {
  for (const level of ['party', 'point', 'product'] as const)
    await sql`UPDATE ${sql.table(level)} SET visible = false WHERE first_import = ${importId}`.execute(
      stores.records.db,
    );
  await stores.records.db.deleteFrom('mention').where('import_id', '=', importId).execute();
  await stores.records.db.deleteFrom('duplicate_proposal').where('import_id', '=', importId).execute();
}

/** State of a unit as the applied imports tell it; `null` facts: none of them mentions it. */
export interface UnitState {
  readonly id: number;
  readonly facts: Facts | null;
  readonly registered: IsoDate | null;
  readonly patchImport: number;
}

/** What the units that `importId` mentions are without it: the patches of the other applied imports in their order. */
export async function statesWithout(
  stores: Stores,
  level: Level,
  importId: number,
  applied: readonly number[],
): Promise<UnitState[]> {
  const { db } = stores.records;
  const own = await db
    .selectFrom('mention')
    .select('ids')
    .where('import_id', '=', importId)
    .where('level', '=', level)
    .execute();
  const ids = new Set(own.flatMap((row) => row.ids));
  const days = new Map(
    (
      await db
        .selectFrom('import')
        .select(['id', 'day'])
        .where('id', 'in', [0, ...applied])
        .execute()
    ).map((row) => [row.id, row.day]),
  );
  const said = new Map<number, { import: number; patch: number }[]>();
  for (const other of applied) {
    const chunks = await db
      .selectFrom('mention')
      .select(['ids', 'patches'])
      .where('import_id', '=', other)
      .where('level', '=', level)
      .execute();
    for (const chunk of chunks)
      chunk.ids.forEach((id, index) => {
        if (!ids.has(id)) return;
        const list = said.get(id) ?? [];
        list.push({ import: other, patch: chunk.patches[index] ?? other });
        said.set(id, list);
      });
  }
  const wanted = [...said].flatMap(([id, list]) =>
    [...new Set(list.map((one) => one.patch))].map((patch) => [id, patch] as const),
  );
  const facts = await saidBy(stores, level, wanted);
  return [...ids].map((id) => {
    const list = said.get(id);
    if (list === undefined) return { id, facts: null, registered: null, patchImport: importId };
    let merged: Facts = {};
    for (const one of list) {
      const words = facts.get(`${id} ${one.patch}`) ?? {};
      // What was the same as before may be the first word now: its own import dates it.
      merged = { ...merged, ...dateFacts(words, merged, days.get(one.import) ?? '') };
    }
    const created = list.map((one) => facts.get(`${id} ${one.patch}`)?.createdAt ?? '');
    const registered =
      [...list.map((one) => days.get(one.import) ?? ''), ...created].filter((day) => day !== '').sort()[0] ??
      null;
    return { id, facts: merged, registered, patchImport: list.at(-1)?.patch ?? importId };
  });
}

/** Writes recomputed states; units without facts are hidden, and keep their names for lists of earlier versions. Safe to repeat. */
export async function writeStates(stores: Stores, level: Level, states: readonly UnitState[]): Promise<void> {
  for (let start = 0; start < states.length; start += STEP) {
    const step = states.slice(start, start + STEP);
    await sql`
      UPDATE ${sql.table(level)} AS unit
      SET visible = s.visible, patch_import = s.patch_import,
        facts = CASE WHEN s.visible THEN s.facts ELSE unit.facts END,
        name = CASE WHEN s.visible THEN coalesce(s.facts ->> 'name', '') ELSE unit.name END,
        registered = CASE WHEN s.visible THEN s.registered ELSE unit.registered END
      FROM unnest(
        ${step.map((s) => s.id)}::int4[], ${step.map((s) => s.facts !== null)}::bool[],
        ${step.map((s) => JSON.stringify(s.facts ?? {}))}::jsonb[], ${step.map((s) => s.registered)}::date[], ${step.map((s) => s.patchImport)}::int4[]
      ) AS s (id, visible, facts, registered, patch_import)
      WHERE unit.id = s.id`.execute(stores.records.db);
  }
}
