import { type StatedFacts, withStated } from '../../domain/stated-facts.ts';
import type { CountUnit } from '../../domain/units.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import type { CustomerRow } from './report.ts';

/** What only the records know of a unit. */
export type Dress = Pick<
  CustomerRow,
  'id' | 'code' | 'name' | 'address' | 'phone' | 'decisionMaker' | 'influencer'
>;

/** What the records hold of a unit: of a point its owner too, of an owner his first point. */
export interface UnitRecord {
  readonly party: PartyRow | undefined;
  readonly point: PointRow | undefined;
}

interface PartyRow {
  id: number;
  name: string;
  born: Facts;
  facts: Facts | null;
  stated: StatedFacts | null;
}

interface PointRow extends PartyRow {
  party_id: number;
}

const id = { name: 'id', pgType: 'int4' } as const;
const partyColumns = ['id', 'name', 'born', 'facts', 'stated'];
const pointColumns = ['party_id', ...partyColumns];

/** As it counts. */
const asStated = <Row extends PartyRow>(row: Row): Row => ({
  ...row,
  name: row.stated?.name?.value ?? row.name,
  facts: withStated(row.facts ?? row.born, row.stated),
});

/** Names, addresses and people of the units of one page; what is not known is empty. */
export async function dressUnits(
  stores: Stores,
  unit: CountUnit,
  ids: readonly number[],
): Promise<(id: number) => Dress> {
  const record = await unitRecords(stores, unit, ids);
  return (one) => dress(one, unit, record(one));
}

export async function unitRecords(
  stores: Stores,
  unit: CountUnit,
  ids: readonly number[],
): Promise<(id: number) => UnitRecord> {
  const { db } = stores.records;
  const points =
    unit === 'deliveryPoint'
      ? await selectByKeys<PointRow>(
          db,
          { table: 'point', columns: pointColumns, key: [id] },
          ids.map((one) => [one]),
        )
      : await firstPoints(stores, ids);
  const partyIds = unit === 'deliveryPoint' ? [...new Set(points.map((point) => point.party_id))] : ids;
  const parties = new Map(
    (
      await selectByKeys<PartyRow>(
        db,
        { table: 'party', columns: partyColumns, key: [id] },
        partyIds.map((one) => [one]),
      )
    ).map((party) => [party.id, asStated(party)]),
  );
  const pointOf = new Map(
    points.map((point) => [unit === 'deliveryPoint' ? point.id : point.party_id, asStated(point)]),
  );
  return (one) => {
    const point = pointOf.get(one);
    return { party: parties.get(unit === 'deliveryPoint' ? (point?.party_id ?? 0) : one), point };
  };
}

/** The address of a client without one of its own is that of its first delivery point. */
async function firstPoints(stores: Stores, parties: readonly number[]): Promise<PointRow[]> {
  const rows = await selectByKeys<PointRow>(
    stores.records.db,
    {
      table: 'point',
      columns: pointColumns,
      key: [{ name: 'party_id', pgType: 'int4' }],
    },
    parties.map((party) => [party]),
  );
  const first = new Map<number, PointRow>();
  for (const row of rows.sort((a, b) => a.id - b.id))
    if (!first.has(row.party_id)) first.set(row.party_id, row);
  return [...first.values()];
}

export function dress(one: number, unit: CountUnit, { party, point }: UnitRecord): Dress {
  const firm = party?.facts ?? party?.born ?? {};
  const place = point?.facts ?? point?.born ?? {};
  const name = party?.name || firm.fullName || firm.contactName || point?.name || firm.inn || firm.code || '';
  const pointName = place.name ?? '';
  return {
    id: one,
    code: unit === 'deliveryPoint' ? (place.code ?? firm.code ?? '') : (firm.code ?? ''),
    name: unit === 'deliveryPoint' && pointName !== '' && pointName !== name ? `${name}, ${pointName}` : name,
    address:
      unit === 'deliveryPoint'
        ? (place.address ?? firm.address ?? '')
        : (firm.address ?? firm.legalAddress ?? place.address ?? ''),
    phone: firm.phone ?? '',
    decisionMaker: firm.decisionMaker ?? (firm.contactPosition === undefined ? '' : (firm.contactName ?? '')),
    influencer: firm.influencer ?? '',
  };
}
