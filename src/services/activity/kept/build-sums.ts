import { raw, type Sql, sql } from '../../../stores/warehouse/sql.ts';
import { countedCondition } from '../counted-lines.ts';
import { type KeptMonth, keptColumns, linesOfMonth } from './kept-month.ts';
import { type SumLevel, sumLevels } from './levels.ts';

const keys = 'client, entity, point, rep, team, department, branch, own_company, territory';

/** SQL: writes what the counted lines of a month add up to, each statement by units and the organisation at one level. */
export const buildSums = (month: KeptMonth): Sql[] => sumLevels.map((level) => sumsOf(month, level));

/** A row of a category names one of its products: whatever reads the category of a line reads that of the row. */
function sumsOf(month: KeptMonth, level: SumLevel): Sql {
  const { method, version } = month;
  const ofCategory = level === 'category';
  const product = ofCategory ? 'min(l.product)' : 'toUInt32(0)';
  const category = `LEFT JOIN (SELECT id, category FROM dim_product WHERE generation = ${version.dimensions}) AS p ON p.id = l.product`;
  const lines = linesOfMonth(month, ofCategory ? category : '');
  return sql`
    INSERT INTO kept_sum (ym, build, method, level, product, ${raw(keys)}, quantity, amount, amount_net)
    SELECT ${keptColumns(month)}, '${raw(level)}', ${raw(product)}, ${raw(keys)}, sum(l.quantity), sum(l.amount), sum(l.amount_net)
    ${lines} AND ${countedCondition(method, version)}
    GROUP BY ${raw(keys)} ${raw(ofCategory ? ', p.category' : '')}`;
}
