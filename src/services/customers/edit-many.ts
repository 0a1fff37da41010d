import type { BulkEdit } from '../../domain/bulk-edit.ts';
import { today } from '../../domain/clock.ts';
import { factsOfField } from '../../domain/customer-edit.ts';
import { Refusal } from '../../domain/problem.ts';
import type { StatedFacts } from '../../domain/stated-facts.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Stores } from '../../stores/stores.ts';
import { ids as idArray, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { unitColumn } from '../activity/unit-column.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { placeOf, wordOf } from './edit-customer.ts';
import type { Target } from './target.ts';
import { commitEdits, type EditRange, type EditToWrite, type StatedChange } from './write-edit.ts';

/** What one word about many customers has done. */
export interface BulkWritten {
  /** null: all of them were so already, or had to be left out. */
  readonly edits: EditRange | null;
  /** Units that were asked for and not changed: several delivery points, each with a city of its own; or nobody knows them. */
  readonly leftOut: number;
}

/** States one thing of many customers: a new version of the data, all of them or none. */
export async function editMany(
  stores: Stores,
  { unit, ids, field, value, since, grounds }: BulkEdit,
  user: number | null,
): Promise<BulkWritten> {
  const day = since ?? today();
  if (day > today()) throw new Refusal({ code: 'customerEditDay', params: { day, today: today() } });
  const facts: Readonly<Record<string, string>> =
    field === 'city' ? await placeOf(stores, value) : { [field]: value };
  let leftOut = 0;
  const edits = await commitEdits(stores, async (version) => {
    const targets = await targetsOf(stores, version, { unit, ids, field });
    leftOut = new Set(ids).size - targets.size;
    const stated = await statedOf(stores, [...targets.values()].flat());
    // Units of one client share what is stated of it: once is enough.
    const done = new Set<string>();
    return [...targets].flatMap(([id, own]): EditToWrite[] => {
      const changes = own.flatMap((target): StatedChange[] => {
        const key = keyOf(target);
        if (done.has(key)) return [];
        done.add(key);
        return factsOfField[field].flatMap((fact): StatedChange[] => {
          const before = stated.get(key)?.[fact] ?? null;
          const after = wordOf(field, before, facts[fact] ?? '', day);
          return before?.value === after.value ? [] : [{ ...target, fact, before, after }];
        });
      });
      return changes.length === 0
        ? []
        : [{ unit, id, user, undoes: null, changes, ...(grounds && { grounds }) }];
    });
  });
  return { edits, leftOut };
}

/**
 * Takes edits that were written together back, all of them or none.
 * @throws Refusal `customerEditUnknown`, `customerEditChanged`
 */
export async function undoMany(
  stores: Stores,
  { first, last }: EditRange,
  user: number | null,
): Promise<EditRange | null> {
  const rows = await stores.records.db
    .selectFrom('customer_edit')
    .innerJoin('customer_edit_field', 'customer_edit_field.edit', 'customer_edit.id')
    .select(['customer_edit.id as edit', 'unit', 'unit_id', 'user_id', 'level', 'customer_edit_field.id'])
    .select(['field', 'before', 'after'])
    .where('customer_edit.id', '>=', first)
    .where('customer_edit.id', '<=', last)
    .orderBy('customer_edit.id')
    .execute();
  const edits = [...Map.groupBy(rows, ({ edit }) => edit)];
  const [one] = rows;
  if (
    one === undefined ||
    edits.length !== last - first + 1 ||
    rows.some((row) => row.user_id !== one.user_id)
  )
    throw new Refusal({ code: 'customerEditUnknown', params: { id: first } });
  return await commitEdits(stores, async () =>
    edits.flatMap(([edit, own]): EditToWrite[] => {
      const [row] = own;
      if (row === undefined) return [];
      const changes = own.map(
        ({ level, id, field: fact, before, after }): StatedChange => ({
          ...{ level, id, fact },
          before: after,
          after: before,
        }),
      );
      return [{ unit: row.unit, id: row.unit_id, user, undoes: edit, changes }];
    }),
  );
}

const keyOf = ({ level, id }: Target): string => `${level} ${id}`;

/** Of which rows a field is stated, by unit; a unit with several named delivery points has no city of its own. */
async function targetsOf(
  { warehouse }: Stores,
  { dimensions }: DataVersion,
  { unit, ids, field }: Pick<BulkEdit, 'unit' | 'ids' | 'field'>,
): Promise<Map<number, Target[]>> {
  const column = raw(unitColumn[unit]);
  const { text, params } = statement(sql`
    SELECT toUInt32(${column}) AS unit, any(client) AS of_client, uniqExactIf(point, NOT implicit) AS named,
      groupUniqArray(point) AS points
    FROM dim_point WHERE generation = ${raw(dimensions)} AND ${column} IN ${idArray(ids)} GROUP BY unit ORDER BY unit`);
  const rows = await warehouse.rows<{ unit: number; of_client: number; named: string; points: number[] }>(
    text,
    params,
  );
  return new Map(
    rows.flatMap(({ unit: id, of_client, named, points }): [number, Target[]][] => {
      if (field !== 'city') return [[id, [{ level: 'party', id: of_client }]]];
      if (Number(named) > 1 && unit !== 'deliveryPoint') return [];
      return [[id, points.map((point): Target => ({ level: 'point', id: point }))]];
    }),
  );
}

async function statedOf(
  { records: { db } }: Stores,
  targets: readonly Target[],
): Promise<ReadonlyMap<string, StatedFacts | null>> {
  const known = new Map<string, StatedFacts | null>();
  for (const level of ['party', 'point'] as const) {
    const ids = new Set(targets.filter((one) => one.level === level).map(({ id }) => id));
    const rows = await selectByKeys<{ id: number; stated: StatedFacts | null }>(
      db,
      { table: level, columns: ['id', 'stated'], key: [{ name: 'id', pgType: 'int4' }] },
      [...ids].map((id) => [id]),
    );
    for (const { id, stated } of rows) known.set(keyOf({ level, id }), stated);
  }
  return known;
}
