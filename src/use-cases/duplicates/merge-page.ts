import { dressUnits } from '../../services/activity/dress-units.ts';
import type { Stores } from '../../stores/stores.ts';
import type { MergeEntry, MergePage } from './report.ts';

/** Merges and withdrawn ones, the latest first. `before`: those with lower numbers. */
export async function mergePage(
  stores: Stores,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<MergePage> {
  let query = stores.records.db
    .selectFrom('unit_merge as m')
    .leftJoin('app_user as by', 'by.id', 'm.user_id')
    .leftJoin('app_user as back', 'back.id', 'm.withdrawn_by')
    .select(['m.id', 'm.level', 'm.absorbed', 'm.survivor', 'm.merged_at', 'm.withdrawn_at'])
    .select(['by.name as by', 'back.name as back']);
  if (before !== undefined) query = query.where('m.id', '<', before);
  const rows = await query
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const names = async (points: boolean) =>
    await dressUnits(
      stores,
      points ? 'deliveryPoint' : 'legalEntity',
      shown.flatMap(({ level, absorbed, survivor }) =>
        (level === 'deliveryPoint') === points ? [absorbed, survivor] : [],
      ),
    );
  const [ofParties, ofPoints] = [await names(false), await names(true)];
  return {
    merges: shown.map((row): MergeEntry => {
      const named = (id: number) => ({
        id,
        name: (row.level === 'deliveryPoint' ? ofPoints : ofParties)(id).name,
      });
      return {
        ...{ id: row.id, level: row.level, absorbed: named(row.absorbed), survivor: named(row.survivor) },
        ...{ by: row.by ?? '', at: row.merged_at },
        withdrawn: row.withdrawn_at === null ? null : { by: row.back ?? '', at: row.withdrawn_at },
      };
    }),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
