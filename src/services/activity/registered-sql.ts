import { type Dimension, isAttribute } from '../../domain/dimensions.ts';
import { wholeCompany } from '../../domain/scope.ts';
import { and, day, joined, raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
import { countedCondition } from './counted-lines.ts';
import { memberOfUnit } from './dimension-sql.ts';
import { dimensionsOf, type Frame, groupByLevels, lastPeriod, ledgerRows } from './frame.ts';
import { assignedUnits, lineInScope } from './scope-sql.ts';
import { unitColumn } from './unit-column.ts';

/** Units are known without lines too: by attributes, never by members of lines. */
export const knowsRegistered = (dimensions: readonly Dimension[]): boolean => dimensions.every(isAttribute);

/**
 * SQL: registered units (counting rules, §4, §7), one row for each that has the members: `known`, the day from which
 * it is (registration or first line), and `bought`, its first counted line anywhere, null for none. Only for levels
 * and slices of attributes (`knowsRegistered`).
 */
function registeredUnits(frame: Frame, dimensions: readonly Dimension[]): Sql {
  const { version, method, unit, slice, scope, who } = frame;
  const column = raw(unitColumn[unit]);
  const ofVersion = raw(`generation = ${version.dimensions}`);
  // An entity's implicit point is a point of its own while there is no named one, or through its lines.
  const hidden =
    unit === 'deliveryPoint'
      ? sql`p.implicit AND p.entity IN (SELECT entity FROM dim_point WHERE ${ofVersion} AND NOT implicit)`
      : sql`false`;
  const members = dimensions.map(
    (one) =>
      sql`${memberOfUnit(one, frame.attributesOn) ?? sql`''`} AS ${raw(`d${dimensionsOf(frame).indexOf(one)}`)}, `,
  );
  const inSlice = slice.map(
    ({ dimension, members: some, on }) => sql`${memberOfUnit(dimension, on) ?? sql`''`} IN ${texts(some)}`,
  );
  const mine =
    scope.nodes === null
      ? sql`true`
      : sql`of_unit IN (SELECT unit FROM (${assignedUnits(scope, unit, version)}) WHERE inside)`;
  const columns = raw(dimensions.map((one) => `d${dimensionsOf(frame).indexOf(one)}, `).join(''));
  return sql`
    SELECT ${columns} of_unit AS unit, any(line.counted_from) AS bought,
      min(least(if(hidden OR NOT ${mine}, toDate('2149-06-06'), registered), ifNull(line.line_from, toDate('2149-06-06')))) AS known
    FROM (
      SELECT * FROM (
        SELECT ${joined(members, '')} ${raw(`p.${unitColumn[unit]}`)} AS of_unit, ${hidden} AS hidden, ${and(inSlice)} AS within,
          min(${raw(unit === 'deliveryPoint' ? 'p' : 'e')}.registered) OVER (PARTITION BY of_unit) AS registered
        FROM (SELECT * FROM dim_point WHERE ${ofVersion}) AS p
        INNER JOIN (SELECT * FROM dim_party WHERE ${ofVersion}) AS e ON e.id = p.entity
        INNER JOIN (SELECT * FROM dim_party WHERE ${ofVersion}) AS c ON c.id = p.client
      ) WHERE within ${who === undefined ? sql`` : sql`AND of_unit IN (${who})`}
    ) AS u
    LEFT JOIN (
      SELECT ${raw('l.')}${column} AS line_unit, minIf(toNullable(l.date), ${lineInScope(scope)}) AS line_from,
        minIf(toNullable(l.date), ${countedCondition(method, version)}) AS counted_from
      ${ledgerRows(frame, { slice: [], joins: [], scope: wholeCompany })} GROUP BY line_unit
    ) AS line ON line.line_unit = u.of_unit
    GROUP BY ${columns} of_unit`;
}

/** SQL: how many units are registered, and how many of them never bought, at the ends of the frame's periods, by level. */
export function registeredSizes(frame: Frame): Sql | null {
  const levels = frame.levels.filter(knowsRegistered);
  if (levels.length === 0 || !knowsRegistered(frame.slice.map(({ dimension }) => dimension))) return null;
  const used = dimensionsOf({ levels });
  const columns = raw(used.map((one) => `d${dimensionsOf(frame).indexOf(one)}, `).join(''));
  const ends = joined(
    frame.timeline.periods.map((period) => day(period.to)),
    ', ',
  );
  return sql`
    SELECT ${columns}
      sumForEach(arrayMap(to -> toUInt32(earliest <= to), [${ends}])) AS registered,
      sumForEach(arrayMap(to -> toUInt32(earliest <= to AND ifNull(first > to, true)), [${ends}])) AS prospects
    FROM (
      SELECT ${columns} unit, min(known) AS earliest, any(bought) AS first
      FROM (${registeredUnits(frame, used)}) ${groupByLevels(frame, levels, 'unit')}
    )
    GROUP BY ${
      used.length === 0
        ? raw('tuple()')
        : joined(
            used.map((one) => raw(`d${dimensionsOf(frame).indexOf(one)}`)),
            ', ',
          )
    }`;
}

/** SQL: ids of the units registered by the end of the last period; `prospects`: only those that never bought. */
export function registeredMembers(frame: Frame, which: 'registered' | 'prospects'): Sql {
  const to = day(lastPeriod(frame).to);
  const never = which === 'prospects' ? sql`AND ifNull(bought > ${to}, true)` : sql``;
  return sql`SELECT unit FROM (${registeredUnits(frame, [])}) WHERE known <= ${to} ${never}`;
}
