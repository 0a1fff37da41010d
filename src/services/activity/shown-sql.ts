import { wholeCompany } from '../../domain/scope.ts';
import type { CountUnit } from '../../domain/units.ts';
import { ids, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { type Frame, lastPeriod, ledgerRows } from './frame.ts';
import { assignedUnits, lineInScope } from './scope-sql.ts';
import { timelineOf } from './timeline.ts';
import { unitColumn } from './unit-column.ts';

// Who a unit is may be said to whom it belongs today: to whoever is in charge of it, or, where nobody is, to the last who
// sold to it: to each of several of one document.

/** SQL: whether it may be said who a member `u` is. */
export const isShown = (frame: Frame, among: Sql | null): Sql =>
  shownCondition(frame, { unit: frame.unit, column: raw('u.unit'), among });

interface Shown {
  readonly unit: CountUnit;
  /** Of the unit's id. */
  readonly column: Sql;
  /** Only these are asked about; null: anybody may be. */
  readonly among: Sql | null;
}

export function shownCondition(frame: Frame, shown: Shown): Sql {
  if (frame.scope.nodes === null) return sql`true`;
  const { assigned, lastBought } = ways(frame, shown);
  return sql`(${assigned} OR ${lastBought})`;
}

/** SQL conditions: by which of the two ways a unit is the viewer's. */
function ways(frame: Frame, { unit, column, among }: Shown): { assigned: Sql; lastBought: Sql } {
  const { scope, version } = frame;
  const assigned = assignedUnits(scope, unit, version);
  const ofLine = raw(`l.${unitColumn[unit]}`);
  // Today, whatever the period.
  const today = version.asOf ?? lastPeriod(frame).to;
  const everything = {
    ...frame,
    timeline: timelineOf([{ from: today, to: today, label: today, grain: 'days' }]),
  };
  const only = among === null ? sql`` : sql`AND ${ofLine} IN ${among}`;
  return {
    assigned: sql`${column} IN (SELECT unit FROM (${assigned}) WHERE inside)`,
    lastBought: sql`(${column} NOT IN (SELECT unit FROM (${assigned})) AND ${column} IN (
      SELECT ${ofLine} AS unit
      ${ledgerRows(everything, { slice: [], scope: wholeCompany, joins: [] })}
        AND ${ofLine} NOT IN (SELECT unit FROM (${assigned})) ${only}
      GROUP BY unit HAVING argMax(${lineInScope(scope)}, (l.date, l.doc, ${lineInScope(scope)}))
    ))`,
  };
}

/** SQL: who of some units may be named. */
export const shownAmong = (frame: Frame, some: readonly number[]): Sql =>
  sql`SELECT unit FROM (SELECT arrayJoin(${ids(some)}) AS unit) AS u WHERE ${isShown(frame, ids(some))}`;

/** SQL: of one unit, whether the viewer may be told who it is for either reason: `assigned`, `lastBought`. */
export function whyShown(frame: Frame, unit: number): Sql {
  const { assigned, lastBought } = ways(frame, {
    unit: frame.unit,
    column: raw('u.unit'),
    among: ids([unit]),
  });
  return sql`SELECT ${assigned} AS assigned, ${lastBought} AS last_bought FROM (SELECT arrayJoin(${ids([unit])}) AS unit) AS u`;
}
