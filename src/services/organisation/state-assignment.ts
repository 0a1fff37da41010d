import type { Transaction } from 'kysely';
import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import { isIsoDate } from '../../domain/iso-date.ts';
import { firstDay, kindsAbove, lastDay } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/problem.ts';
import type { NewStatement } from '../../domain/statement.ts';
import type { IsoDate } from '../../domain/units.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import { insertMany, selectByKeys } from '../../stores/records/bulk.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { withIdTable } from '../../stores/warehouse/id-table.ts';
import { type MonthEffect, memberBases, monthEffects } from '../activity/month-bases.ts';
import type { Progress } from '../intake/import-summary.ts';
import { reserveIds } from '../intake/resolve/units.ts';
import { buildGeneration } from '../ledger/build-generation.ts';
import { dropGeneration, dropOldGenerations, nextSpan, writeCommit } from '../ledger/commit.ts';
import { currentVersion, type DataVersion } from '../ledger/data-version.ts';
import type { Statement } from '../ledger/stated.ts';
import { namesOf } from './organisation.ts';
import type { NamedMember } from './report.ts';

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
  const before = await currentVersion(stores.records);
  const stated = [await checkedStatement(stores, statement, before)];
  return await commitStatements(stores, { before, stated }, onProgress);
}

async function checkedStatement(
  stores: Stores,
  statement: NewStatement,
  version: DataVersion,
): Promise<Omit<Statement, 'id'>> {
  const { about: level, kind, from: since, to } = statement;
  const units = [...new Set(statement.ids)];
  await refuseMistakes(stores, statement, units, version);
  const member = statement.member === 'shown' ? null : statement.member === 'nobody' ? 0 : statement.member;
  return { level, units, kind, member, since, until: to ?? lastDay };
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
  statements: StatementsToCommit,
  onProgress: (progress: Progress) => void,
): Promise<{ dataVersion: number; effect: readonly MonthEffect[] }> {
  const { before, withdrawn = [], with: also } = statements;
  await dropUncommitted(stores);
  const { after, stated, months } = await buildStatements(stores, statements, onProgress);
  const effect = await monthEffects(stores, before, after, months);
  // Before the commit and in steps: there may be many, and the embedded engine serves nobody else meanwhile.
  for (const { id, units } of stated)
    await insertMany(
      stores.records.db,
      'assignment_unit',
      ['assignment', 'unit'].map((name) => ({ name, pgType: 'int4' })),
      units.map((unit) => [id, unit]),
    );
  await writeCommit(stores, { kind: 'assignment', importId: null, version: after }, async (tx) => {
    for (const { id, level, kind, member, since, until } of stated)
      await tx
        .insertInto('assignment')
        .values({ id, level, kind, member, since, until: until === lastDay ? null : until })
        .execute();
    // Their units are dropped with the next statements.
    if (withdrawn.length > 0) await tx.deleteFrom('assignment').where('id', 'in', withdrawn).execute();
    await also?.(
      tx,
      stated.map(({ id }) => id),
    );
    await tx.updateTable('commit').set({ finished: true }).where('version', '=', after.version).execute();
  });
  await dropOldGenerations(stores);
  return { dataVersion: after.version, effect };
}

/** The data as they are with these words, built but shown to nobody, and the months (`YYYYMM`) that change. */
async function buildStatements(
  stores: Stores,
  { before, stated, withdrawn = [] }: StatementsToCommit,
  onProgress: (progress: Progress) => void,
): Promise<{ after: DataVersion; stated: readonly Statement[]; months: readonly number[] }> {
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
  return { after, stated: statements, months };
}

/**
 * АКБ of a month by whom customers belong to, before and after; `member` 0: nobody. Months and members for whom it stays
 * are left out.
 */
export interface MemberEffect {
  readonly month: string;
  readonly kind: AssignmentKind;
  readonly member: NamedMember;
  readonly before: number;
  readonly after: number;
}

/** What a statement would change; nothing is changed. Throws as `stateAssignment`. */
export async function previewStatement(stores: Stores, statement: NewStatement): Promise<MemberEffect[]> {
  return await withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const stated = [await checkedStatement(stores, statement, before)];
    const { after, months } = await buildStatements(stores, { before, stated }, () => undefined);
    try {
      const was = await memberBases(stores, before, months);
      const becomes = await memberBases(stores, after, months);
      const keys = [...new Set([...was.keys(), ...becomes.keys()])].sort();
      const moved = keys.flatMap((key) => {
        const [ym = '', kind = '', member = ''] = key.split(' ');
        const [old, fresh] = [was.get(key) ?? 0, becomes.get(key) ?? 0];
        const month = `${ym.slice(0, 4)}-${ym.slice(4)}`;
        return old === fresh
          ? []
          : [{ month, kind: kind as AssignmentKind, id: Number(member), before: old, after: fresh }];
      });
      const names = await namesOf(stores, [...new Set(moved.map(({ id }) => id))]);
      return moved.map(({ id, ...one }) => ({
        ...one,
        member: names.get(id) ?? { id, code: '', name: '' },
      }));
    } finally {
      await dropGeneration(stores, after.dimensions);
    }
  });
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
  refuseDays(from, to);
  if (typeof member === 'number' && (await kindsOf(stores, [member])).get(member) !== kind)
    throw new Refusal({ code: 'assignmentMemberUnknown', params: { member, kind } });
  if (typeof member === 'number') await refuseRetired(stores, [member], to);
  const known =
    about === 'member'
      ? await membersBelow(stores, units, kind)
      : await unitsOf(stores, about, units, version);
  const unknown = units.filter((unit) => !known.has(unit));
  if (unknown.length === 0) return;
  const params = { level: about, count: unknown.length, first: String(unknown[0]) };
  throw new Refusal({ code: 'assignmentUnitsUnknown', params });
}

/** @throws Refusal `assignmentDates` */
export function refuseDays(from: IsoDate, to: IsoDate = lastDay): void {
  if (!isIsoDate(from) || !isIsoDate(to) || from > to || from < firstDay || to > lastDay)
    throw new Refusal({ code: 'assignmentDates', params: { from, to } });
}

/** Nobody new goes to whoever is retired on one of the days. @throws Refusal `assignmentMemberRetired` */
export async function refuseRetired(
  { records }: Stores,
  members: readonly number[],
  until: IsoDate,
): Promise<void> {
  const found = await records.db
    .selectFrom('member')
    .select(['id', 'retired'])
    .where('id', 'in', members)
    .where('retired', '<=', until)
    .executeTakeFirst();
  if (found?.retired)
    throw new Refusal({
      code: 'assignmentMemberRetired',
      params: { member: found.id, retired: found.retired },
    });
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
