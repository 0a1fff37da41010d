import type { Selectable } from 'kysely';
import type { IsoDate } from '../../domain/units.ts';
import type { Records } from '../../stores/records/records.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';

/** One committed state of the data. Everything that reads facts is compiled for a version and names its generations. */
export interface DataVersion {
  readonly version: number;
  /** Applied imports in the order of their commits. */
  readonly applied: readonly number[];
  /** Generation that holds each month, by `YYYYMM`. */
  readonly months: Readonly<Record<string, number>>;
  /** Generation of the dimension tables. */
  readonly dimensions: number;
  readonly historySince: IsoDate | null;
  /** Last loaded day. */
  readonly asOf: IsoDate | null;
  /** Months (`YYYYMM`) with lines that know their month only. */
  readonly monthTotals: readonly number[];
}

const emptyVersion: DataVersion = {
  version: 0,
  applied: [],
  months: {},
  dimensions: 0,
  historySince: null,
  asOf: null,
  monthTotals: [],
};

export async function currentVersion(records: Records): Promise<DataVersion> {
  const row = await records.db
    .selectFrom('commit')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? emptyVersion : versionOf(row);
}

/** How long a version that was replaced keeps its generations: whoever still pages through them has a day. */
export const keepHours = 24;

/**
 * A version whose generations are there for an hour at least; null where they are gone: replaced too long ago, or
 * known from a backup only.
 */
export async function keptVersion(records: Records, version: number): Promise<DataVersion | null> {
  const current = await currentVersion(records);
  if (version === current.version) return current;
  const hourLess = new Date(Date.now() - (keepHours - 1) * 3_600_000).toISOString();
  const row = await records.db
    .selectFrom('commit')
    .selectAll()
    .where('version', '=', version)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('commit as next')
          .select('next.version')
          .where('next.version', '=', version + 1)
          .where('next.committed_at', '>', hourLess),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('commit as restored')
            .select('restored.version')
            .where('restored.version', '>', version)
            .where('restored.kind', '=', 'restore'),
        ),
      ),
    )
    .executeTakeFirst();
  return row === undefined ? null : versionOf(row);
}

const versionOf = (row: Selectable<RecordsSchema['commit']>): DataVersion => ({
  version: row.version,
  applied: row.applied,
  months: row.months,
  dimensions: row.dimensions,
  historySince: row.history_since,
  asOf: row.as_of,
  monthTotals: row.month_totals,
});

/** How many lines the months of a version have. */
export async function ledgerLines(
  warehouse: Warehouse,
  version: Pick<DataVersion, 'months'>,
): Promise<number> {
  const [row] = await warehouse.rows<{ lines: string }>(
    `SELECT count() AS lines FROM ledger WHERE (ym, generation) IN ${generationList(version)}`,
  );
  return Number(row?.lines ?? 0);
}

/** SQL list of the (ym, generation) pairs of a version, restricted to the months asked for. */
export function generationList(
  version: Pick<DataVersion, 'months'>,
  keep: (ym: number) => boolean = () => true,
): string {
  const pairs = Object.entries(version.months)
    .filter(([ym]) => keep(Number(ym)))
    .map(([ym, generation]) => `(${ym}, ${generation})`);
  return pairs.length === 0 ? '((0, 0))' : `(${pairs.join(', ')})`;
}

/** A date as the number of its month, `YYYYMM`. */
export const monthNumber = (date: IsoDate): number =>
  Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7));

/** `2026-11` of 202611. */
export const monthText = (ym: number): string =>
  `${Math.floor(ym / 100)}-${String(ym % 100).padStart(2, '0')}`;
