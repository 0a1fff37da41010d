import type { AssignmentKind } from '../../domain/dated-facts.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { inMonths, type LinesOfMonths } from './lines-of-months.ts';
import type { MonthsToBuild } from './months-to-build.ts';

/**
 * Writes whom the lines of the months show to be responsible: for each legal entity and kind the member who served it
 * on most days of the month, since his first of them; then the one with most lines, then the oldest one. Returns and
 * corrections show nobody. Like the month itself a pure function of the live lines and the canonical units.
 */
export async function buildMonthAssignments(
  warehouse: Warehouse,
  build: MonthsToBuild,
  { named, live }: LinesOfMonths,
): Promise<void> {
  if (named.length === 0) return;
  // One statement for all kinds: each writes a part into every month.
  await warehouse.run(`
    INSERT INTO month_assignment (ym, generation, kind, entity, since, member)
    ${named.map((kind) => servedBy(build, kind, live)).join(' UNION ALL ')}`);
}

function servedBy(build: MonthsToBuild, kind: AssignmentKind, live: string): string {
  // One number to compare by: 6 bits of days, 26 of lines, 32 of the member, smaller ids first.
  const rank = `bitOr(bitOr(bitShiftLeft(toUInt64(bitCount(days)), 58), bitShiftLeft(lines, 32)), 4294967295 - member)`;
  return `
    SELECT ym, ${build.generation}, '${kind}', entity, argMax(since, rank), 4294967295 - bitAnd(max(rank), 4294967295)
    FROM (
      SELECT ym, entity, since, ${rank} AS rank FROM (
        SELECT toYYYYMM(j.date) AS ym, u.entity AS entity, j.${kind} AS member, min(j.date) AS since,
          groupBitOr(bitShiftLeft(toUInt32(1), toDayOfMonth(j.date))) AS days, count() AS lines
        FROM (
          SELECT point, date, ${kind} FROM journal
          WHERE ${inMonths(build.months)} AND ${kind} != 0 AND kind NOT IN ('return', 'correction')
            AND ${live}
        ) AS j
        INNER JOIN (SELECT id, entity FROM dim_point WHERE generation = ${build.dimensions}) AS u ON u.id = j.point
        GROUP BY ym, entity, member
      )
    ) GROUP BY ym, entity`;
}
