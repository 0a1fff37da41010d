import type { Scope } from '../../domain/scope.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { lineInScope } from '../activity/scope-sql.ts';
import { type DataVersion, generationList } from '../ledger/data-version.ts';

/** What jumps are looked for in: months that are over, `YYYYMM`, by branch; 0: lines of none. */
export interface BranchMonth {
  readonly branch: number;
  readonly month: number;
  readonly lines: number;
  /** Who has a shipment line. */
  readonly clients: number;
  /** With VAT; kopecks do not matter to a jump. */
  readonly sales: number;
}

/** Months before that of the last loaded day; the whole company (or what of it may be seen) stands under -1. */
export async function monthSeries(
  { warehouse }: Pick<Stores, 'warehouse'>,
  version: DataVersion,
  scope: Scope = wholeCompany,
): Promise<BranchMonth[]> {
  if (version.asOf === null) return [];
  const { text, params } = statement(sql`
    SELECT if(GROUPING(branch) = 1, toInt64(-1), toInt64(assumeNotNull(branch))) AS of_branch, toUInt32(ym) AS month,
      toUInt32(count()) AS lines, toUInt32(uniqExactIf(client, kind IN ('shipment', 'monthTotal'))) AS clients,
      toFloat64(ifNull(sum(amount), 0)) AS sales
    FROM ledger AS l
    WHERE (ym, generation) IN ${raw(generationList(version))} AND date < toStartOfMonth(toDate('${raw(version.asOf)}'))
      AND ${lineInScope(scope)}
    GROUP BY GROUPING SETS ((branch, ym), (ym)) ORDER BY of_branch, month`);
  const rows = await warehouse.rows<Omit<BranchMonth, 'branch'> & { of_branch: string }>(text, params);
  return rows.map(({ of_branch, ...row }) => ({ branch: Number(of_branch), ...row }));
}
