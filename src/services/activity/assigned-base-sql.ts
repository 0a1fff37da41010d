import { assignable, type Dimension, isAssignable, isAttribute, kindOf } from '../../domain/dimensions.ts';
import { and, joined, raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
import { periodDays, responsibleColumns } from './assigned-states-sql.ts';
import { memberOfUnit } from './dimension-sql.ts';
import { dimensionsOf, distinctLevels, type Frame, groupByLevels } from './frame.ts';
import { responsibleUnits } from './responsible-sql.ts';
import { statesSql } from './states-sql.ts';
import { unitColumn } from './unit-column.ts';

// ОКБ of mode `assigned` (counting rules, §4): who is assigned on the last day of the period, or of the data if that is
// earlier. Products do not narrow it: of the assigned ones it is asked who bought them.

/** Nobody is assigned to own companies and territories. */
export const knowsAssigned = (dimensions: readonly Dimension[]): boolean =>
  dimensions.every((one) => isAssignable(one) || isAttribute(one) || kindOf(one) === 'product');

const narrows = (dimension: Dimension): boolean => isAssignable(dimension) || isAttribute(dimension);

/** SQL: `cell, d0, …, assigned`: bitmaps by the frame's dimensions without products. */
function assignedSql(frame: Frame): Sql {
  const { version, unit, slice, who } = frame;
  const ofVersion = raw(`generation = ${version.dimensions}`);
  const levels = distinctLevels(frame.levels.filter(knowsAssigned).map((level) => level.filter(narrows)));
  const attributes = dimensionsOf(frame).flatMap((one, index) =>
    isAttribute(one)
      ? [sql`${memberOfUnit(one, frame.attributesOn) ?? sql`''`} AS ${raw(`d${index}`)}, `]
      : [],
  );
  const conditions = slice.flatMap(({ dimension, members, on }) =>
    isAttribute(dimension) ? [sql`${memberOfUnit(dimension, on) ?? sql`''`} IN ${texts(members)}`] : [],
  );
  const isSomebodys = (one: Dimension): boolean =>
    isAssignable(one) && slice.some(({ dimension }) => dimension === one);
  const assigned = assignable.filter(isSomebodys).map((kind) => raw(`${kind} != 0`));
  const names = dimensionsOf(frame).map((_, index) => `d${index}, `);
  const empty = dimensionsOf(frame).flatMap((one, index) =>
    narrows(one) ? [] : [`CAST(NULL, 'Nullable(String)') AS d${index}, `],
  );
  const ofUnits =
    attributes.length + conditions.length === 0
      ? sql``
      : sql`INNER JOIN (
          SELECT DISTINCT ${joined(attributes, '')} ${raw(`p.${unitColumn[unit]}`)} AS of_unit
          FROM (SELECT * FROM dim_point WHERE ${ofVersion}) AS p
          INNER JOIN (SELECT * FROM dim_party WHERE ${ofVersion}) AS c ON c.id = p.client
          WHERE ${and(conditions)}
        ) AS a ON a.of_unit = r.unit`;
  // Nobody is assigned to '' («Не определён»): a level by reps is of those who have one.
  const isNamed = dimensionsOf(frame).flatMap((one, index) =>
    isAssignable(one) ? [`ifNull(d${index} != '', true)`] : [],
  );
  return sql`
    SELECT ${raw(names.join(''))} cell, assigned FROM (
      SELECT ${raw(names.filter((_, index) => narrows(dimensionsOf(frame)[index] ?? 'sku')).join('') + empty.join(''))}
        cell, groupBitmapState(unit) AS assigned
      FROM (
        SELECT ${responsibleColumns(frame)} ${raw(
          dimensionsOf(frame)
            .flatMap((one, index) => (isAttribute(one) ? [`a.d${index}, `] : []))
            .join(''),
        )} r.unit AS unit, r.cell AS cell
        FROM (${responsibleUnits(frame, assignable, periodDays(frame))}) AS r ${ofUnits}
        WHERE (rep != 0 OR team != 0 OR department != 0 OR branch != 0) AND ${and(assigned)}
          ${who === undefined ? sql`` : sql`AND r.unit IN (${who})`}
      )
      ${groupByLevels(frame, levels, 'cell')}
    )
    WHERE ${raw(['true', ...isNamed].join(' AND '))}`;
}

const answers = (frame: Frame): boolean =>
  frame.levels.some(knowsAssigned) && knowsAssigned(frame.slice.map(({ dimension }) => dimension));

/** SQL: how many are assigned, by level (without products), member and period. */
export const assignedSizes = (frame: Frame): Sql | null =>
  answers(frame)
    ? sql`SELECT * EXCEPT assigned, bitmapCardinality(assigned) AS assigned_size FROM (${assignedSql(frame)})`
    : null;

/** SQL: how many of the active ones are assigned where they are active, by level, member and period; none has no row. */
export function activeAssignedSizes(frame: Frame): Sql | null {
  if (!answers(frame)) return null;
  const columns = dimensionsOf(frame).map((_, index) => `s.d${index} AS d${index}, `);
  const same = dimensionsOf(frame).flatMap((one, index) =>
    narrows(one)
      ? [`isNull(a.d${index}) = isNull(s.d${index}) AND ifNull(a.d${index}, '') = ifNull(s.d${index}, '')`]
      : [],
  );
  return sql`
    SELECT ${raw(columns.join(''))} s.cell AS cell, bitmapAndCardinality(s.now, a.assigned) AS active_assigned
    FROM (${statesSql(frame, ['active'])}) AS s
    INNER JOIN (${assignedSql(frame)}) AS a ON ${raw(['a.cell = s.cell', ...same].join(' AND '))}
    WHERE active_assigned > 0`;
}

/** SQL: ids of the assigned units of a frame of one period and one level; null where nobody can be assigned. */
export const assignedMembers = (frame: Frame): Sql | null =>
  answers(frame) ? sql`SELECT arrayJoin(bitmapToArray(assigned)) AS unit FROM (${assignedSql(frame)})` : null;
