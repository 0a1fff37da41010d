import { type AssignableDimension, assignable, isAssignable, type Slice } from '../../domain/dimensions.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import { membersByDimension, type Scope } from '../../domain/scope.ts';
import type { CountUnit } from '../../domain/units.ts';
import { and, ids, joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { unitColumn } from './unit-column.ts';

// Who is responsible for a unit on a day (counting rules, §6). A point that has members of its own has these, else those
// of its entity; a client has those of most of its entities, of equally many the one known longer.

interface Asked {
  readonly version: DataVersion;
  readonly unit: CountUnit;
  /** SQL array of ids: only these; all of them when left out. */
  readonly among?: Sql | null;
}

/** Members that are asked for. */
interface Whose {
  readonly slice: Slice;
  readonly scope: Scope;
}

/** A cell of time and the day on which it is asked who is responsible, as days since 1970. */
export type CellDay = readonly [cell: number, day: number];

/** SQL: `unit, cell, rep, …`: ids of the responsible members of some kinds, 0 for nobody; a row for each unit and cell. */
function responsibleMembers(
  { version: { dimensions }, unit, among = null }: Asked,
  kinds: readonly AssignableDimension[],
  cells: readonly CellDay[],
): Sql {
  const column = unitColumn[unit];
  const list = (what: (kind: string) => string): Sql => raw(kinds.map(what).join(', '));
  const some = among === null ? sql`` : sql`AND ${raw(column)} IN ${among}`;
  const units = sql`SELECT DISTINCT ${raw(column)} AS unit, entity FROM dim_point WHERE generation = ${raw(dimensions)} ${some}`;
  const timelines = (of: 'entity' | 'point'): Sql => sql`
    SELECT ${raw(of)}, ${list((kind) => `arraySort(groupArrayIf((toUInt32(since), member), kind = '${kind}')) AS ${kind}`)}
    FROM dim_assignment
    WHERE generation = ${raw(dimensions)} AND point ${raw(of === 'entity' ? '=' : '!=')} 0 AND kind IN (${list((kind) => `'${kind}'`)})
      ${among === null ? sql`` : sql`AND ${raw(of)} IN (SELECT ${raw(of === 'entity' ? 'entity' : 'unit')} FROM (${units}))`}
    GROUP BY ${raw(of)}`;
  const isOfPoint = unit === 'deliveryPoint';
  // What a point has of its own is complete: that of its entity is part of it.
  const timeline = (kind: string): string =>
    isOfPoint ? `if(notEmpty(o.${kind}), o.${kind}, t.${kind})` : `t.${kind}`;
  const byEntity = sql`
    SELECT u.unit AS unit, u.several AS several, at.1 AS cell, ${list((kind) => `arrayLast(one -> one.1 <= at.2, ${timeline(kind)}).2 AS ${kind}`)}
    FROM (SELECT unit, entity, count() OVER (PARTITION BY unit) > 1 AS several FROM (${units})) AS u
    LEFT JOIN (${timelines('entity')}) AS t ON t.entity = u.entity
    ${isOfPoint ? sql`LEFT JOIN (${timelines('point')}) AS o ON o.point = u.unit` : sql``}
    ARRAY JOIN [${raw(cells.map(([cell, day]) => `(toUInt32(${cell}), toUInt32(${day}))`).join(', '))}] AS at`;
  const most = (kind: string): string =>
    `sumMapIf([${kind}], [toUInt64(1)], ${kind} != 0) AS of_${kind}, of_${kind}.1[indexOf(of_${kind}.2, arrayMax(of_${kind}.2))] AS most_${kind}`;
  const ofMost = (some: string): Sql => sql`
    SELECT unit, cell, ${list((kind) => `most_${kind} AS ${kind}`)} FROM (
      SELECT unit, cell, ${list(most)} FROM (${byEntity}) WHERE ${raw(some)} GROUP BY unit, cell
    )`;
  if (unit !== 'client') return sql`SELECT unit, cell, ${list((kind) => kind)} FROM (${byEntity})`;
  // Most clients have one entity, which needs no counting; of a page it costs less than to ask twice.
  return among !== null
    ? ofMost('true')
    : sql`
      SELECT unit, cell, ${list((kind) => kind)} FROM (${byEntity}) WHERE NOT several
      UNION ALL ${ofMost('several')}`;
}

/** Conditions on the columns of `responsibleMembers`. */
const conditionsOf = ({ slice, scope: { nodes } }: Whose): Sql[] => {
  const some = [...membersByDimension(nodes ?? [])].map(
    ([dimension, members]) => sql`${raw(dimension)} IN ${ids(members)}`,
  );
  return [
    ...slice.flatMap(({ dimension, members }) =>
      isAssignable(dimension) ? [sql`${raw(dimension)} IN ${ids(members.map(Number))}`] : [],
    ),
    ...(nodes === null ? [] : [some.length === 0 ? sql`false` : sql`(${joined(some, ' OR ')})`]),
  ];
};

/** Kinds that a slice, a scope and dimensions ask for. */
export const kindsIn = (
  { slice, scope }: Whose,
  dimensions: readonly string[] = [],
): AssignableDimension[] => {
  const wanted = new Set<string>([
    ...dimensions,
    ...slice.map(({ dimension }) => dimension),
    ...(scope.nodes ?? []).map(({ dimension }) => dimension),
  ]);
  return assignable.filter((kind) => wanted.has(kind));
};

/**
 * SQL: `unit, cell, rep, …` of the units whose members of the cell's day a slice and a scope name. Kinds that neither
 * they nor the caller ask for have no column.
 */
export function responsibleUnits(
  asked: Asked & Whose,
  kinds: readonly AssignableDimension[],
  cells: readonly CellDay[],
): Sql {
  const all = kindsIn(asked, kinds);
  // Of nothing that anybody asks for there is one kind: everybody is there.
  const columns = all.length === 0 ? (['rep'] as const) : all;
  return sql`SELECT * FROM (${responsibleMembers(asked, columns, cells)}) WHERE ${and(conditionsOf(asked))}`;
}

/** SQL: the member of a row of `responsibleUnits`, as text; '' is nobody. */
export const responsibleMember = (kind: AssignableDimension): Sql =>
  raw(`if(${kind} = 0, '', toString(${kind}))`);

/** The last day of a span, or the last loaded day if that is earlier. */
export function dayAsked({ version: { asOf } }: Pick<Asked, 'version'>, day: number): number {
  return Math.max(0, asOf === null ? day : Math.min(day, dayNumber(asOf)));
}
