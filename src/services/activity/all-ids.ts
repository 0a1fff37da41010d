import type { Stores } from '../../stores/stores.ts';

/** Ids of one statement: the embedded engine serves nobody else meanwhile. */
export const idsAtOnce = 1000;

/** All ids of a table of the records, in order, some at a time. */
export async function* allIds(
  { records: { db } }: Pick<Stores, 'records'>,
  table: 'party' | 'point' | 'member',
): AsyncGenerator<number[]> {
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('id', '>', last)
      .orderBy('id')
      .limit(idsAtOnce)
      .execute();
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows.map(({ id }) => id);
    last = end.id;
  }
}
