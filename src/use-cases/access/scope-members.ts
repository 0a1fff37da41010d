import { Refusal } from '../../domain/problem.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Records } from '../../stores/records/records.ts';

/** @throws Refusal `scopeMemberUnknown`: a member that is not there would show nothing, without a word. */
export async function refuseUnknownMembers({ db }: Records, { nodes }: Scope): Promise<void> {
  if (nodes === null) return;
  const ids = [...new Set(nodes.map(({ member }) => member))];
  const found = await db.selectFrom('member').select(['id', 'kind']).where('id', 'in', ids).execute();
  const unknown = nodes.find(
    ({ dimension, member }) => !found.some(({ id, kind }) => id === member && kind === dimension),
  );
  if (unknown !== undefined) throw new Refusal({ code: 'scopeMemberUnknown', params: { ...unknown } });
}
