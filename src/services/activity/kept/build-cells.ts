import { type Dimension, kindOf } from '../../../domain/dimensions.ts';
import { joined, raw, type Sql, sql } from '../../../stores/warehouse/sql.ts';
import { countedCondition } from '../counted-lines.ts';
import { memberJoin, memberKeyOfLine, memberText } from '../dimension-sql.ts';
import { unitColumn } from '../unit-column.ts';
import { type KeptMonth, keptColumns, linesOfMonth } from './kept-month.ts';
import { dayLevel, keptLevels, levelName, organisationLevels, sharedLevel } from './levels.ts';

type Level = readonly Dimension[];

const hasProducts = (level: Level): boolean => level.some((one) => kindOf(one) === 'product');
/** Nothing is known of its dimension: all lines are of the unknown member. */
const isTotal = (known: ReadonlySet<Dimension>) => {
  return ([one, other]: Level): boolean => one !== undefined && other === undefined && !known.has(one);
};

const keys =
  'client, entity, point, date, rep, team, department, branch, own_company, territory, doc, numbered';
const sums = ['lines', 'amount', 'amount_unknown', 'amount_net', 'net_unknown', 'counted'];

/** SQL: the lines of a month in the form of its documents. */
function ledgerOf(month: KeptMonth): Sql {
  const { version, method } = month;
  return sql`(
    SELECT ${raw(keys)}, product, toUInt64(1) AS lines, amount, toUInt64(amount IS NULL) AS amount_unknown,
      amount_net, toUInt64(amount_net IS NULL) AS net_unknown, toUInt64(${countedCondition(method, version)}) AS counted
    ${linesOfMonth(month)})`;
}

/** Scratch: some times fewer rows than the month has lines. */
export const documentsTable = ({ version, ym }: Pick<KeptMonth, 'version' | 'ym'>): Sql =>
  raw(`akb_staging.documents_${version.dimensions}_${ym}`);

/** SQL: writes a row for every document, or each part of it that has a point or members of the organisation of its own. */
export const documentsOf = (month: KeptMonth): Sql => sql`
  CREATE TABLE ${documentsTable(month)} ENGINE = Memory AS
  SELECT ${raw(`${keys}, ${sums.map((sum) => `sum(x.${sum}) AS ${sum}`).join(', ')}`)}
  FROM ${ledgerOf(month)} AS x GROUP BY ${raw(keys)}`;

const cellColumns = `ym, build, method, level, m1, m2, client, entity, point,
  active_client, active_entity, active_point,
  lines, sales, amount_unknown, sales_net, net_unknown, documents, unnumbered`;

/** SQL: writes the cells of a month: levels of products from its lines, others and days from its documents. */
export function cellsOf(month: KeptMonth, known: ReadonlySet<Dimension>): Sql[] {
  const levels = keptLevels.filter((level) => !isTotal(known)(level));
  const ofDocuments = levels
    .filter((level) => !hasProducts(level))
    .map((level) => cellsOfLevel(month, level, documentsTable(month)));
  const ofLines = levels.filter(hasProducts).map((level) => cellsOfLevel(month, level, ledgerOf(month)));
  const days = cellsBy(month, {
    name: dayLevel,
    keys: [raw('l.date')],
    texts: [raw('toString(k1)')],
    from: sql`${documentsTable(month)} AS l`,
  });
  return [[...ofDocuments, days], ofLines].flatMap((selects) =>
    selects.length === 0
      ? []
      : [sql`INSERT INTO kept_cell (${raw(cellColumns)}) ${joined(selects, ' UNION ALL ')}`],
  );
}

const cellsOfLevel = (month: KeptMonth, level: Level, rows: Sql): Sql =>
  cellsBy(month, {
    name: levelName(level),
    keys: level.map(memberKeyOfLine),
    texts: level.map((one, index) => memberText(one, raw(`k${index + 1}`))),
    from: sql`${rows} AS l ${joined(
      level.map((one) => memberJoin(one, month.version)),
      ' ',
    )}`,
  });

interface Cells {
  readonly name: string;
  /** What rows `l` are grouped by, as `k1`, `k2`. */
  readonly keys: readonly Sql[];
  /** `m1`, `m2` from these. */
  readonly texts: readonly Sql[];
  readonly from: Sql;
}

const cellsBy = (month: KeptMonth, { name, keys, texts, from }: Cells): Sql => sql`
  SELECT ${keptColumns(month)}, '${raw(name)}', ${texts[0] ?? raw("''")}, ${texts[1] ?? raw("''")},
    clients, entities, points, bitmapCardinality(clients), bitmapCardinality(entities), bitmapCardinality(points),
    all_lines, sales, no_amount, sales_net, no_net, documents, unnumbered
  FROM (
    SELECT ${joined(
      keys.map((key, index) => sql`${key} AS k${raw(index + 1)}, `),
      '',
    )}
      groupBitmapStateIf(l.client, l.counted > 0) AS clients, groupBitmapStateIf(l.entity, l.counted > 0) AS entities,
      groupBitmapStateIf(l.point, l.counted > 0) AS points,
      sum(l.lines) AS all_lines, sum(l.amount) AS sales, sum(l.amount_unknown) AS no_amount,
      sum(l.amount_net) AS sales_net, sum(l.net_unknown) AS no_net,
      uniqExactIf(l.doc, l.counted > 0 AND l.numbered) AS documents, sumIf(l.counted, NOT l.numbered) AS unnumbered
    FROM ${from} ${keys.length === 0 ? sql`` : sql`GROUP BY ${raw(keys.map((_, index) => `k${index + 1}`).join(', '))}`}
  )`;

/** SQL: writes the cells of a month that follow from others. */
export function followingCells(month: KeptMonth, known: ReadonlySet<Dimension>): Sql[] {
  const copies = keptLevels.filter(isTotal(known)).map(levelName);
  return [...(copies.length > 0 ? [copiesOf(month, copies)] : []), sharedOf(month)];
}

const list = (texts: readonly string[]): Sql => raw(texts.map((text) => `'${text}'`).join(', '));

const copiesOf = (month: KeptMonth, levels: readonly string[]): Sql => sql`
  INSERT INTO kept_cell (${raw(cellColumns)})
  SELECT ${raw(cellColumns.replace(' level,', ' copy,'))} FROM kept_cell
  ARRAY JOIN [${list(levels)}] AS copy
  WHERE (ym, build, method) = (${keptColumns(month)}) AND level = ''`;

/** Who has several members of the organisation at once, as the level `sharedLevel`. */
function sharedOf(month: KeptMonth): Sql {
  const units = Object.values(unitColumn);
  const earlier = units.map(
    (unit) => `${unit}, groupBitmapMergeState(${unit}) OVER earlier AS earlier_${unit}`,
  );
  const shared = units.map((unit) => `groupBitmapMergeState(bitmapAnd(${unit}, earlier_${unit})) AS ${unit}`);
  return sql`
    INSERT INTO kept_cell (ym, build, method, level, ${raw(units.join(', '))}, ${raw(units.map((unit) => `active_${unit}`).join(', '))})
    SELECT ${keptColumns(month)}, level, ${raw(units.join(', '))}, ${raw(units.map((unit) => `bitmapCardinality(${unit})`).join(', '))}
    FROM (
      SELECT concat('${raw(sharedLevel(''))}', level) AS level, ${raw(shared.join(', '))}
      FROM (
        SELECT level, ${raw(earlier.join(', '))} FROM kept_cell
        WHERE (ym, build, method) = (${keptColumns(month)}) AND level IN (${list(organisationLevels)})
        WINDOW earlier AS (PARTITION BY level ORDER BY m1 ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
      )
      GROUP BY level
    )`;
}
