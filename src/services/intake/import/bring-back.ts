import type { Transaction } from 'kysely';
import type { Problem } from '../../../domain/problem.ts';
import type { RecordsSchema } from '../../../stores/records/schema.ts';
import { write } from '../../customers/write-edit.ts';
import {
  type RemovedNamed,
  type RemovedParty,
  removalReason,
  removedMark,
} from '../resolve/removed-parties.ts';

/** With the commit of an import: whoever was removed by hand and has bought is there again; who is one with somebody removed stays away with him. */
export async function bringBack(
  tx: Transaction<RecordsSchema>,
  { back, joined }: RemovedNamed,
): Promise<void> {
  for (const { id, with: removed } of joined) await stayAway(tx, id, removed);
  const [first] = back;
  if (first === undefined) return;
  const changes = back.flatMap(({ id, stated }) =>
    [removedMark, removalReason].flatMap((fact) => {
      const before = stated[fact];
      return before === undefined ? [] : [{ level: 'party' as const, id, fact, before, after: null }];
    }),
  );
  await write(tx, { unit: 'client', id: first.canonical, user: null, undoes: null, changes });
}

/** One more identity of the same removal: it comes back with the others. */
async function stayAway(tx: Transaction<RecordsSchema>, id: number, removed: RemovedParty): Promise<void> {
  const after = JSON.stringify(removed.mark);
  const { edit } = await tx
    .selectFrom('customer_edit_field')
    .select(({ fn }) => fn.max('edit').as('edit'))
    .where('level', '=', 'party')
    .where('id', '=', removed.id)
    .where('field', '=', removedMark)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('customer_edit_field')
    .values({ edit, level: 'party', id, field: removedMark, before: null, after })
    .execute();
  await tx
    .updateTable('party')
    .set({ stated: JSON.stringify({ [removedMark]: removed.mark }) })
    .where('id', '=', id)
    .execute();
}

/** What an import says of customers who were removed by hand. */
export const tellRemoved = ({ back, stay, destroyed }: RemovedNamed): Problem[] => [
  ...(back.length > 0 ? [{ code: 'removedCameBack', params: { count: back.length } } as const] : []),
  ...(stay > 0 ? [{ code: 'removedStayAway', params: { count: stay } } as const] : []),
  ...(destroyed > 0 ? [{ code: 'destroyedCameBack', params: { count: destroyed } } as const] : []),
];
