import type { Transaction } from 'kysely';
import type { Problem } from '../../../domain/problem.ts';
import type { RecordsSchema } from '../../../stores/records/schema.ts';
import { write } from '../../customers/write-edit.ts';
import { type RemovedNamed, removalReason, removedMark } from '../resolve/removed-parties.ts';

/** With the commit of an import: whoever was removed by hand and has bought is there again. */
export async function bringBack(tx: Transaction<RecordsSchema>, { back }: RemovedNamed): Promise<void> {
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

/** What an import says of customers who were removed by hand. */
export const tellRemoved = ({ back, stay, destroyed }: RemovedNamed): Problem[] => [
  ...(back.length > 0 ? [{ code: 'removedCameBack', params: { count: back.length } } as const] : []),
  ...(stay > 0 ? [{ code: 'removedStayAway', params: { count: stay } } as const] : []),
  ...(destroyed > 0 ? [{ code: 'destroyedCameBack', params: { count: destroyed } } as const] : []),
];
