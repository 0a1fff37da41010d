import { api } from '../../../server/api.ts';
import { invalidateData } from '../../../server/query-client.ts';

/** Takes the change back that made this version of a member. */
export async function undoChange({
  id,
  version,
}: {
  readonly id: number;
  readonly version: number;
}): Promise<void> {
  await api.undoMemberChange({ params: { id }, body: { version } });
  await invalidateData();
}
