import type { Stores } from '../../stores/stores.ts';
import { existingMasterKey, verifyChain } from '../audit/read.ts';
import type { DoctorConfig, Finding } from './finding.ts';

/** The chain of the trail holds, and the key is there under which values of persons were written. */
export async function checkTrail({ records }: Stores, { dataDir }: DoctorConfig): Promise<Finding> {
  const { whole, batches, events, break: broken } = await verifyChain(records.db);
  if (!whole) return { ok: false, problem: { code: 'trailBroken', params: { batch: broken?.batch ?? 0 } } };
  const master = await existingMasterKey(dataDir);
  const others = await records.db
    .selectFrom('person_key')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('master', '!=', master?.name ?? '')
    .executeTakeFirstOrThrow();
  const count = Number(others.count);
  if (count > 0) return { ok: false, problem: { code: 'trailKeyOther', params: { count } } };
  return { ok: true, detail: `${events} / ${batches}` };
}
