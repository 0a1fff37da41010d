import type { Dimension } from '../../domain/dimensions.ts';
import { addMonths } from '../../domain/iso-date.ts';
import type { Metric } from '../../domain/metrics.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, type Sql, sql, statement } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { monthNumber } from '../ledger/data-version.ts';
import { dimensionsOf, type Frame } from './frame.ts';
import { keptShared } from './kept/kept-source.ts';
import { statesSql } from './states-sql.ts';

/** How many units have several members of a dimension at once: in the period, and in P−1. */
export interface SharedUnits {
  /** Index into the periods of the frame's timeline. */
  readonly period: number;
  /** A member for each dimension of the level. */
  readonly members: readonly string[];
  readonly now: number;
  readonly before: number;
}

const asked = new WeakMap<Frame, Map<Dimension, Promise<SharedUnits[]>>>();

/** Asks for what is kept ready beside whatever else a frame needs: the total of a bridge by members nearly always wants it. */
export function askSharedAhead(
  { warehouse }: Pick<Stores, 'warehouse'>,
  frame: Frame,
  metrics: readonly Metric[],
): void {
  if (!metrics.includes('transferredIn') || !metrics.includes('transferredOut')) return;
  const ahead = new Map<Dimension, Promise<SharedUnits[]>>();
  for (const [over, ...others] of frame.levels) {
    const kept = over === undefined || others.length > 0 ? null : keptShared(frame, over);
    if (over === undefined || kept === null) continue;
    const answer = sharedByMonth(warehouse, frame, kept);
    // Whoever comes for it hears of a failure; nobody may come.
    answer.catch(() => undefined);
    ahead.set(over, answer);
  }
  asked.set(frame, ahead);
}

/** For every combination of members of a level and each period; those without such units are left out. */
export async function sharedUnits(
  { warehouse }: Pick<Stores, 'warehouse'>,
  frame: Frame,
  level: readonly Dimension[],
  over: Dimension,
): Promise<SharedUnits[]> {
  const ahead = level.length === 0 ? asked.get(frame)?.get(over) : undefined;
  if (ahead !== undefined) return await ahead;
  const kept = level.length === 0 ? keptShared(frame, over) : null;
  if (kept !== null) return await sharedByMonth(warehouse, frame, kept);
  const { text, params } = statement(sharedSql({ ...frame, levels: [[...level, over]] }, level));
  const rows = await warehouse.rows<Record<string, string>>(text, params);
  const { last } = frame.timeline;
  return rows.map((row) => ({
    period: last.indexOf(Number(row.cell)),
    members: level.map((_, index) => row[`d${index}`] ?? ''),
    now: Number(row.now),
    before: Number(row.before),
  }));
}

/** From the numbers of single months. */
async function sharedByMonth(
  warehouse: Warehouse,
  { timeline: { periods } }: Frame,
  query: Sql,
): Promise<SharedUnits[]> {
  const { text, params } = statement(query);
  const rows = await warehouse.rows<{ ym: number; size: number }>(text, params);
  const sizes = new Map(rows.map(({ ym, size }) => [ym, size]));
  return periods.map(({ from }, period) => ({
    ...{ period, members: [], now: sizes.get(monthNumber(from)) ?? 0 },
    before: sizes.get(monthNumber(addMonths(from, -1))) ?? 0,
  }));
}

function sharedSql(frame: Frame, level: readonly Dimension[]): Sql {
  const dimensions = dimensionsOf(frame);
  // Rows of the company, to which members are compared, have no member.
  const ofMembers = raw(`d${dimensions.length - 1} IS NOT NULL`);
  const columns = raw(level.map((one) => `d${dimensions.indexOf(one)}, `).join(''));
  return sql`
    SELECT ${columns} cell, countIf(current) AS now, countIf(NOT current) AS before
    FROM (
      SELECT ${columns} cell, current, unit
      FROM (
        SELECT ${columns} cell, pair.1 AS current, arrayJoin(bitmapToArray(pair.2)) AS unit
        FROM (SELECT ${columns} cell, arrayJoin([(true, now), (false, before)]) AS pair FROM (${statesSql(frame, ['retained'])}) WHERE ${ofMembers})
      )
      GROUP BY ${columns} cell, current, unit
      HAVING count() > 1
    )
    GROUP BY ${columns} cell`;
}
