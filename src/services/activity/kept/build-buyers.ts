import { raw, type Sql, sql } from '../../../stores/warehouse/sql.ts';
import { countedCondition } from '../counted-lines.ts';
import { type KeptMonth, keptColumns, linesOfMonth } from './kept-month.ts';

// The latest document with a rep, as one number: its day, its id and the rep. Comparing tuples costs five times as much.
const latest = `if(rep = 0, toUInt256(0), bitOr(bitShiftLeft(toUInt256(toUInt16(date)), 160),
  bitOr(bitShiftLeft(toUInt256(doc), 32), toUInt256(rep))))`;
const [rep, day, document] = [
  'toUInt32(bitAnd(latest, 4294967295))',
  'toDate(toUInt16(bitShiftRight(latest, 160)))',
  "toUInt128(bitAnd(bitShiftRight(latest, 32), toUInt256('340282366920938463463374607431768211455')))",
];

/** SQL: writes who bought in a month, by all three units. */
export function buyersOf(month: KeptMonth): Sql {
  const { version, method } = month;
  return sql`
    INSERT INTO kept_buyer (ym, build, method, level, id, first, last, rep, rep_date, rep_doc)
    SELECT ${keptColumns(month)}, level, id, first, last, ${raw(`${rep}, ${day}, ${document}`)}
    FROM (
      SELECT of_unit.1 AS level, of_unit.2 AS id, min(first_day) AS first, max(last_day) AS last, max(of_latest) AS latest
      FROM (
        SELECT arrayJoin([('client', client), ('entity', entity), ('point', point)]) AS of_unit, first_day, last_day, of_latest
        FROM (
          SELECT client, entity, point, min(date) AS first_day, max(date) AS last_day, max(${raw(latest)}) AS of_latest
          ${linesOfMonth(month)} AND ${countedCondition(method, version)}
          GROUP BY client, entity, point
        )
      )
      GROUP BY level, id
    )`;
}
