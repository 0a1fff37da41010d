import type { Method } from '../../../domain/method.ts';
import { countUnits } from '../../../domain/units.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';
import type { DataVersion } from '../../ledger/data-version.ts';
import { sizeOf, stateSets } from '../states-sql.ts';
import { unitColumn } from '../unit-column.ts';
import { type Kept, keptStates, monthsThrough, stateBasis } from './kept.ts';
import { keptKey } from './kept-month.ts';
import { levelName, organisationLevels, stateLevels } from './levels.ts';

/** Sets whose sizes by month are kept: of the whole and of members of one dimension, against the slice's own past. */
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

const levels = stateLevels.map(levelName);
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

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
  // Whatever follows a month that changes changes too.
  const firstUnknown = months.findIndex((ym) => !known.has(ym));
  const missing = firstUnknown < 0 ? [] : months.slice(firstUnknown);
  if (missing.length === 0 && (await isSaid(warehouse, version, key))) return [];
  // What an interrupted build has left.
  for (const ym of missing)
    await warehouse.run(`ALTER TABLE kept_state DROP PARTITION (${ym}, ${version.dimensions}, '${key}')`);
  if (missing.length > 0 && !(await writeStates(warehouse, { version, kept, months, missing, signal })))
    return [];
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

interface Part {
  readonly version: DataVersion;
  readonly kept: Kept;
  /** Every month up to the last, and those of them to write: whatever follows a month that changes does. */
  readonly months: readonly number[];
  readonly missing: readonly number[];
  readonly signal: AbortSignal | undefined;
}

const unitColumns = Object.values(unitColumn);
const merged = (condition: string): string =>
  unitColumns.map((unit) => `groupBitmapMergeStateIf(cell.${unit}, ${condition})`).join(', ');

/** One month after the other, carrying along who has been seen before. False: it was aborted. */
async function writeStates(
  warehouse: Warehouse,
  { version, kept, months, missing, signal }: Part,
): Promise<boolean> {
  const table = (turn: number): string => `akb_staging.seen_${version.dimensions}_${turn % 2}`;
  const [first = 0] = missing;
  const cellsOf = (where: (ym: number) => boolean): string => {
    const builds = [...kept.builds].filter(([ym]) => where(ym)).map(([ym, build]) => `(${ym}, ${build})`);
    return `(SELECT ym, level, m1, ${unitColumns.join(', ')} FROM kept_cell
      WHERE (ym, build) IN (${builds.length > 0 ? builds.join(', ') : '(0, 0)'}) AND method = '${kept.key}'
        AND level IN (${list(levels)})) AS cell`;
  };
  const seen = async (turn: number, from: string): Promise<void> => {
    await warehouse.run(`DROP TABLE IF EXISTS ${table(turn)} SYNC`);
    await warehouse.run(`CREATE TABLE ${table(turn)} ENGINE = Memory AS
      SELECT level, m1, ${unitColumns.map((unit) => `groupBitmapMergeState(cell.${unit}) AS ${unit}`).join(', ')}
      FROM ${from} GROUP BY level, m1`);
  };
  try {
    await seen(
      0,
      cellsOf((ym) => ym < first),
    );
    for (const [turn, ym] of missing.entries()) {
      if (signal?.aborted) return false;
      const before = months[months.indexOf(ym) - 1] ?? 0;
      const past = `(SELECT 0 AS ym, level, m1, ${unitColumns.join(', ')} FROM ${table(turn)})`;
      const rows = `(SELECT * FROM ${cellsOf((one) => one === ym || one === before)} UNION ALL ${past}) AS cell`;
      await warehouse.run(statesOf({ version, kept, ym, before }, rows));
      const known = `(SELECT level, m1, ${unitColumns.join(', ')} FROM ${table(turn)}
        UNION ALL SELECT level, m1, ${unitColumns.join(', ')} FROM ${cellsOf((one) => one === ym)}) AS cell`;
      if (turn + 1 < missing.length) await seen(turn + 1, known);
    }
    return true;
  } finally {
    for (const turn of [0, 1]) await warehouse.run(`DROP TABLE IF EXISTS ${table(turn)} SYNC`);
  }
}

interface State extends Pick<Part, 'version' | 'kept'> {
  readonly ym: number;
  readonly before: number;
}

/**
 * SQL: as `statesSql` of one month, by all members of all levels, beside the whole company; `rows` are the cells of the
 * month, of the one before, and who was seen before (month 0).
 */
function statesOf({ version, kept, ym, before }: State, rows: string): string {
  const isOfOrganisation = `level IN (${list(organisationLevels)})`;
  const sizes = keptSets.map((name) => {
    const of = (company: string): string =>
      sizeOf(stateSets[name].replaceAll('touched', 'now').replaceAll('company_', company));
    return `if(${isOfOrganisation}, ${of('whole_')}, ${of('')}) AS ${name}_size`;
  });
  const ofUnits = countUnits.map((unit, index) => {
    const at = (all: string): string => `${all}.${index + 1}`;
    return `('${unit}', ${['now', 'before', 'seen'].map(at).join(', ')})`;
  });
  const whole = ['now', 'before', 'seen'].map(
    (one) => `groupBitmapMergeStateIf(${one}, level = '') OVER (PARTITION BY unit) AS whole_${one}`,
  );
  return `
    INSERT INTO kept_state (ym, build, method, level, m1, unit, ${keptSets.join(', ')})
    SELECT ${ym}, ${version.dimensions}, '${kept.key}', level, m1, unit, ${sizes.join(', ')}
    FROM (
      SELECT level, m1, unit, now, before, seen, ${whole.join(', ')}
      FROM (
        SELECT level, m1, of_unit.1 AS unit, of_unit.2 AS now, of_unit.3 AS before, of_unit.4 AS seen
        FROM (
          SELECT level, m1, arrayJoin([${ofUnits.join(', ')}]) AS of_unit
          FROM (
            SELECT level, m1, tuple(${merged(`cell.ym = ${ym}`)}) AS now, tuple(${merged(`cell.ym = ${before}`)}) AS before,
              tuple(${merged('cell.ym = 0')}) AS seen
            FROM ${rows} GROUP BY level, m1
          )
        )
      )
    )
    WHERE ${keptSets.map((name) => `${name}_size`).join(' + ')} > 0`;
}
