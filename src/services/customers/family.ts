import type { CountUnit } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import type { UnitPlace } from './place.ts';
import type { IdentityLevel, SeenIdentities } from './seen-identities.ts';

/** An identity, and the unit that it belongs to now. */
export interface FamilyIdentity {
  readonly level: IdentityLevel;
  readonly id: number;
  readonly unit: CountUnit;
  readonly of: number;
}

/** All identities of a client, his legal entities and delivery points, of whom somebody may be told. */
export async function familyIdentities(
  { warehouse }: Stores,
  { dimensions }: DataVersion,
  { client }: Pick<UnitPlace, 'client'>,
  seen: SeenIdentities,
): Promise<readonly FamilyIdentity[]> {
  const own = `generation = ${dimensions} AND client = ${client}`;
  const rows = await warehouse.rows<{
    level: IdentityLevel;
    id: number;
    of_unit: number;
    own_entity: number;
  }>(
    `SELECT 'party' AS level, id, if(entity = 0, client, entity) AS of_unit, entity AS own_entity FROM dim_party WHERE ${own}
     UNION ALL SELECT 'point' AS level, id, point AS of_unit, entity AS own_entity FROM dim_point WHERE ${own}`,
  );
  return rows
    .filter(({ level, id }) => seen.has(level, id))
    .map(({ level, id, of_unit, own_entity }) => ({
      ...{ level, id, of: of_unit },
      unit: level === 'point' ? 'deliveryPoint' : own_entity === 0 ? 'client' : 'legalEntity',
    }));
}
