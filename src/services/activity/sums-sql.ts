import { raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { countedCondition } from './counted-lines.ts';
import { dimensionsOf, type Frame, groupByLevels, ledgerRows, memberColumns } from './frame.ts';
import { type Distinct, keptSums, whyNotSums } from './kept/kept-source.ts';
import { cellOf, periodsOfCell } from './timeline.ts';
import { unitColumn } from './unit-column.ts';

/**
 * SQL: money, documents and assortment of the lines, by level, member and period (`cell`). `amount_unknown`,
 * `net_unknown`, `unnumbered` and `unknown_product` count lines that make the figure beside them unknowable.
 */
export function lineSums(frame: Frame, distinct: Distinct): Sql {
  const { kept } = frame;
  if (kept !== null && whyNotSums(frame, distinct) === null) return keptSums(frame, kept);
  const dimensions = dimensionsOf(frame);
  const { unit, method, version, levels, slice, scope, timeline } = frame;
  return sql`
    SELECT ${raw(dimensions.map((_, index) => `d${index}, `).join(''))} cell,
      count() AS lines,
      sum(amount) AS sales, countIf(amount IS NULL) AS amount_unknown,
      sum(amount_net) AS sales_net, countIf(amount_net IS NULL) AS net_unknown,
      uniqExactIf(doc, counts AND numbered) AS documents, countIf(counts AND NOT numbered) AS unnumbered,
      uniqExactIf((unit, product), counts) AS sku_pairs, countIf(counts AND product = 0) AS unknown_product
    FROM (SELECT *, ${periodsOfCell(timeline)} AS cell FROM (
      SELECT ${memberColumns(frame)} ${raw(`l.${unitColumn[unit]}`)} AS unit, ${cellOf(timeline)} AS time,
        ${countedCondition(method, version)} AS counts,
        l.amount AS amount, l.amount_net AS amount_net, l.doc AS doc, l.numbered AS numbered, l.product AS product
      ${ledgerRows(frame, { slice, scope, joins: dimensions, from: timeline.periods[0].from })}
    ))
    ${groupByLevels(frame, levels, 'cell')}`;
}
