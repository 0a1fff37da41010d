import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { inMonths, type KindPair, type LinesOfMonths } from './lines-of-months.ts';
import type { MonthsToBuild } from './months-to-build.ts';

/**
 * Writes whom the lines of the months show members of the organisation to belong to: a line that names a rep and a team
 * says that the rep is of that team. Who goes over from one to another belongs to each from the first day with it; who
 * is named with several in turns belongs to none of them (0) in that month. Like the month itself a pure function of
 * the live lines.
 */
export async function buildMonthParents(
  warehouse: Warehouse,
  build: MonthsToBuild,
  { together, live }: LinesOfMonths,
): Promise<void> {
  if (together.length === 0) return;
  await warehouse.run(`
    INSERT INTO month_parent (ym, generation, member, kind, since, parent)
    SELECT ym, ${build.generation}, member, kind, named.1, named.2
    FROM (
      SELECT ym, member, kind, arraySort(groupArray((last, first, parent))) AS parents,
        arrayExists((one, before) -> one.2 < before.1 OR one.1 = before.1 OR one.2 = before.2,
          arrayPopFront(parents), arrayPopBack(parents)) AS in_turns,
        arrayJoin(if(in_turns, [(arrayMin(parents.2), toUInt32(0))],
          arrayMap(one -> (one.2, one.3), parents))) AS named
      FROM (${together.map((pair) => daysOfPair(build, pair, live)).join(' UNION ALL ')})
      GROUP BY ym, member, kind
    )`);
}

const daysOfPair = (build: MonthsToBuild, [member, parent]: KindPair, live: string): string => `
  SELECT toYYYYMM(date) AS ym, ${member} AS member, '${parent}' AS kind, ${parent} AS parent,
    min(date) AS first, max(date) AS last
  FROM journal
  WHERE ${inMonths(build.months)} AND ${member} != 0 AND ${parent} != 0
    AND ${live}
  GROUP BY ym, member, parent`;
