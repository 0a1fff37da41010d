import type { Merge } from '../../../domain/unit-merges.ts';
import { BATCH_ROWS } from '../../../stores/records/bulk.ts';
import type { Stores } from '../../../stores/stores.ts';

/** The merges that are in force, in the order of their numbers. */
export async function standingMerges({ records: { db } }: Pick<Stores, 'records'>): Promise<Merge[]> {
  const merges: Merge[] = [];
  for (;;) {
    const page = await db
      .selectFrom('unit_merge')
      .select(['id', 'level', 'absorbed', 'survivor'])
      .where('withdrawn_at', 'is', null)
      .where('id', '>', merges.at(-1)?.id ?? 0)
      .orderBy('id')
      .limit(BATCH_ROWS)
      .execute();
    merges.push(...page);
    if (page.length < BATCH_ROWS) return merges;
  }
}
