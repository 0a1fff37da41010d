import type { Method } from '../../../domain/method.ts';
import { raw, type Sql, sql } from '../../../stores/warehouse/sql.ts';
import { type DataVersion, generationList } from '../../ledger/data-version.ts';

/** What is kept of a month: another number, and everything is built anew. */
const format = 4;

/** A new version of a method, or another method, keeps its own. */
export const keptKey = ({ id, version }: Method): string => `${id} ${version} ${format}`;

/** A month to keep answers of. */
export interface KeptMonth {
  readonly version: DataVersion;
  readonly method: Method;
  /** `YYYYMM` */
  readonly ym: number;
}

/** SQL: the first columns of every kept row, `ym`, `build` and `method`. */
export const keptColumns = ({ version, method, ym }: KeptMonth): Sql =>
  raw(`${ym}, ${version.dimensions}, '${keptKey(method)}'`);

/** SQL: `FROM … WHERE …` over the ledger rows `l` of a month. */
export const linesOfMonth = ({ version, ym }: KeptMonth, joins = ''): Sql =>
  sql`FROM ledger AS l ${raw(joins)} WHERE (l.ym, l.generation) IN ${raw(generationList(version, (one) => one === ym))}`;
