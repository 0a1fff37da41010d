import { isAssignable } from '../../domain/dimensions.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import { joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import {
  assignableLevels,
  columnsOfBoth,
  responsibleColumns,
  withoutAssignable,
} from './assigned-states-sql.ts';
import { dimensionsOf, type Frame } from './frame.ts';
import { type CellDay, dayAsked, kindsIn, responsibleUnits } from './responsible-sql.ts';
import { stateSets, statesSql } from './states-sql.ts';

// While a period is open, whoever has not bought yet is of him who is responsible today, and only without such of those
// whose he was in P−1 (counting rules, §6): the former has to call him.

/** Whether somebody else than the one of P−1 may have to call: by members of the organisation. */
export const asksWhoCalls = (frame: Frame, level: Frame['levels'][number]): boolean =>
  kindsIn(frame, level).length > 0;

/** Whether a period of the frame is not over on the last loaded day. */
export const isOpen = ({ timeline: { periods }, version: { asOf } }: Frame, period: number): boolean =>
  asOf !== null && (periods[period]?.to ?? '') > asOf;

const openCells = (frame: Frame): number[] =>
  frame.timeline.last.filter((_, period) => isOpen(frame, period));

/** SQL: `cell, d0, …, units` for the open periods of a frame; null where nothing differs from the set `lost`. */
export function notYetSql(frame: Frame): Sql | null {
  const levels = assignableLevels(frame).filter((level) => asksWhoCalls(frame, level));
  if (levels.length === 0 || openCells(frame).length === 0) return null;
  const { last } = frame.timeline;
  const cells = raw(openCells(frame).join(', '));
  const today = openCells(frame).map((cell): CellDay => {
    const to = frame.timeline.periods[last.indexOf(cell)]?.to ?? '';
    return [cell, dayAsked(frame, dayNumber(to))];
  });
  const names = raw(
    dimensionsOf(frame)
      .map((_, index) => `d${index}, `)
      .join(''),
  );
  const parts = levels.flatMap((level) => {
    const kinds = kindsIn(frame, level);
    const anybody = raw(`(${kinds.map((kind) => `${kind} != 0`).join(' OR ')})`);
    const members = raw(
      dimensionsOf(frame)
        .flatMap((one, index) => (isAssignable(one) ? [`d${index}, `] : []))
        .join(''),
    );
    const assigned = sql`
      SELECT ${members} cell, groupBitmapState(unit) AS units
      FROM (
        SELECT ${responsibleColumns(frame, level)} unit, cell
        FROM (${responsibleUnits(frame, kinds, today)}) WHERE ${anybody}
      )
      GROUP BY ${members} cell`;
    const everybody = { version: frame.version, unit: frame.unit, slice: [], scope: { nodes: null } };
    const somebodys = sql`(
      SELECT groupBitmapState(unit) FROM (${responsibleUnits(everybody, kinds, today.slice(0, 1))}) WHERE ${anybody})`;
    const isOfLevel = dimensionsOf(frame).flatMap((one, index) =>
      isAssignable(one) ? [`d${index} IS ${level.includes(one) ? 'NOT ' : ''}NULL`] : [],
    );
    return [
      sql`
        SELECT ${columnsOfBoth(frame, { b: 'b', r: 'r' })} b.cell AS cell, bitmapAnd(b.gone, r.units) AS units
        FROM (SELECT *, ${raw(stateSets.lost)} AS gone FROM (${statesSql(withoutAssignable(frame), ['lost'])})) AS b
        INNER JOIN (${assigned}) AS r ON r.cell = b.cell`,
      sql`
        SELECT ${names} cell, bitmapAndnot(${raw(stateSets.lost)}, ${somebodys}) AS units
        FROM (${statesSql(frame, ['lost'])})
        WHERE cell IN (${cells}) AND ${raw(['true', ...isOfLevel].join(' AND '))}`,
    ];
  });
  return sql`
    SELECT ${names} cell, groupBitmapMergeState(x.units) AS units FROM (${joined(parts, ' UNION ALL ')}) AS x GROUP BY ${names} cell`;
}

/** SQL: sizes by level, member and open period. */
export function notYetSizes(frame: Frame): Sql | null {
  const rows = notYetSql(frame);
  return (
    rows && sql`SELECT * EXCEPT units, bitmapCardinality(units) AS not_yet FROM (${rows}) WHERE not_yet > 0`
  );
}

/** SQL: ids of the members, of a frame of one open period and one level; null where it is the set `lost`. */
export function notYetMembers(frame: Frame): Sql | null {
  const rows = notYetSql(frame);
  return rows && sql`SELECT arrayJoin(bitmapToArray(units)) AS unit FROM (${rows})`;
}
