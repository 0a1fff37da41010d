import type { Transaction } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { type DataVersion, generationList, keepHours } from './data-version.ts';

export interface Commit {
  readonly kind: RecordsSchema['commit']['kind'];
  readonly importId: number | null;
  readonly version: DataVersion;
}

type Span = Pick<DataVersion, 'historySince' | 'asOf' | 'monthTotals' | 'months'>;

/** Days and months that the named generations hold. */
export const ledgerSpan = (stores: Stores, months: DataVersion['months']): Promise<Span> =>
  spanOf(stores, months, { months: {}, monthTotals: [] });

/** The same of a version of which some months were built anew; of the others only the first and the last are read. */
export const nextSpan = (
  stores: Stores,
  before: DataVersion,
  { generation, months }: { readonly generation: number; readonly months: readonly number[] },
): Promise<Span> => {
  const built = Object.fromEntries(months.map((ym) => [String(ym), generation]));
  return spanOf(stores, { ...before.months, ...built }, before);
};

async function spanOf(
  stores: Stores,
  months: DataVersion['months'],
  before: Pick<DataVersion, 'months' | 'monthTotals'>,
): Promise<Span> {
  const all = Object.keys(months).map(Number);
  const isKnown = (ym: number): boolean => months[ym] === before.months[ym];
  const found = await spansOf(
    stores,
    months,
    all.filter((ym) => !isKnown(ym)),
  );
  const filled = all.filter((ym) => isKnown(ym) || found.has(ym)).sort((a, b) => a - b);
  const ends = [filled[0], filled.at(-1)].filter((ym) => ym !== undefined);
  const ofEnds = await spansOf(
    stores,
    months,
    ends.filter((ym) => !found.has(ym)),
  );
  const of = (ym: number | undefined) => found.get(ym ?? 0) ?? ofEnds.get(ym ?? 0);
  return {
    months: Object.fromEntries(filled.map((ym) => [String(ym), months[ym] ?? 0])),
    historySince: of(filled[0])?.first ?? null,
    asOf: of(filled.at(-1))?.last ?? null,
    monthTotals: filled.filter((ym) =>
      isKnown(ym) ? before.monthTotals.includes(ym) : found.get(ym)?.totals !== '0',
    ),
  };
}

interface MonthSpan {
  readonly ym: number;
  readonly first: string;
  readonly last: string;
  readonly totals: string;
}

async function spansOf(
  { warehouse }: Stores,
  months: DataVersion['months'],
  some: readonly number[],
): Promise<Map<number, MonthSpan>> {
  if (some.length === 0) return new Map();
  const named = generationList({ months } as DataVersion, (ym) => some.includes(ym));
  const rows = await warehouse.rows<MonthSpan>(`
    SELECT ym, min(date) AS first, max(date) AS last, countIf(kind = 'monthTotal') AS totals
    FROM ledger WHERE (ym, generation) IN ${named} GROUP BY ym`);
  return new Map(rows.map((row) => [row.ym, row]));
}

/** Writes the commit row: the one moment at which a new state becomes visible. `also` joins its transaction. */
export async function writeCommit(
  stores: Stores,
  commit: Commit,
  also: (tx: Transaction<RecordsSchema>) => Promise<void>,
): Promise<void> {
  const { version } = commit;
  await stores.records.transaction(async (tx) => {
    await tx
      .insertInto('commit')
      .values({
        version: version.version,
        kind: commit.kind,
        import_id: commit.importId,
        applied: [...version.applied],
        months: JSON.stringify(version.months),
        dimensions: version.dimensions,
        history_since: version.historySince,
        as_of: version.asOf,
        month_totals: [...version.monthTotals],
      })
      .execute();
    await also(tx);
  });
}

/** Everything that follows a commit is done: the next start need not repeat it. */
export async function markFinished(stores: Stores, version: number): Promise<void> {
  await stores.records.db
    .updateTable('commit')
    .set({ finished: true })
    .where('version', '=', version)
    .execute();
}

const monthTables = ['ledger', 'month_assignment', 'month_parent'];
const dimensionTables = [
  ...['dim_point', 'dim_party', 'dim_product'],
  ...['dim_stated', 'dim_parent', 'dim_assignment'],
];
const generationTables = [...monthTables, ...dimensionTables];

/** Drops a generation that no version will name; those of imports that are being looked at stay. */
export async function dropGeneration(stores: Stores, generation: number): Promise<void> {
  await dropPartitions(stores, generationTables, (partition, table) =>
    monthTables.includes(table) ? !partition.endsWith(`,${generation})`) : partition !== String(generation),
  );
}

/** Drops generations that no version names which was current at some time of the last 24 hours. */
export async function dropOldGenerations(stores: Stores): Promise<void> {
  const dayAgo = new Date(Date.now() - keepHours * 3_600_000).toISOString();
  const kept = await stores.records.db
    .selectFrom('commit')
    .select(['months', 'dimensions'])
    .where('version', '>=', (eb) =>
      eb
        .selectFrom('commit as old')
        .select((old) => old.fn.coalesce(old.fn.max('old.version'), old.val(0)).as('current'))
        .where('old.committed_at', '<=', dayAgo),
    )
    .execute();
  const ledger = new Set(
    kept.flatMap((row) => Object.entries(row.months).map(([ym, generation]) => `(${ym},${generation})`)),
  );
  const dimensions = new Set(kept.map((row) => String(row.dimensions)));
  await dropPartitions(stores, generationTables, (partition, table) =>
    (monthTables.includes(table) ? ledger : dimensions).has(partition),
  );
  const versions = kept.map((row) => row.dimensions);
  await dropOldAnswers(stores, versions, {
    months: 'kept_month',
    cells: ['kept_cell', 'kept_buyer', 'kept_sum'],
  });
  await dropOldAnswers(stores, versions, { months: 'kept_state_month', cells: ['kept_state'] });
  await dropOldBuilds(stores, versions, 'text_rank');
  await dropOldBuilds(stores, versions, 'rhythm');
}

/** What is built when it is asked for, of versions that are gone. What is being built has no entry yet and stays. */
async function dropOldBuilds(
  stores: Stores,
  dimensions: readonly number[],
  table: 'text_rank' | 'rhythm',
): Promise<void> {
  const rows = await stores.warehouse.rows<{ dimensions: number; build: number }>(
    `SELECT DISTINCT dimensions, build FROM ${table}_build`,
  );
  const old = rows.filter((row) => !dimensions.includes(row.dimensions)).map(({ build }) => build);
  if (old.length === 0) return;
  await stores.warehouse.run(`DELETE FROM ${table}_build WHERE build IN (${old.join(', ')})`);
  await dropPartitions(stores, [table], (partition) => !old.includes(Number(partition)));
}

/** Drops what interrupted builds left: at the start of the only process that has the warehouse. */
export async function dropUnfinishedBuilds(stores: Stores): Promise<void> {
  if (stores.warehouse.kind === 'server') return;
  for (const table of ['text_rank', 'rhythm']) {
    const rows = await stores.warehouse.rows<{ build: number }>(`SELECT DISTINCT build FROM ${table}_build`);
    const known = new Set(rows.map(({ build }) => String(build)));
    await dropPartitions(stores, [table], (partition) => known.has(partition));
  }
}

/** Answers kept ready for versions that are gone. */
async function dropOldAnswers(
  stores: Stores,
  dimensions: readonly number[],
  { months, cells }: { readonly months: string; readonly cells: readonly string[] },
): Promise<void> {
  const rows = await stores.warehouse.rows<{
    dimensions: number;
    ym: number;
    build: number;
    method: string;
  }>(`SELECT DISTINCT dimensions, ym, build, method FROM ${months}`);
  const stays = rows.filter((row) => dimensions.includes(row.dimensions));
  if (stays.length === rows.length) return;
  const old = new Set(rows.map((row) => row.dimensions).filter((one) => !dimensions.includes(one)));
  await stores.warehouse.run(`DELETE FROM ${months} WHERE dimensions IN (${[...old].join(', ')})`);
  const builds = new Set(stays.map(({ ym, build, method }) => `(${ym},${build},'${method}')`));
  await dropPartitions(stores, cells, (partition) => builds.has(partition));
}

/** Drops what interrupted imports left in the journal: partitions of imports that were never committed. */
export async function dropUncommittedJournal(stores: Stores): Promise<void> {
  const rows = await stores.records.db.selectFrom('import').select(['id', 'status']).execute();
  const known = new Set(rows.map((row) => String(row.id)));
  const committed = new Set(
    rows.flatMap((row) => (row.status === 'applied' || row.status === 'undone' ? [String(row.id)] : [])),
  );
  // On a server a journal that these records never heard of is somebody else's, not ours to clean up.
  if (stores.warehouse.kind === 'server') await refuseStrangeJournal(stores, known);
  await dropPartitions(stores, ['journal', 'document', 'superseded', 'journal_parent'], (partition) =>
    committed.has(partition),
  );
}

async function refuseStrangeJournal(stores: Stores, known: ReadonlySet<string>): Promise<void> {
  const parts = await stores.warehouse.rows<{ partition: string }>(
    `SELECT DISTINCT partition FROM system.parts WHERE database = currentDatabase() AND table = 'journal' AND active`,
  );
  if (parts.some(({ partition }) => !known.has(partition))) throw new Refusal({ code: 'storesApart' });
}

async function dropPartitions(
  stores: Stores,
  tables: readonly string[],
  keep: (partition: string, table: string) => boolean,
): Promise<void> {
  const parts = await stores.warehouse.rows<{ table: string; partition: string }>(
    `SELECT DISTINCT table, partition FROM system.parts
     WHERE database = currentDatabase() AND table IN (${tables.map((table) => `'${table}'`).join(', ')}) AND active`,
  );
  for (const { table, partition } of parts)
    if (!keep(partition, table))
      await stores.warehouse.run(`ALTER TABLE ${table} DROP PARTITION ${partition}`);
}
