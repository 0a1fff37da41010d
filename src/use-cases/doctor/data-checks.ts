import { sql } from 'kysely';
import { factsOfFields } from '../../domain/customer-edit.ts';
import { ledgerSpan } from '../../services/ledger/commit.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import { monthsUnlikeJournal } from '../../services/ledger/month-checksums.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Finding } from './finding.ts';

const isPending = (status: string): boolean => status === 'preparing' || status === 'prepared';

/** Their partitions are imports; those of all other tables are generations. */
const perImport = ['journal', 'document', 'superseded', 'journal_parent'];

/** Partitions of the warehouse that nothing in the records names: a start removes them, so they tell of a fault. */
export async function checkOrphans({ records, warehouse }: Stores): Promise<Finding> {
  const commits = await records.db.selectFrom('commit').select(['months', 'dimensions']).execute();
  const imports = await records.db.selectFrom('import').select(['id', 'status']).execute();
  const pending = imports.some(({ status }) => isPending(status));
  const named = new Set(commits.flatMap((commit) => [...Object.values(commit.months), commit.dimensions]));
  const newest = Math.max(0, ...named);
  const known = new Set(imports.filter(({ status }) => status !== 'cancelled').map(({ id }) => id));
  const parts = await warehouse.rows<{ table: string; partition: string }>(`
    SELECT DISTINCT table, partition FROM system.parts
    WHERE active AND database = currentDatabase() AND NOT startsWith(table, 'ids_')`);
  const orphans = parts.filter(({ table, partition }) => {
    if (perImport.includes(table)) return !known.has(Number(partition));
    // `generation` or `(month,generation)`
    const generation = Number(/(\d+)\)?$/.exec(partition)?.[1]);
    return !named.has(generation) && !(pending && generation > newest);
  });
  if (orphans.length === 0) return { ok: true };
  const tables = [...new Set(orphans.map(({ table }) => table))].sort().join(', ');
  return { ok: false, problem: { code: 'orphanPartitions', params: { count: orphans.length, tables } } };
}

/** Staging holds names and phones; it belongs to imports that are under way. */
export async function checkStaging({ records, warehouse }: Stores): Promise<Finding> {
  const imports = await records.db.selectFrom('import').select(['id', 'status']).execute();
  const pending = imports.filter(({ status }) => isPending(status)).map(({ id }) => `i${id}_`);
  const tables = await warehouse.rows<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = 'akb_staging'",
  );
  const left = tables.filter(({ name }) => !pending.some((prefix) => name.startsWith(prefix)));
  if (left.length === 0) return { ok: true };
  return { ok: false, problem: { code: 'stagingLeft', params: { count: left.length } } };
}

/** The ledger against the journal, line by line, through checksums. */
export async function checkLedger({ records, warehouse }: Stores): Promise<Finding> {
  const unlike = await monthsUnlikeJournal(warehouse, await currentVersion(records));
  return unlike.length === 0 ? { ok: true } : unlikeMonths('ledgerUnlikeJournal', unlike);
}

/** The ledger against what the last commit says of it: months, first and last day, months known as totals only. */
export async function checkCommit(stores: Stores): Promise<Finding> {
  const version = await currentVersion(stores.records);
  const found = await ledgerSpan(stores, version.months);
  const missing = Object.keys(version.months).filter((month) => found.months[month] === undefined);
  if (missing.length > 0) return unlikeMonths('commitUnlikeLedger', missing);
  const same =
    version.historySince === found.historySince &&
    version.asOf === found.asOf &&
    [...version.monthTotals].sort().join() === [...found.monthTotals].sort().join();
  const detail = `${version.version}: ${version.historySince ?? '–'} … ${version.asOf ?? '–'}`;
  return same ? { ok: true, detail } : unlikeMonths('commitUnlikeLedger', Object.keys(version.months));
}

function unlikeMonths(code: string, months: readonly string[]): Finding {
  const shown = months.slice(0, 12).join(', ');
  return { ok: false, problem: { code, params: { months: shown, count: months.length } } };
}

/** Left out it is «не указано»: a gap to be counted, never a failure. */
export async function checkBasis({ records }: Stores): Promise<Finding> {
  const imports = await records.db
    .selectFrom('import')
    .select(['id', 'basis', 'purpose'])
    .where('status', '=', 'applied')
    .execute();
  const count = imports.filter(({ basis, purpose }) => !basis || !purpose).length;
  if (count === 0) return { ok: true };
  return { ok: true, problem: { code: 'importsWithoutBasis', params: { count, total: imports.length } } };
}

/** The same of what is written by hand. */
export async function checkHandGrounds({ records }: Stores): Promise<Finding> {
  const { rows } = await sql<{ count: number; total: number }>`
    SELECT count(*) FILTER (WHERE basis IS NULL OR purpose IS NULL)::int4 AS count, count(*)::int4 AS total FROM (
      SELECT basis, purpose FROM entry WHERE NOT removed
      UNION ALL SELECT basis, purpose FROM customer_edit AS edit WHERE undoes IS NULL AND EXISTS (
        SELECT FROM customer_edit_field AS field WHERE field.edit = edit.id AND field.field = ANY (${factsOfFields}::text[]))
    ) AS written`.execute(records.db);
  const { count, total } = rows[0] ?? { count: 0, total: 0 };
  return count === 0
    ? { ok: true }
    : { ok: true, problem: { code: 'handWithoutGrounds', params: { count, total } } };
}
