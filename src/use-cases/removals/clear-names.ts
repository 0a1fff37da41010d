import type { Transaction } from 'kysely';
import { bareClientName } from '../../domain/client-name.ts';
import { foldText } from '../../domain/fold.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';

/** What people had named after somebody whose data are destroyed; each has a technical name now. */
export interface Renamed {
  readonly groups: readonly number[];
  readonly storedSets: readonly number[];
  readonly views: readonly number[];
}

const wordsOf = (text: string): string =>
  foldText(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** Shorter names are parts of too many words. */
const leastLetters = 3;

/**
 * Gives groups by hand, stored sets and views a technical name where theirs holds one of these names, with or without the
 * legal form. Other forms of a name («Ромашки») are not known to be his.
 */
export async function clearNames(
  tx: Transaction<RecordsSchema>,
  names: readonly string[],
  technical: string,
): Promise<Renamed> {
  const his = names
    .flatMap((name) => [wordsOf(name), wordsOf(bareClientName(name))])
    .filter((one) => one.length >= leastLetters);
  const isHis = (text: string): boolean => his.some((one) => ` ${wordsOf(text)} `.includes(` ${one} `));
  const nameOf = (id: number): string => `${technical} · ${id}`;
  const groups = (
    await tx
      .selectFrom('party')
      .select(['id', 'name', 'stated'])
      .where('kind', '=', 'group')
      .where('source_id', '=', 0)
      .execute()
  ).filter(({ name, stated }) => isHis(name) || isHis(stated?.name?.value ?? ''));
  for (const { id, stated } of groups) {
    const name = nameOf(id);
    await tx
      .updateTable('party')
      .set({
        ...{ name, born: JSON.stringify({ name }) },
        stated:
          stated &&
          JSON.stringify({ ...stated, ...(stated.name && { name: { ...stated.name, value: name } }) }),
      })
      .where('id', '=', id)
      .execute();
    const ofGroup = { level: 'party', id } as const;
    await tx
      .updateTable('customer_edit_field')
      .set({ before: null, after: null })
      .where('level', '=', ofGroup.level)
      .where('id', '=', id)
      .where('field', '=', 'name')
      .execute();
    await tx
      .updateTable('unit_text')
      .set({ words: '' })
      .where('level', '=', ofGroup.level)
      .where('id', '=', id)
      .execute();
  }
  const renamed = async (table: 'stored_set' | 'saved_view'): Promise<number[]> => {
    const rows = (await tx.selectFrom(table).select(['id', 'name']).execute()).filter(({ name }) =>
      isHis(name),
    );
    for (const { id } of rows)
      await tx
        .updateTable(table)
        .set({ name: nameOf(id) })
        .where('id', '=', id)
        .execute();
    return rows.map(({ id }) => id);
  };
  return {
    groups: groups.map(({ id }) => id),
    storedSets: await renamed('stored_set'),
    views: await renamed('saved_view'),
  };
}
