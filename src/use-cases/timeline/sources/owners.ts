import { today } from '../../../domain/clock.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { memberNames } from '../../../services/activity/member-names.ts';
import { organisation } from '../../../services/organisation/organisation.ts';
import { visibleMembers } from '../../../services/organisation/visible-members.ts';
import { ids, raw, sql, statement } from '../../../stores/warehouse/sql.ts';
import { byTime, isBefore, type TimelineItem, type TimelineSource } from './source.ts';

/** From when on whom of the organisation was responsible, as the ledger has it. */
export const ownerSource: TimelineSource = {
  kinds: ['owner'],
  items: async ({ desk: { stores, viewer }, version, family }, before, limit) => {
    const entities = family.flatMap(({ unit, of: one }) => (unit === 'legalEntity' ? [one] : []));
    const points = family.flatMap(({ unit, of: one }) => (unit === 'deliveryPoint' ? [one] : []));
    const { text, params } = statement(sql`
      SELECT toString(kind) AS dimension, entity, point, since, member FROM dim_assignment
      WHERE generation = ${raw(version.dimensions)}
        AND ((point = 0 AND entity IN ${ids(entities)}) OR (point != 0 AND point IN ${ids(points)}))`);
    const rows = await stores.warehouse.rows<{
      dimension: string;
      entity: number;
      point: number;
      since: IsoDate;
      member: number;
    }>(text, params);
    const seen =
      viewer.scope.nodes === null
        ? null
        : visibleMembers(await organisation(stores, version, today()), viewer.scope);
    const names = await memberNames(stores, [...new Set(rows.map(({ member }) => member))]);
    return rows
      .filter(({ member }) => seen === null || seen.has(member))
      .map(
        ({ dimension, entity, point, since, member }): TimelineItem => ({
          ...{ kind: 'owner', day: since, time: null, who: '', text: '' },
          key: [dimension, entity, point, member].join(' '),
          whose: point === 0 ? { unit: 'legalEntity', id: entity } : { unit: 'deliveryPoint', id: point },
          owner: { dimension, name: names.get(member) ?? '' },
        }),
      )
      .filter((item) => isBefore(item, before))
      .sort(byTime)
      .slice(0, limit);
  },
};
