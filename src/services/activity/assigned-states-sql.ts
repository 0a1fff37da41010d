import { isAssignable } from '../../domain/dimensions.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import { wholeCompany } from '../../domain/scope.ts';
import { joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { dimensionsOf, distinctLevels, type Frame, groupByLevels, lastPeriod } from './frame.ts';
import { type CellDay, dayAsked, responsibleMember, responsibleUnits } from './responsible-sql.ts';

// Attribution `assigned` (counting rules, §6): what a unit is follows from all of its lines, and whose it is from who is
// responsible for it on the last day of the period, and of P−1 for what it was then.

/** The same question without the dimensions that assignments answer. */
export function withoutAssignable(frame: Frame): Frame {
  return {
    ...frame,
    method: { ...frame.method, attribution: 'document' },
    slice: frame.slice.filter(({ dimension }) => !isAssignable(dimension)),
    levels: distinctLevels(frame.levels.map((level) => level.filter((one) => !isAssignable(one)))),
    scope: wholeCompany,
  };
}

/** The levels by assignable dimensions that a frame has. */
export const assignableLevels = ({ levels }: Pick<Frame, 'levels'>): Frame['levels'] =>
  distinctLevels(levels.map((level) => level.filter(isAssignable)));

/** SQL columns of a row of the frame, out of a row `b` of the frame without assignable dimensions and one `r` of members. */
export function columnsOfBoth(frame: Frame, alias: { readonly b: string; readonly r: string }): Sql {
  const ofBase = dimensionsOf(withoutAssignable(frame));
  return raw(
    dimensionsOf(frame)
      .map((one, index) =>
        isAssignable(one)
          ? `${alias.r}.d${index} AS d${index}, `
          : `${alias.b}.d${ofBase.indexOf(one)} AS d${index}, `,
      )
      .join(''),
  );
}

/** SQL: columns `d0`, … of the frame's assignable dimensions over rows of `responsibleUnits`, each followed by a comma. */
export function responsibleColumns(frame: Frame, only = dimensionsOf(frame)): Sql {
  const columns = dimensionsOf(frame).map((one, index): Sql => {
    if (!isAssignable(one)) return sql``;
    const member = only.includes(one) ? responsibleMember(one) : raw("CAST(NULL, 'Nullable(String)')");
    return sql`${member} AS ${raw(`d${index}`)}, `;
  });
  return joined(columns, '');
}

/** SQL: rows of the sets of a frame by assignment, out of those of the frame `withoutAssignable`. */
export function statesByAssignment(frame: Frame, states: Sql, columns: readonly string[]): Sql {
  const { timeline } = frame;
  const names = dimensionsOf(frame).flatMap((one, index) => (isAssignable(one) ? [`d${index}, `] : []));
  const pairs = timeline.last.map((cell) => [cell, cellBefore(frame, cell)] as const);
  const members = sql`
    SELECT ${raw(names.join(''))} at.1 AS cell, groupBitmapMergeStateIf(units, time = at.1) AS units,
      groupBitmapMergeStateIf(units, time = at.2) AS units_before
    FROM (
      SELECT ${raw(names.join(''))} cell AS time, groupBitmapState(unit) AS units
      FROM (SELECT ${responsibleColumns(frame)} unit, cell FROM (${responsibleUnits(frame, assignableIn(frame), cellDays(frame))}))
      ${groupByLevels(frame, assignableLevels(frame), 'cell')}
    )
    ARRAY JOIN arrayFilter(pair -> time IN (pair.1, pair.2), [${raw(pairs.map((pair) => `(toUInt32(${pair[0]}), toUInt32(${pair[1]}))`).join(', '))}]) AS at
    GROUP BY ${raw(names.join(''))} cell`;
  const has = (column: string): boolean => columns.includes(column);
  const of = (column: string, units: string): string =>
    has(column) ? `, bitmapAnd(b.${column}, r.${units}) AS ${column}` : '';
  return sql`
    SELECT ${columnsOfBoth(frame, { b: 'b', r: 'r' })} b.cell AS cell
      ${raw(of('now', 'units') + of('touched', 'units') + of('before', 'units_before') + of('seen', 'units'))}
      ${raw(has('company_now') ? ', b.now AS company_now' : '')}
      ${raw(has('company_before') ? ', b.before AS company_before' : '')}
      ${raw(has('company_seen') ? ', b.company_seen AS company_seen' : '')}
    FROM (${states}) AS b INNER JOIN (${members}) AS r ON r.cell = b.cell`;
}

export const assignableIn = (frame: Frame) => dimensionsOf(frame).filter(isAssignable);

const cellBefore = ({ timeline: { edges, width } }: Frame, cell: number): number =>
  edges[edges.indexOf(cell) - width] ?? 0;

/** On which days it is asked who is responsible: the last one of each period and of the one before it. */
function cellDays(frame: Frame): CellDay[] {
  const { edges, last } = frame.timeline;
  const cells = [...new Set(last.flatMap((cell) => [cell, cellBefore(frame, cell)]))];
  return cells.map((cell) => {
    const next = edges[edges.indexOf(cell) + 1];
    return [cell, dayAsked(frame, next === undefined ? dayNumber(lastPeriod(frame).to) : next - 1)];
  });
}

/** The last day of each period, by its last cell. */
export const periodDays = (frame: Frame): CellDay[] =>
  frame.timeline.last.map((cell, index) => [
    cell,
    dayAsked(frame, dayNumber((frame.timeline.periods[index] ?? lastPeriod(frame)).to)),
  ]);
