import { kindOf } from '../../../domain/dimensions.ts';
import type { Method } from '../../../domain/method.ts';
import { type CountUnit, countUnits } from '../../../domain/units.ts';
import { raw, sql, statement } from '../../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';
import type { DataVersion } from '../../ledger/data-version.ts';
import { stateSets } from '../states-sql.ts';
import { unitColumn } from '../unit-column.ts';
import { keptKey } from './build-kept.ts';
import { type Kept, keptStates, monthsThrough, stateBasis } from './kept.ts';
import { keptLevels, levelName } from './levels.ts';

/** Sets whose sizes by month are kept: of the whole and of every member of one dimension, against the slice's own past. */
const keptSets = [
  'active',
  'totalBase',
  'new',
  'retained',
  'reactivated',
  'lost',
  'transferredIn',
  'transferredOut',
] as const;

const levels = keptLevels.filter((level) => level.length <= 1);
const ofOrganisation = levels.filter(([one]) => one !== undefined && kindOf(one) === 'organisation');

/** So many lines are worked out at once by all levels; of more, the bitmaps of one level fill the memory that there is. */
const linesAtOnce = 2_000_000;

/**
 * Writes down the sizes of what customers are in each month, from the bitmaps that are kept. They follow from the builds
 * of the month and of all before it: while these stay, so do they. Returns the months worked out.
 */
export async function buildStates(
  warehouse: Warehouse,
  version: DataVersion,
  method: Method,
  kept: Kept,
  signal?: AbortSignal,
): Promise<number[]> {
  const key = keptKey(method);
  const months = monthsThrough(kept);
  const known = await keptStates(warehouse, kept);
  const missing = months.filter((ym) => !known.has(ym));
  if (missing.length === 0 && (await isSaid(warehouse, version, key))) return [];
  // What an interrupted build has left.
  for (const ym of missing)
    await warehouse.run(`ALTER TABLE kept_state DROP PARTITION (${ym}, ${version.dimensions}, '${key}')`);
  if (missing.length > 0) {
    const names = levels.map(levelName);
    const parts = (await keptLines(warehouse, kept)) <= linesAtOnce ? [names] : names.map((name) => [name]);
    for (const unit of countUnits)
      for (const some of parts) {
        if (signal?.aborted) return [];
        await writeStates(warehouse, { version, kept, months, missing, unit, levels: some });
      }
  }
  const rows = months.map((ym) => [
    ...[key, version.dimensions, ym, stateBasis(kept, ym)],
    known.get(ym) ?? version.dimensions,
  ]);
  await warehouse.insert('kept_state_month', ['method', 'dimensions', 'ym', 'basis', 'build'], rows);
  return missing;
}

/** Months that were carried over have to be this version's too: those of versions that are gone are dropped. */
async function isSaid(warehouse: Warehouse, { dimensions }: DataVersion, key: string): Promise<boolean> {
  const [row] = await warehouse.rows<{ months: string }>(
    `SELECT count() AS months FROM kept_state_month WHERE method = '${key}' AND dimensions = ${dimensions}`,
  );
  return row?.months !== '0';
}

const buildsOf = ({ builds }: Kept): string =>
  `(${[...builds].map(([ym, build]) => `(${ym}, ${build})`).join(', ')})`;

async function keptLines(warehouse: Warehouse, kept: Kept): Promise<number> {
  const [row] = await warehouse.rows<{ lines: string }>(
    `SELECT sum(lines) AS lines FROM kept_cell WHERE (ym, build) IN ${buildsOf(kept)} AND method = '${kept.key}' AND level = ''`,
  );
  return Number(row?.lines ?? 0);
}

interface Part {
  readonly version: DataVersion;
  readonly kept: Kept;
  /** Every month up to the last, and those to write. */
  readonly months: readonly number[];
  readonly missing: readonly number[];
  readonly unit: CountUnit;
  readonly levels: readonly string[];
}

/** As `statesSql` of one month after the other, by all members of some levels; the whole company comes along. */
async function writeStates(warehouse: Warehouse, part: Part): Promise<void> {
  const { version, kept, months, missing, unit } = part;
  const nobody = "bitmapBuild(CAST([], 'Array(UInt32)'))";
  const list = (values: readonly (string | number)[]): string =>
    values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', ');
  const isOfOrganisation = `level IN (${list(ofOrganisation.map(levelName))})`;
  const sizes = keptSets.map((name) => {
    const of = (company: string): string =>
      `bitmapCardinality(${stateSets[name].replaceAll('touched', 'now').replaceAll('company_', company)})`;
    return `if(${isOfOrganisation}, ${of('whole_')}, ${of('')})`;
  });
  const whole = (column: string): string =>
    `groupBitmapMergeStateIf(${column}, level = '') OVER everybody AS whole_${column}`;
  const { text, params } = statement(sql`
    INSERT INTO kept_state (ym, build, method, level, m1, unit, ${raw(keptSets.join(', '))})
    SELECT cell, ${raw(`${version.dimensions}, '${kept.key}'`)}, level, m1, ${raw(`'${unit}'`)}, ${raw(sizes.join(', '))}
    FROM (
      SELECT *, ${raw(['now', 'before', 'seen'].map(whole).join(', '))}
      FROM (
        SELECT level, m1, cell, now,
          groupBitmapMergeState(now) OVER (history ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS before,
          groupBitmapMergeState(now) OVER (history ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS seen
        FROM (
          SELECT level, m1, pair.1 AS cell, groupBitmapMergeState(pair.2) AS now
          FROM (
            SELECT level, m1, arrayJoin(arrayConcat(groupArray((ym, members)),
              arrayMap(month -> (toUInt32(month), ${raw(nobody)}), [${raw(list(months))}]))) AS pair
            FROM (
              SELECT level, m1, ym, ${raw(unitColumn[unit])} AS members FROM kept_cell
              WHERE (ym, build) IN ${raw(buildsOf(kept))} AND method = ${raw(`'${kept.key}'`)}
                AND level IN (${raw(list([...new Set(['', ...part.levels])]))})
            )
            GROUP BY level, m1
          )
          GROUP BY level, m1, cell
        )
        WINDOW history AS (PARTITION BY level, m1 ORDER BY cell)
      )
      WINDOW everybody AS (PARTITION BY cell)
    )
    WHERE cell IN (${raw(list(missing))}) AND level IN (${raw(list(part.levels))})`);
  await warehouse.run(text, params);
}
