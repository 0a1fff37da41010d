import { connectedUnits, type Merge, mergedUnits } from '../../../domain/unit-merges.ts';
import type { CountUnit } from '../../../domain/units.ts';
import { selectByKeys } from '../../../stores/records/bulk.ts';
import type { Facts } from '../../../stores/records/schema.ts';
import type { Stores } from '../../../stores/stores.ts';
import { currentVersion } from '../../ledger/data-version.ts';
import { standingMerges } from './standing-merges.ts';

/** What merges by hand make of the units that imports link. */
export interface MergesOfUnits {
  /** The legal entity that one by links is part of. */
  unitOf(linked: number): number;
  /** The group that one is part of. */
  groupOf(group: number): number;
  /** Legal entities by links that these may be, or may have been, one with. */
  connected(linked: readonly number[]): ReadonlySet<number>;
  /** Parties whose place among the units may be another one though nothing is said of them. */
  readonly parties: readonly number[];
  /** Of delivery points. */
  readonly ofPoints: readonly Merge[];
}

/** What changes of the units with an import, an undo or a merge. */
interface Change {
  /** `facts` null: hidden. */
  readonly parties: readonly { readonly id: number; readonly facts: Facts | null }[];
  readonly canonical: ReadonlyMap<number, number>;
  readonly merges?: readonly Merge[];
}

const id = { name: 'id', pgType: 'int4' } as const;
const none: MergesOfUnits = {
  unitOf: (linked) => linked,
  groupOf: (group) => group,
  connected: (linked) => new Set(linked),
  parties: [],
  ofPoints: [],
};

export async function mergesOfUnits(stores: Stores, changed: Change): Promise<MergesOfUnits> {
  const before = await standingMerges(stores);
  const now = changed.merges ?? before;
  const all = [...new Map([...before, ...now].map((merge) => [merge.id, merge])).values()];
  if (all.length === 0) return none;
  const rows = await selectByKeys<{ id: number; canonical: number; visible: boolean }>(
    stores.records.db,
    { table: 'party', columns: ['id', 'canonical', 'visible'], key: [id] },
    [...new Set(all.flatMap((one) => (one.level === 'deliveryPoint' ? [] : endsOf(one))))].map((one) => [
      one,
    ]),
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const said = new Map(changed.parties.map((unit) => [unit.id, unit]));
  const isThere = (party: number): boolean => {
    const unit = said.get(party);
    return unit === undefined ? rowOf.get(party)?.visible === true : unit.facts !== null;
  };
  const linkedTo = (party: number): number =>
    changed.canonical.get(party) ?? rowOf.get(party)?.canonical ?? party;
  const of = (level: CountUnit, some: readonly Merge[]) => some.filter((merge) => merge.level === level);
  const links = of('legalEntity', all).map((merge) =>
    endsOf(merge).flatMap((party) => [rowOf.get(party)?.canonical ?? party, linkedTo(party)]),
  );
  const ids = [before, now].map((some) => new Set(some.map((merge) => merge.id)));
  const differing = all.filter((merge) => !ids.every((some) => some.has(merge.id)));
  return {
    unitOf: mergedUnits(of('legalEntity', now), (party) => (isThere(party) ? linkedTo(party) : undefined)),
    groupOf: mergedUnits(of('client', now), (group) => (isThere(group) ? group : undefined)),
    connected: (linked) => connectedUnits(linked, links),
    parties: [
      ...of('legalEntity', differing).flatMap(endsOf).filter(isThere),
      ...(await ownersOf(stores, of('deliveryPoint', differing).flatMap(endsOf))),
      ...(await inGroups(
        stores,
        connectedUnits(
          [
            ...of('client', differing).flatMap(endsOf),
            ...of('client', all)
              .flatMap(endsOf)
              .filter((group) => said.has(group)),
          ],
          of('client', all).map(endsOf),
        ),
      )),
    ],
    ofPoints: of('deliveryPoint', now),
  };
}

const endsOf = ({ absorbed, survivor }: Merge): number[] => [absorbed, survivor];

async function ownersOf({ records }: Stores, points: readonly number[]): Promise<number[]> {
  const rows = await selectByKeys<{ party_id: number }>(
    records.db,
    { table: 'point', columns: ['party_id'], key: [id], where: 'visible' },
    points.map((point) => [point]),
  );
  return rows.map((row) => row.party_id);
}

/** The groups themselves, and their entities until now; whom an import brings, it speaks of. */
async function inGroups(stores: Stores, groups: ReadonlySet<number>): Promise<number[]> {
  if (groups.size === 0) return [];
  const { dimensions } = await currentVersion(stores.records);
  const rows = await stores.warehouse.rows<{ id: number }>(
    `SELECT id FROM dim_party WHERE generation = ${dimensions} AND client IN (${[...groups].join(', ')})`,
  );
  return rows.map((row) => row.id);
}
