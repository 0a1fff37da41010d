import type { Transaction } from 'kysely';
import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import { isIsoDate } from '../../domain/iso-date.ts';
import { firstDay, kindsAbove, lastDay } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/problem.ts';
import type { NewStatement } from '../../domain/statement.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import { insertMany, selectByKeys } from '../../stores/records/bulk.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { withIdTable } from '../../stores/warehouse/id-table.ts';
import { type MonthEffect, monthEffects } from '../activity/month-bases.ts';
import type { Progress } from '../intake/import-summary.ts';
import { reserveIds } from '../intake/resolve/units.ts';
import { buildGeneration } from '../ledger/build-generation.ts';
import { dropOldGenerations, nextSpan, writeCommit } from '../ledger/commit.ts';
import { currentVersion, type DataVersion } from '../ledger/data-version.ts';
import type { Statement } from '../ledger/stated.ts';

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
  const { about: level, kind, from: since, to } = statement;
  const units = [...new Set(statement.ids)];
  const before = await currentVersion(stores.records);
  await refuseMistakes(stores, statement, units, before);
  const member = statement.member === 'shown' ? null : statement.member === 'nobody' ? 0 : statement.member;
  const stated = [{ level, units, kind, member, since, until: to ?? lastDay }];
  return await commitStatements(stores, { before, stated }, onProgress);
}

export interface StatementsToCommit {
  readonly before: DataVersion;
  readonly stated: readonly Omit<Statement, 'id'>[];
  readonly withdrawn?: readonly number[];
  /** Written in the transaction of the commit; gets the numbers of the statements. */
  readonly with?: (tx: Transaction<RecordsSchema>, ids: readonly number[]) => Promise<void>;
}

/** Words about who is responsible for whom as one new version of the data. The importer lock has to be held. */
export async function commitStatements(
  stores: Stores,
  { before, stated, withdrawn = [], with: also }: StatementsToCommit,
  onProgress: (progress: Progress) => void,
): Promise<{ dataVersion: number; effect: readonly MonthEffect[] }> {
  await dropUncommitted(stores);
  const first = await reserveIds(stores, 'assignment', Math.max(1, stated.length));
  const statements = stated.map((one, index): Statement => ({ ...one, id: first + index }));
  const generation = await reserveIds(stores, 'generation', 1);
  const months = await buildGeneration(
    stores.warehouse,
    {
      ...{ before, generation, applied: before.applied, changes: nothing, months: [] },
      ...{ stated: statements, withdrawn },
    },
    ({ length }) => onProgress({ stage: 'ledger', done: 0, total: length, unit: 'months' }),
  );
  const span = await nextSpan(stores, before, { generation, months });
  const { applied } = before;
  const after: DataVersion = { version: before.version + 1, applied, dimensions: generation, ...span };
  const effect = await monthEffects(stores, before, after, months);
  // Before the commit and in steps: there may be many, and the embedded engine serves nobody else meanwhile.
  for (const { id, units } of statements)
    await insertMany(
      stores.records.db,
      'assignment_unit',
      ['assignment', 'unit'].map((name) => ({ name, pgType: 'int4' })),
      units.map((unit) => [id, unit]),
    );
  await writeCommit(stores, { kind: 'assignment', importId: null, version: after }, async (tx) => {
    for (const { id, level, kind, member, since, until } of statements)
      await tx
        .insertInto('assignment')
        .values({ id, level, kind, member, since, until: until === lastDay ? null : until })
        .execute();
    // Their units are dropped with the next statements.
    if (withdrawn.length > 0) await tx.deleteFrom('assignment').where('id', 'in', withdrawn).execute();
    await also?.(
      tx,
      statements.map(({ id }) => id),
    );
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
