import type { Grounds } from '../../domain/grounds.ts';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';

/** As it is kept; null: not stated. */
export interface KeptGrounds {
  readonly basis: string | null;
  readonly purpose: string | null;
}

/** What the company says where whoever writes does not. */
export async function usualGrounds(db: RecordsExecutor): Promise<KeptGrounds> {
  const row = await db.selectFrom('usual_grounds').select(['basis', 'purpose']).executeTakeFirst();
  return row ?? { basis: null, purpose: null };
}

export const groundsOver = (usual: KeptGrounds, said: Grounds | undefined): KeptGrounds => ({
  basis: said?.basis?.trim() || usual.basis,
  purpose: said?.purpose?.trim() || usual.purpose,
});
