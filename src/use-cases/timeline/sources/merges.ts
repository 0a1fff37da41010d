import { sql } from 'kysely';
import { dressUnits } from '../../../services/activity/dress-units.ts';
import { seenIdentities } from '../../../services/customers/seen-identities.ts';
import { localMoment } from './edits.ts';
import { byTime, isBefore, keyOf, type TimelineItem, type TimelineSource } from './source.ts';

/** When somebody said that two are one, and when that was taken back. */
export const mergeSource: TimelineSource = {
  kinds: ['merge'],
  items: async ({ desk: { stores, viewer }, version, family }, before, limit) => {
    const of = (level: 'party' | 'point') => family.flatMap((one) => (one.level === level ? [one.id] : []));
    const [parties, points] = [of('party'), of('point')];
    const { rows } = await sql<Row>`
      SELECT m.id, m.level, m.absorbed, m.survivor, merged_at, withdrawn_at, by.name AS by, back.name AS back
      FROM unit_merge AS m LEFT JOIN app_user AS by ON by.id = m.user_id
      LEFT JOIN app_user AS back ON back.id = m.withdrawn_by
      WHERE (m.level != 'deliveryPoint' AND (absorbed = ANY (${parties}) OR survivor = ANY (${parties})))
        OR (m.level = 'deliveryPoint' AND (absorbed = ANY (${points}) OR survivor = ANY (${points})))`.execute(
      stores.records.db,
    );
    if (rows.length === 0) return [];
    // Whoever has parted from the family again may be somebody else's by now.
    const seen = await seenIdentities(stores, { scope: viewer.scope, version });
    const names = async (some: readonly Row[], unit: 'legalEntity' | 'deliveryPoint') =>
      await dressUnits(
        stores,
        unit,
        some.flatMap(({ absorbed, survivor }) => [absorbed, survivor]),
      );
    const isPoint = ({ level }: Row): boolean => level === 'deliveryPoint';
    const ofPoints = await names(rows.filter(isPoint), 'deliveryPoint');
    const ofParties = await names(
      rows.filter((row) => !isPoint(row)),
      'legalEntity',
    );
    const items = rows.flatMap((row): TimelineItem[] => {
      const nameOf = (id: number): string => {
        if (!seen.has(isPoint(row) ? 'point' : 'party', id)) return '';
        return (isPoint(row) ? ofPoints : ofParties)(id).name;
      };
      const said = (at: string, who: string | null, withdrawn: boolean): TimelineItem => {
        const [day, time] = localMoment(at);
        return {
          ...{ kind: 'merge', day, time, whose: null, who: who ?? '', text: '' },
          key: keyOf(`${row.id}${withdrawn ? 1 : 0}`),
          merge: {
            ...{ id: row.id, withdrawn },
            ...{ absorbed: nameOf(row.absorbed), survivor: nameOf(row.survivor) },
          },
        };
      };
      return [
        said(row.merged_at, row.by, false),
        ...(row.withdrawn_at === null ? [] : [said(row.withdrawn_at, row.back, true)]),
      ];
    });
    return items
      .filter((item) => isBefore(item, before))
      .sort(byTime)
      .slice(0, limit);
  },
};

interface Row {
  readonly id: number;
  readonly level: 'client' | 'legalEntity' | 'deliveryPoint';
  readonly absorbed: number;
  readonly survivor: number;
  readonly merged_at: string;
  readonly withdrawn_at: string | null;
  readonly by: string | null;
  readonly back: string | null;
}
