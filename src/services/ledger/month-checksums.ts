import { assignmentKinds } from '../../domain/dated-facts.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { type DataVersion, generationList } from './data-version.ts';
import { linesOfMonths } from './lines-of-months.ts';

export interface MonthChecksum {
  readonly lines: number;
  /** Sum of the lines' 128-bit hashes: the same lines give the same sum, in whatever order and generation. */
  readonly checksum: string;
}

/** By `YYYYMM`. */
export type MonthChecksums = Readonly<Record<string, MonthChecksum>>;

const amounts = ['quantity', 'amount', 'amount_net', 'cost'];
/** What a ledger line takes over from its journal line as it is. */
const line = [
  'doc',
  'date',
  'toInt8(kind)',
  'numbered',
  ...['product', 'own_company', 'territory'],
  ...amounts.flatMap((amount) => [`isNull(${amount})`, `ifNull(${amount}, toDecimal64(0, 4))`]),
];
const hash = (columns: readonly string[]): string =>
  `toString(sum(reinterpretAsUInt128(sipHash128(${columns.join(', ')}))))`;

const ledgerOf = (version: DataVersion): string =>
  `ledger WHERE (ym, generation) IN ${generationList(version)} GROUP BY month`;

/** Checksums of everything that a version's ledger holds: two versions with equal ones answer every question alike. */
export const monthChecksums = (warehouse: Warehouse, version: DataVersion): Promise<MonthChecksums> =>
  checksums(
    warehouse,
    `ym AS month, ${hash(['client', 'entity', 'point', 'settled', ...assignmentKinds, ...line])} AS checksum FROM ${ledgerOf(version)}`,
  );

/**
 * Months of a version whose ledger does not hold exactly the live lines of the journal. Units, who is responsible and
 * the settling of returns are left out: only building the months anew would tell.
 */
export async function monthsUnlikeJournal(warehouse: Warehouse, version: DataVersion): Promise<string[]> {
  const [row] = await warehouse.rows<{ months: number[] }>(
    'SELECT groupUniqArray(toYYYYMM(date)) AS months FROM journal',
  );
  const { live } = await linesOfMonths(warehouse, version.applied, row?.months ?? []);
  const inLedger = await checksums(
    warehouse,
    `ym AS month, ${hash(line)} AS checksum FROM ${ledgerOf(version)}`,
  );
  const inJournal = await checksums(
    warehouse,
    `toYYYYMM(date) AS month, ${hash(line)} AS checksum FROM journal
     WHERE ${live} GROUP BY month`,
  );
  return unlikeMonths(inLedger, inJournal);
}

/** Months in which two states differ, in order. */
export function unlikeMonths(a: MonthChecksums, b: MonthChecksums): string[] {
  const months = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...months]
    .filter((month) => a[month]?.checksum !== b[month]?.checksum || a[month]?.lines !== b[month]?.lines)
    .sort();
}

async function checksums(warehouse: Warehouse, select: string): Promise<MonthChecksums> {
  const rows = await warehouse.rows<{ month: number; lines: string; checksum: string }>(
    `SELECT count() AS lines, ${select}`,
  );
  return Object.fromEntries(
    rows.map(({ month, lines, checksum }) => [String(month), { lines: Number(lines), checksum }]),
  );
}
