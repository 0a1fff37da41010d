import { randomUUID } from 'node:crypto';
import { workingDates } from '../../domain/calendar.ts';
import { addToMonth, lastDayOfMonth } from '../../domain/iso-date.ts';
import { workingYears } from '../../domain/working-year.ts';
import type { Stores } from '../../stores/stores.ts';
import { calendarEvidence } from '../calendar/working-calendar.ts';
import { type DataVersion, generationList, monthText } from '../ledger/data-version.ts';

/** Working days at the end and at the beginning of a month that are looked at. */
const lastDays = 3;
const firstDays = 5;
/** Months that one statement adds up: the engine keeps their documents in memory meanwhile. */
const monthsAtOnce = 6;

/**
 * What detectors read, made once for all of them and dropped afterwards: names of tables of the warehouse.
 *
 * `documents`: a document of a point: `ym, date, doc, entity, point, rep, lines` (sold ones), `sold` (money), `quantity`,
 * `product` (one of them), `products`, `bundle` (the same for the same products), `given` (lines free of charge),
 * `returned` (money, positive), `late` (in the last working days of its month), `early` (in the first ones).
 * `habits`: an entity that buys: `entity, bought` (documents), `usual` (median sum of one), `gap` (median days between two), `since,
 * until` (first and last day).
 */
export interface Stage {
  readonly stores: Pick<Stores, 'records' | 'warehouse'>;
  readonly version: DataVersion;
  readonly documents: string;
  readonly habits: string;
}

/** Gives `use` the tables. */
export async function withStage<Result>(
  stores: Stage['stores'],
  version: DataVersion,
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const name = `akb_staging.integrity_${randomUUID().replaceAll('-', '')}`;
  const stage = { stores, version, documents: `${name}_documents`, habits: `${name}_habits` };
  const { warehouse } = stores;
  try {
    await addDocuments(stage);
    await addHabits(stage);
    return await use(stage);
  } finally {
    const tables = await warehouse.rows<{ name: string }>(
      `SELECT name FROM system.tables WHERE database = 'akb_staging' AND startsWith(name, '${name.split('.')[1]}')`,
    );
    for (const table of tables) await warehouse.run(`DROP TABLE akb_staging.${table.name}`);
  }
}

async function addDocuments({ stores, version, documents }: Stage): Promise<void> {
  const { warehouse } = stores;
  await warehouse.run(`CREATE TABLE ${documents} (
      ym UInt32, date Date, doc UInt128, entity UInt32, point UInt32, rep UInt32,
      lines UInt32, sold Float64, quantity Float64, product UInt32, products UInt32, bundle UInt64,
      given UInt32, returned Float64, late Bool, early Bool
    ) ENGINE = MergeTree ORDER BY (entity, date)`);
  const months = Object.keys(version.months).map(Number).sort();
  const edges = await edgesOfMonths(stores, version, months);
  for (let at = 0; at < months.length; at += monthsAtOnce) {
    const some = new Set(months.slice(at, at + monthsAtOnce));
    await warehouse.run(`
      INSERT INTO ${documents}
      SELECT d.ym, date, doc, entity, point, rep, lines, sold, quantity, product, products, bundle, given, returned,
        date >= e.late, date <= e.early
      FROM (
        SELECT ym, date, doc, entity, point, rep, min(branch) AS branch,
          countIf(is_sold) AS lines, sumIf(toFloat64(ifNull(amount, 0)), is_sold) AS sold,
          sumIf(toFloat64(ifNull(quantity, 0)), is_sold) AS quantity, minIf(product, is_sold OR is_given) AS product,
          uniqExactIf(product, is_sold) AS products, sumIf(cityHash64(product), is_sold) AS bundle,
          countIf(is_given) AS given, -sumIf(toFloat64(ifNull(amount, 0)), kind = 'return') AS returned
        FROM (
          SELECT *, kind = 'shipment' AND ifNull(amount > 0, ifNull(quantity > 0, false)) AS is_sold,
            kind IN ('shipment', 'free') AND ifNull(amount = 0, false) AND ifNull(quantity > 0, false) AS is_given
          FROM ledger
          WHERE (ym, generation) IN ${generationList(version, (ym) => some.has(ym))} AND rep != 0 AND kind != 'monthTotal'
        )
        GROUP BY ym, date, doc, entity, point, rep
      ) AS d
      INNER JOIN (
        SELECT edge.1 AS branch, edge.2 AS ym, edge.3 AS late, edge.4 AS early
        FROM (SELECT arrayJoin([${edges
          .filter(({ ym }) => some.has(ym))
          .map(edgeText)
          .join(', ')}]) AS edge)
      ) AS e ON e.branch = d.branch AND e.ym = d.ym`);
  }
}

interface Edge {
  readonly branch: number;
  readonly ym: number;
  readonly late: string;
  readonly early: string;
}

const edgeText = ({ branch, ym, late, early }: Edge): string =>
  `(toUInt32(${branch}), toUInt32(${ym}), toDate('${late}'), toDate('${early}'))`;

/** Where the last working days of each month of each branch begin, and where the first ones end. */
async function edgesOfMonths(
  stores: Stage['stores'],
  version: DataVersion,
  months: readonly number[],
): Promise<Edge[]> {
  const evidence = await calendarEvidence(stores, version);
  const branches = await stores.records.db
    .selectFrom('member')
    .select('id')
    .where('kind', '=', 'branch')
    .execute();
  return [0, ...branches.map(({ id }) => id)].flatMap((branch) =>
    months.map((ym) => {
      const month = monthText(ym);
      const [from, to] = [`${month}-01`, lastDayOfMonth(month)];
      const dates = workingDates(from, to, workingYears(evidence(branch), from, to));
      return { branch, ym, late: dates.at(-lastDays) ?? to, early: dates[firstDays - 1] ?? from };
    }),
  );
}

export const monthsApart = (one: number, other: number): number =>
  Math.abs(12 * (Math.floor(one / 100) - Math.floor(other / 100)) + (one % 100) - (other % 100));

/** The month so many months later, `YYYYMM`. */
export const monthAfter = (ym: number, months: number): number =>
  Number(addToMonth(monthText(ym), months).replace('-', ''));

async function addHabits({ stores: { warehouse }, documents, habits }: Stage): Promise<void> {
  await warehouse.run(`
    CREATE TABLE ${habits} ENGINE = MergeTree ORDER BY entity AS
    SELECT entity, length(sums) AS bought, arrayReduce('median', sums) AS usual,
      if(length(days) < 3, 0, arrayReduce('median', arrayPopFront(arrayDifference(days)))) AS gap,
      toDate(days[1]) AS since, toDate(days[-1]) AS until
    FROM (
      SELECT entity, groupArray(sold) AS sums, arraySort(groupUniqArray(toUInt16(date))) AS days
      FROM ${documents} WHERE lines > 0 GROUP BY entity
    )`);
}
