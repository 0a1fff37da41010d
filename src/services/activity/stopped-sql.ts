import { stoppedStatuses } from '../../domain/customer-status.ts';
import type { IsoDate } from '../../domain/units.ts';
import { raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
import { memberOfUnit } from './dimension-sql.ts';
import { type Frame, lastPeriod } from './frame.ts';
import { unitColumn } from './unit-column.ts';

/** The day of which statuses count (counting rules, §4): the last one of the period, or of the data if that is earlier. */
const dayOf = (frame: Pick<Frame, 'timeline' | 'version'>): IsoDate => {
  const { to } = lastPeriod(frame);
  const { asOf } = frame.version;
  return asOf !== null && asOf < to ? asOf : to;
};

/** SQL: `SELECT unit …`, units of clients who closed down or with whom the company has ended it, by the frame's last day. */
export function stoppedUnits(frame: Pick<Frame, 'timeline' | 'version' | 'unit' | 'who'>): Sql {
  const { unit, version, who } = frame;
  const ofVersion = raw(`generation = ${version.dimensions}`);
  const status = memberOfUnit('status', dayOf(frame)) ?? sql`''`;
  return sql`SELECT DISTINCT ${raw(unitColumn[unit])} AS unit FROM dim_point
    WHERE ${ofVersion} AND client IN (
      SELECT c.id FROM (SELECT * FROM dim_party WHERE ${ofVersion} AND id = client) AS c
      WHERE ${status} IN ${texts(stoppedStatuses)}
    ) ${who === undefined ? sql`` : sql`AND ${raw(unitColumn[unit])} IN (${who})`}`;
}
