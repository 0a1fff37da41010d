import { type Dimension, isAssignable } from '../../domain/dimensions.ts';
import { wholeCompany } from '../../domain/scope.ts';
import { joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { assignableIn, periodDays, responsibleColumns } from './assigned-states-sql.ts';
import { countedCondition } from './counted-lines.ts';
import {
  dimensionsOf,
  type Frame,
  groupByLevels,
  isByAssignment,
  ledgerRows,
  memberKeys,
  memberTexts,
} from './frame.ts';
import { keptSums, whyNotSums } from './kept/kept-source.ts';
import { responsibleUnits } from './responsible-sql.ts';
import { cellOf, periodsOfCell } from './timeline.ts';
import { type Distinct, toldSums } from './told-sums.ts';
import { unitColumn } from './unit-column.ts';

/**
 * SQL: money, documents and assortment of the lines, by level, member and period (`cell`): 0 where nothing was sold, NULL
 * where the lines do not say.
 */
export function lineSums(frame: Frame, distinct: Distinct): Sql {
  const { kept } = frame;
  if (kept !== null && whyNotSums(frame, distinct) === null) return keptSums(frame, kept, distinct);
  const ofDocuments = [
    'uniqExactIf(doc, counts AND numbered) AS documents',
    'countIf(counts AND NOT numbered) AS unnumbered',
  ];
  const ofProducts = [
    'uniqExactIf(bitOr(bitShiftLeft(toUInt64(unit), 32), toUInt64(product)), counts) AS sku_pairs',
    'countIf(counts AND product = 0) AS unknown_product',
  ];
  const figures = [
    'count() AS lines',
    ...['sum(amount) AS sales', 'countIf(amount IS NULL) AS amount_unknown'],
    ...['sum(amount_net) AS sales_net', 'countIf(amount_net IS NULL) AS net_unknown'],
    ...(distinct.documents ? ofDocuments : []),
    ...(distinct.products ? ofProducts : []),
    ...(distinct.active ? ['uniqExactIf(unit, counts) AS active_size'] : []),
  ];
  return summed(frame, figures, toldSums(distinct));
}

/** SQL: what was shipped and what of it came back or was taken off by corrections, both above 0, as `lineSums`. */
export const shippedAndReturned = (frame: Frame): Sql =>
  summed(
    frame,
    ['sumIf(amount, amount > 0) AS shipped', 'sumIf(-amount, amount < 0) AS returned'],
    'shipped, returned',
  );

/** SQL: aggregates over the lines (`figure AS name`), by level, member and period, and what is told of them. */
function summed(frame: Frame, figures: readonly string[], told: string): Sql {
  return sql`
    SELECT ${memberTexts(frame, dimensionsOfLines(frame))} cell, ${raw(told)}
    FROM (
      SELECT ${raw(
        dimensionsOf(frame)
          .map((_, index) => `d${index}, `)
          .join(''),
      )} cell, ${raw(figures.join(', '))}
      FROM (${isByAssignment(frame) ? linesByAssignment(frame) : linesInPeriods(frame, frame)})
      ${groupByLevels(frame, frame.levels, 'cell')}
    )`;
}

/** Those that are read from lines; of the others assignments tell. */
const dimensionsOfLines = (frame: Frame): Dimension[] =>
  isByAssignment(frame) ? dimensionsOf(frame).filter((one) => !isAssignable(one)) : [...dimensionsOf(frame)];

/** SQL: the lines of a part of the ledger, once for each period that they belong to. */
function linesInPeriods(frame: Frame, { slice, scope }: Pick<Frame, 'slice' | 'scope'>): Sql {
  const { unit, method, version, timeline } = frame;
  const dimensions = dimensionsOfLines(frame);
  return sql`
    SELECT *, ${periodsOfCell(timeline)} AS cell FROM (
      SELECT ${memberKeys(frame, dimensions)} ${raw(`l.${unitColumn[unit]}`)} AS unit, ${cellOf(timeline)} AS time,
        ${countedCondition(method, version)} AS counts,
        l.amount AS amount, l.amount_net AS amount_net, l.doc AS doc, l.numbered AS numbered, l.product AS product
      ${ledgerRows(frame, { slice, scope, joins: dimensions, from: timeline.periods[0].from })}
    )`;
}

/** SQL: the same of units whose responsible members at the end of each period are asked for; these are its members. */
function linesByAssignment(frame: Frame): Sql {
  const slice = frame.slice.filter(({ dimension }) => !isAssignable(dimension));
  const members = dimensionsOf(frame).flatMap((one, index) =>
    isAssignable(one) ? [raw(`r.d${index}, `)] : [],
  );
  return sql`
    SELECT ${joined(members, '')} x.*
    FROM (${linesInPeriods(frame, { slice, scope: wholeCompany })}) AS x
    INNER JOIN (
      SELECT ${responsibleColumns(frame)} unit, cell
      FROM (${responsibleUnits(frame, assignableIn(frame), periodDays(frame))})
    ) AS r ON r.unit = x.unit AND r.cell = x.cell`;
}
