import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import { isIsoDate } from '../../domain/iso-date.ts';
import { firstDay, kindsAbove, lastDay } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/problem.ts';
import type { NewStatement } from '../../domain/statement.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import { insertMany, selectByKeys } from '../../stores/records/bulk.ts';
import type { Stores } from '../../stores/stores.ts';
import { withIdTable } from '../../stores/warehouse/id-table.ts';
import { type MonthEffect, monthEffects } from '../activity/month-bases.ts';
import type { Progress } from '../intake/import-summary.ts';
import { reserveIds } from '../intake/resolve/units.ts';
import { buildGeneration } from '../ledger/build-generation.ts';
import { dropOldGenerations, nextSpan, writeCommit } from '../ledger/commit.ts';
import { currentVersion, type DataVersion } from '../ledger/data-version.ts';

/**
 * States who is responsible for customers, or to whom members of the organisation belong: a new version of the data.
 * Months before `from` stay as they are. Throws `Refusal` (`assignmentOfNobody`, `assignmentDates`,
 * `assignmentMemberUnknown`, `assignmentUnitsUnknown`); then nothing has changed.
 */
export function stateAssignment(
  stores: Stores,
  statement: NewStatement,
  onProgress: (progress: Progress) => void,
): Promise<{ dataVersion: number; effect: readonly MonthEffect[] }> {
  return withImporterLock(stores.records, () => state(stores, statement, onProgress));
}

async function state(stores: Stores, statement: NewStatement, onProgress: (progress: Progress) => void) {
  const { about: level, kind, from: since, to = null } = statement;
  const units = [...new Set(statement.ids)];
  const before = await currentVersion(stores.records);
  await refuseMistakes(stores, statement, units, before);
  await dropUncommitted(stores);
  const id = await reserveIds(stores, 'assignment', 1);
  const generation = await reserveIds(stores, 'generation', 1);
  const member = statement.member === 'shown' ? null : statement.member === 'nobody' ? 0 : statement.member;
  const months = await buildGeneration(
    stores.warehouse,
    {
      ...{ before, generation, applied: before.applied, changes: nothing, months: [] },
      stated: { id, level, units, kind, member, since, until: to ?? lastDay },
    },
    ({ length }) => onProgress({ stage: 'ledger', done: 0, total: length, unit: 'months' }),
  );
  const span = await nextSpan(stores, before, { generation, months });
  const { applied } = before;
  const after: DataVersion = { version: before.version + 1, applied, dimensions: generation, ...span };
  const effect = await monthEffects(stores, before, after, months);
  // Before the commit and in steps: there may be many, and the embedded engine serves nobody else meanwhile.
  await insertMany(
    stores.records.db,
    'assignment_unit',
    ['assignment', 'unit'].map((name) => ({ name, pgType: 'int4' })),
    units.map((unit) => [id, unit]),
  );
  await writeCommit(stores, { kind: 'assignment', importId: null, version: after }, async (tx) => {
    await tx.insertInto('assignment').values({ id, level, kind, member, since, until: to }).execute();
    await tx.updateTable('commit').set({ finished: true }).where('version', '=', after.version).execute();
  });
  await dropOldGenerations(stores);
  return { dataVersion: after.version, effect };
}

const nothing = {
  ...{ points: [], parties: [], products: [] },
  hidden: { points: [], parties: [], products: [] },
};

/** Units of statements that were interrupted before their commit. */
async function dropUncommitted({ records }: Stores): Promise<void> {
  await records.db
    .deleteFrom('assignment_unit')
    .where('assignment', 'not in', (eb) => eb.selectFrom('assignment').select('assignment.id'))
    .execute();
}

async function refuseMistakes(
  stores: Stores,
  { about, kind, member, from, to = lastDay }: NewStatement,
  units: readonly number[],
  version: DataVersion,
): Promise<void> {
  if (units.length === 0) throw new Refusal({ code: 'assignmentOfNobody' });
  if (!isIsoDate(from) || !isIsoDate(to) || from > to || from < firstDay || to > lastDay)
    throw new Refusal({ code: 'assignmentDates', params: { from, to } });
  if (typeof member === 'number' && (await kindsOf(stores, [member])).get(member) !== kind)
    throw new Refusal({ code: 'assignmentMemberUnknown', params: { member, kind } });
  const known =
    about === 'member'
      ? await membersBelow(stores, units, kind)
      : await unitsOf(stores, about, units, version);
  const unknown = units.filter((unit) => !known.has(unit));
  if (unknown.length === 0) return;
  const params = { level: about, count: unknown.length, first: String(unknown[0]) };
  throw new Refusal({ code: 'assignmentUnitsUnknown', params });
}

async function kindsOf({ records }: Stores, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await selectByKeys<{ id: number; kind: string }>(
    records.db,
    { table: 'member', columns: ['id', 'kind'], key: [{ name: 'id', pgType: 'int4' }] },
    ids.map((id) => [id]),
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** Those that can belong to a member of the kind. */
async function membersBelow(
  stores: Stores,
  ids: readonly number[],
  kind: AssignmentKind,
): Promise<ReadonlySet<number>> {
  const below = assignmentKinds.filter((one) => kindsAbove(one).includes(kind)) as readonly string[];
  const kinds = await kindsOf(stores, ids);
  return new Set([...kinds].filter(([, own]) => below.includes(own)).map(([id]) => id));
}

const tables = {
  client: 'dim_party WHERE id = client',
  legalEntity: 'dim_party WHERE entity != 0',
  deliveryPoint: 'dim_point WHERE true',
} as const;

async function unitsOf(
  { warehouse }: Stores,
  level: keyof typeof tables,
  ids: readonly number[],
  { dimensions }: DataVersion,
): Promise<ReadonlySet<number>> {
  return await withIdTable(warehouse, ids, async (table) => {
    const rows = await warehouse.rows<{ id: number }>(
      `SELECT id FROM ${tables[level]} AND generation = ${dimensions} AND id IN ${table}`,
    );
    return new Set(rows.map(({ id }) => id));
  });
}
