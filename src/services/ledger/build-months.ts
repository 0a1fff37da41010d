import { allDone } from '../../domain/all-done.ts';
import { assignmentKinds } from '../../domain/dated-facts.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import { inMonths, type LinesOfMonths } from './lines-of-months.ts';
import type { MonthsToBuild } from './months-to-build.ts';
import { settlesMonth } from './settles-month.ts';

/**
 * Writes a new generation of ledger months: a pure function of the live journal lines, the canonical units and the
 * assignments.
 *
 * Returns are settled here once (counting rules, §2): a cell is legal entity × product × month; lines of a cell whose
 * quantity or amount does not stay above zero are not settled, nor is any line of an entity whose month does not
 * cover its returns without a product (these belong to no cell). Only cells with a line at or below zero can fail, so
 * only they are added up.
 */
export async function buildMonths(
  warehouse: Warehouse,
  build: MonthsToBuild,
  lines: LinesOfMonths,
  linesOfTwoParts = worthTwo,
): Promise<void> {
  if (build.months.length === 0) return;
  const attribution = await attributionOf(warehouse, build.dimensions, lines);
  const parts = besideEachOther(build.months, lines.count, linesOfTwoParts);
  const building = parts.map((months, index) =>
    buildTogether(warehouse, { ...build, months }, attribution, lines, index),
  );
  await allDone(building);
}

/** Rows that the engine sorts and writes as one block, by one thread. */
const oneBlock = 1_000_000;
/** Below that, a second round of statements takes longer than it saves. */
const worthTwo = 100_000;

/** The months in parts where all at once would leave a processor idle: each alone, or many of them in two halves. */
function besideEachOther(
  months: readonly number[],
  lines: number,
  least: number,
): readonly (readonly number[])[] {
  if (months.length < 2 || lines < least || lines > oneBlock) return [months];
  if (months.length <= 4) return months.map((month) => [month]);
  return [months.filter((_, index) => index % 2 === 0), months.filter((_, index) => index % 2 === 1)];
}

async function buildTogether(
  warehouse: Warehouse,
  build: MonthsToBuild,
  { joins, member }: Attribution,
  { live, doubtful }: LinesOfMonths,
  part: number,
): Promise<void> {
  const journal = `(SELECT * FROM journal WHERE ${inMonths(build.months)} AND ${live})`;
  const units = `(SELECT id, point, entity, client FROM dim_point WHERE generation = ${build.dimensions})`;
  const lines = `${journal} AS j INNER JOIN ${units} AS u ON j.point = u.id`;
  const table = (name: Scratch): string => `akb_staging.${name}_${build.generation}_${part}`;
  try {
    const settled = doubtful ? await settledWhere(warehouse, lines, table) : [];
    await warehouse.run(`
      INSERT INTO ledger (ym, generation, client, entity, point, settled, doc, date, kind, numbered, product,
        ${assignmentKinds.join(', ')}, own_company, territory, quantity, amount, amount_net, cost)
      SELECT
        toYYYYMM(j.date), ${build.generation}, u.client, u.entity, u.point,
        ${['true', ...settled].join(' AND ')},
        j.doc, j.date, j.kind, j.numbered, j.product,
        ${assignmentKinds.map(member).join(', ')}, j.own_company, j.territory,
        j.quantity, j.amount, j.amount_net, j.cost
      FROM ${lines} ${joins}
      SETTINGS max_partitions_per_insert_block = 0, max_insert_threads = 2`);
    await refuseLostLines(warehouse, build, journal);
  } finally {
    if (doubtful) await warehouse.run(`DROP TABLE IF EXISTS ${scratch.map(table).join(', ')} SYNC`);
  }
}

const scratch = ['doubtful', 'open_cell', 'open_month'] as const;
type Scratch = (typeof scratch)[number];

/** SQL conditions on lines `j` of units `u`: the line's cell or month stays above zero. Writes the tables that they name. */
async function settledWhere(
  warehouse: Warehouse,
  lines: string,
  table: (name: Scratch) => string,
): Promise<string[]> {
  const cell = 'u.entity, j.product, toYYYYMM(j.date)';
  const month = 'u.entity, toYYYYMM(j.date)';
  const ofMonth = settlesMonth('j');
  const write = (name: Scratch, select: string): Promise<void> =>
    warehouse.run(`CREATE TABLE ${table(name)} ENGINE = Memory AS ${select}`);
  await write(
    'doubtful',
    `SELECT DISTINCT u.entity AS entity, j.product AS product, toYYYYMM(j.date) AS ym, ${ofMonth} AS month FROM ${lines} WHERE j.quantity <= 0 OR j.amount <= 0 OR ${ofMonth}`,
  );
  const [may] = await warehouse.rows<{ cells: boolean; months: boolean }>(
    `SELECT countIf(NOT month) > 0 AS cells, countIf(month) > 0 AS months FROM ${table('doubtful')}`,
  );
  const settled: string[] = [];
  if (may?.cells) {
    await write(
      'open_cell',
      `SELECT ${cell} FROM ${lines} WHERE (${cell}) IN (SELECT entity, product, ym FROM ${table('doubtful')} WHERE NOT month) AND NOT ${ofMonth}
       GROUP BY ${cell} HAVING sum(j.quantity) <= 0 OR sum(j.amount) <= 0`,
    );
    settled.push(`(${cell}) NOT IN ${table('open_cell')}`);
  }
  if (may?.months) {
    await write(
      'open_month',
      `SELECT ${month} FROM ${lines} WHERE (${month}) IN (SELECT entity, ym FROM ${table('doubtful')} WHERE month)
       GROUP BY ${month} HAVING sum(j.amount) <= 0`,
    );
    settled.push(`(${month}) NOT IN ${table('open_month')}`);
  }
  return settled;
}

/** A line without a known unit would vanish in the join: better to stop than to count one less. */
async function refuseLostLines(warehouse: Warehouse, build: MonthsToBuild, journal: string): Promise<void> {
  const [row] = await warehouse.rows<{ expected: string; built: string }>(`
    SELECT
      (SELECT count() FROM ${journal}) AS expected,
      (SELECT count() FROM ledger WHERE generation = ${build.generation} AND ym IN (${build.months.join(', ')})) AS built`);
  if (row === undefined || row.expected !== row.built)
    throw new Error(`ledger generation ${build.generation} holds ${row?.built} of ${row?.expected} lines`);
}
