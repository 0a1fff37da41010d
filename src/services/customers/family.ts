import type { CountUnit } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { clientRows } from './client-rows.ts';
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
  version: DataVersion,
  { client }: Pick<UnitPlace, 'client'>,
  seen: SeenIdentities,
): Promise<readonly FamilyIdentity[]> {
  const { parties, points } = await clientRows(warehouse, version, client);
  const all: readonly FamilyIdentity[] = [
    ...parties.map(({ id, entity }) =>
      entity === 0
        ? ({ level: 'party', id, unit: 'client', of: client } as const)
        : ({ level: 'party', id, unit: 'legalEntity', of: entity } as const),
    ),
    ...points.map(({ id, point }) => ({ level: 'point', id, unit: 'deliveryPoint', of: point }) as const),
  ];
  return all.filter(({ level, id }) => seen.has(level, id));
}
