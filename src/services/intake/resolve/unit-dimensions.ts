import { statusUnlessSaid } from '../../../domain/customer-status.ts';
import { assignmentsIn, pastOf } from '../../../domain/dated-facts.ts';
import { kindOf } from '../../../domain/dimensions.ts';
import { limitIn, receivableIn } from '../../../domain/receivables.ts';
import { type StatedFacts, withStated } from '../../../domain/stated-facts.ts';
import { type Merge, mergedUnits } from '../../../domain/unit-merges.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { breather, sortedInTurns } from '../../../stores/breathe.ts';
import { selectByKeys } from '../../../stores/records/bulk.ts';
import type { Facts } from '../../../stores/records/schema.ts';
import type { Stores } from '../../../stores/stores.ts';
import type { DimensionChanges, PartyRow, PointRow } from '../../ledger/dimensions.ts';
import { membersOfUnits } from './members-of-units.ts';
import { mergesOfUnits } from './merges-of-units.ts';
import { hiddenByHand } from './removed-parties.ts';

/** Facts of a unit as they will be; null: hidden, no applied import mentions it. */
export interface ChangedUnit {
  readonly id: number;
  readonly facts: Facts | null;
  readonly registered: IsoDate | null;
  readonly key?: string;
  /** Own columns of a unit born in this import: it need not be read again. */
  readonly own?: readonly unknown[] | null;
}

export interface ChangedUnits {
  readonly parties: readonly ChangedUnit[];
  readonly points: readonly ChangedUnit[];
  readonly products: readonly ChangedUnit[];
  /** Parties whose canonical unit is another one than the records say. */
  readonly canonical: ReadonlyMap<number, number>;
  /** The merges that are in force from now on, where these are others than the records say. */
  readonly merges?: readonly Merge[];
  /** What is stated of units from now on, where it is not what the records say. */
  readonly stated?: readonly {
    readonly level: 'party' | 'point';
    readonly id: number;
    readonly facts: StatedFacts;
  }[];
  /** First applied import of parties for which it is another than the records say. */
  readonly since: ReadonlyMap<number, number>;
}

interface Party {
  readonly id: number;
  readonly kind: 'entity' | 'group';
  readonly key: string;
  readonly canonical: number;
  readonly first_import: number;
  readonly since_import: number | null;
  readonly registered: IsoDate | null;
  readonly facts: Facts;
  readonly stated: StatedFacts | null;
}

/** Which of two identities is the older one, the same in every installation that applied the same imports. */
type Older = (a: Party, b: Party) => number;

interface Point {
  readonly id: number;
  readonly party_id: number;
  readonly key: string;
  readonly implicit: boolean;
  readonly registered: IsoDate | null;
  readonly facts: Facts;
  readonly stated: StatedFacts | null;
}

const id = { name: 'id', pgType: 'int4' } as const;
const partyColumns = [
  'id',
  'kind',
  'key',
  'canonical',
  'first_import',
  'since_import',
  'registered',
  'born',
  'facts',
  'stated',
  'visible',
];
const pointColumns = [
  'id',
  'party_id',
  'key',
  'implicit',
  'first_import',
  'registered',
  'born',
  'facts',
  'stated',
  'visible',
];

type Stored<Row extends { facts: Facts }> = Omit<Row, 'facts'> & { born: Facts; facts: Facts | null };

const withFacts = <Row extends { born: Facts; facts: Facts | null }>(
  rows: readonly Row[],
): (Row & { facts: Facts })[] => rows.map((row) => ({ ...row, facts: row.facts ?? row.born }));

/** Units with their effective facts. */
async function selectUnits<Row extends { facts: Facts }>(
  ...query: Parameters<typeof selectByKeys>
): Promise<Row[]> {
  const rows = await selectByKeys<Stored<Row>>(...query);
  return withFacts(rows) as unknown as Row[];
}

function bornParty({ id: party, key = '', facts, registered, own }: ChangedUnit): Party[] {
  return own && facts !== null
    ? [
        {
          id: party,
          kind: own[0] as Party['kind'],
          key,
          canonical: party,
          first_import: 0,
          since_import: null,
          registered,
          facts,
          stated: null,
        },
      ]
    : [];
}

function bornPoint({ id: point, key = '', facts, registered, own }: ChangedUnit): Point[] {
  return own && facts !== null
    ? [
        {
          id: point,
          party_id: own[0] as number,
          key,
          implicit: own[1] as boolean,
          registered,
          facts,
          stated: null,
        },
      ]
    : [];
}

/**
 * Rows of the dimensions for everything that the changed units touch. An entity's client is a function of its
 * canonical unit (a group, else the unit itself), so АКБ by clients never exceeds АКБ by entities; hence all identities
 * of a touched unit are written anew, and all their points.
 */
export async function unitDimensions(stores: Stores, changed: ChangedUnits): Promise<DimensionChanges> {
  const { db } = stores.records;
  const said = new Map(changed.parties.map((unit) => [unit.id, unit]));
  const pointsSaid = new Map(changed.points.map((unit) => [unit.id, unit]));
  const touchedPoints = [
    ...changed.points.flatMap(bornPoint),
    ...(await selectUnits<Point>(
      db,
      { table: 'point', columns: pointColumns, key: [id] },
      changed.points.flatMap((one) => (one.own ? [] : [[one.id]])),
    )),
  ];
  const merges = await mergesOfUnits(stores, changed);
  const touchedIds = new Set([
    ...said.keys(),
    ...changed.canonical.keys(),
    ...merges.parties,
    ...(changed.stated ?? []).flatMap((one) => (one.level === 'party' ? [one.id] : [])),
    ...touchedPoints.map((point) => point.party_id),
  ]);
  const touched = [
    ...changed.parties.flatMap(bornParty),
    ...(await selectUnits<Party>(
      db,
      { table: 'party', columns: partyColumns, key: [id] },
      [...touchedIds].flatMap((one) => (said.get(one)?.own ? [] : [[one]])),
    )),
  ];
  /** The unit by the links of imports. */
  const linkedTo = (party: Party): number => changed.canonical.get(party.id) ?? party.canonical;
  const canonicalOf = (party: Party): number => merges.unitOf(linkedTo(party));
  const born = new Set(changed.parties.flatMap((unit) => (unit.own ? [unit.id] : [])));
  const units = new Set(
    [...merges.connected(touched.flatMap((party) => [linkedTo(party), party.canonical]))].filter(
      (unit) => !born.has(unit),
    ),
  );
  const siblings = withFacts(
    await membersOfUnits<Stored<Party> & { visible: boolean }>(stores, partyColumns, units),
  );
  const parties = new Map<number, Party>();
  const isThere = await thereNow(stores);
  for (const party of [...siblings.filter(isThere), ...touched]) {
    const now = said.get(party.id);
    if (now === undefined) parties.set(party.id, party);
    else if (now.facts !== null)
      parties.set(party.id, { ...party, facts: now.facts, registered: now.registered });
    else parties.delete(party.id);
  }
  const statedNow = new Map(changed.stated?.map((one) => [`${one.level} ${one.id}`, one.facts]));
  const statedOf = (level: 'party' | 'point', unit: Party | Point): StatedFacts | null =>
    statedNow.get(`${level} ${unit.id}`) ?? unit.stated;
  for (const party of parties.values())
    parties.set(party.id, { ...party, facts: withStated(party.facts, statedOf('party', party)) });
  const removed = hiddenByHand(parties.values(), canonicalOf);
  for (const { id: party } of removed) parties.delete(party);
  const since = (party: Party): number =>
    changed.since.get(party.id) ?? party.since_import ?? party.first_import;
  const groups = await groupIds(stores, [...parties.values()]);
  const groupOf = (party: Party): number | undefined =>
    party.facts.group === undefined ? undefined : groups.get(party.facts.group);
  // Of a merge the survivor speaks first.
  const absorbed = (party: Party): number => {
    const linked = linkedTo(party);
    const group = groupOf(party);
    return (
      (canonicalOf(party) === linked ? 0 : 2) +
      (group !== undefined && merges.groupOf(group) !== group ? 1 : 0)
    );
  };
  const older: Older = (a, b) =>
    absorbed(a) - absorbed(b) || since(a) - since(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  const oldestFirst = await sortedInTurns([...parties.values()], older);
  const clients = clientsOfUnits(oldestFirst, canonicalOf, (party) => {
    const group = groupOf(party);
    return group === undefined ? undefined : merges.groupOf(group);
  });
  const partyRows = [...parties.values()].map((party): PartyRow => {
    const entity = party.kind === 'group' ? 0 : canonicalOf(party);
    const { facts } = party;
    const owed = receivableIn(facts);
    return {
      id: party.id,
      entity,
      client: party.kind === 'group' ? merges.groupOf(party.id) : (clients.get(entity) ?? entity),
      registered: party.registered ?? '1970-01-01',
      clientType: facts.clientType ?? '',
      salesChannel: facts.salesChannel ?? '',
      acquisitionChannel: facts.acquisitionChannel ?? '',
      industry: facts.industry ?? '',
      status: facts.status ?? statusUnlessSaid,
      debt: owed?.debt ?? null,
      overdue: owed?.overdue ?? null,
      creditLimit: limitIn(facts),
      past: pastOf(facts).filter(({ of }) => kindOf(of) === 'client'),
      cards: assignmentsIn(facts),
    };
  });
  // A party born in this import has no points but those of this import.
  const moved = [...parties.values()].filter((party) => party.kind === 'entity' && !born.has(party.id));
  const theirs = await selectUnits<Point & { visible: boolean; first_import: number }>(
    db,
    { table: 'point', columns: pointColumns, key: [{ name: 'party_id', pgType: 'int4' }] },
    [...moved, ...removed].map((party) => [party.id]),
  );
  const points = new Map<number, Point>();
  for (const point of [...theirs.filter(isThere), ...touchedPoints]) {
    const now = pointsSaid.get(point.id);
    if (now === undefined) points.set(point.id, point);
    else if (now.facts !== null)
      points.set(point.id, { ...point, facts: now.facts, registered: now.registered });
    else points.delete(point.id);
  }
  const ownersRemoved = new Set(removed.map((party) => party.id));
  const pointsRemoved = [...points.values()].filter((point) => ownersRemoved.has(point.party_id));
  for (const { id: point } of pointsRemoved) points.delete(point);
  for (const point of points.values())
    points.set(point.id, { ...point, facts: placedAsStated(point, parties, statedOf('point', point)) });
  return {
    parties: withGroupFacts(partyRows, parties, oldestFirst),
    points: await pointRows([...points.values()], parties, older, canonicalOf, clients, merges.ofPoints),
    products: changed.products.flatMap(({ id: product, facts }) =>
      facts === null
        ? []
        : [
            {
              id: product,
              category: facts.category ?? '',
              subcategory: facts.subcategory ?? '',
              brand: facts.brand ?? '',
            },
          ],
    ),
    hidden: {
      parties: [...changed.parties.filter((unit) => unit.facts === null), ...removed].map((unit) => unit.id),
      points: [...changed.points.filter((unit) => unit.facts === null), ...pointsRemoved].map(
        (unit) => unit.id,
      ),
      products: changed.products.filter((unit) => unit.facts === null).map((unit) => unit.id),
    },
  };
}

/**
 * Whether a unit is anybody's business. Those that an import adds stand in the records from its preparation on, and are
 * its own until it is applied: it names them itself.
 */
async function thereNow({ records }: Stores) {
  const rows = await records.db
    .selectFrom('import')
    .select('id')
    .where('status', 'in', ['preparing', 'prepared'])
    .execute();
  const pending = new Set(rows.map((row) => row.id));
  return (unit: { readonly visible: boolean; readonly first_import: number }): boolean =>
    unit.visible && !pending.has(unit.first_import);
}

async function groupIds(stores: Stores, parties: readonly Party[]): Promise<Map<string, number>> {
  const keys = new Set(
    parties.flatMap((party) => (party.facts.group === undefined ? [] : [party.facts.group])),
  );
  const rows = await selectByKeys<{ id: number; key: string }>(
    stores.records.db,
    { table: 'party', columns: ['id', 'key'], key: [{ name: 'key', pgType: 'text' }] },
    [...keys].map((key) => [key]),
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Client of every unit: the group that its first identity with a group names; the oldest come first. */
function clientsOfUnits(
  parties: readonly Party[],
  canonicalOf: (party: Party) => number,
  groupOf: (party: Party) => number | undefined,
): Map<number, number> {
  const clients = new Map<number, number>();
  for (const party of parties) {
    const group = groupOf(party);
    if (party.kind === 'entity' && group !== undefined && !clients.has(canonicalOf(party)))
      clients.set(canonicalOf(party), group);
  }
  return clients;
}

/** A group has no row of its own in the source: its attributes are those of its first entity that has them. */
function withGroupFacts(
  rows: readonly PartyRow[],
  parties: ReadonlyMap<number, Party>,
  oldestFirst: readonly Party[],
): PartyRow[] {
  const first = new Map<number, PartyRow>();
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  for (const party of oldestFirst) {
    const row = rowOf.get(party.id);
    if (row === undefined || row.entity === 0) continue;
    const known = first.get(row.client);
    first.set(row.client, known === undefined ? row : fill(known, row));
  }
  return rows.map((row) => {
    const member = first.get(row.id);
    return parties.get(row.id)?.kind === 'group' && member !== undefined ? fill(row, member) : row;
  });
}

const fill = (row: PartyRow, from: PartyRow): PartyRow => ({
  ...row,
  clientType: row.clientType || from.clientType,
  salesChannel: row.salesChannel || from.salesChannel,
  acquisitionChannel: row.acquisitionChannel || from.acquisitionChannel,
  industry: row.industry || from.industry,
  past: [...row.past, ...from.past.filter(({ of }) => row[of as keyof PartyRow] === '')],
});

/** A place that is stated of a point changes what the point was by itself, or else as its party was. */
function placedAsStated(
  point: Point,
  parties: ReadonlyMap<number, Party>,
  stated: StatedFacts | null,
): Facts {
  if (stated === null) return point.facts;
  const inherited = Object.entries(parties.get(point.party_id)?.facts ?? {}).filter(([name]) => {
    const [fact = ''] = name.split('@');
    return fact in stated && point.facts[fact] === undefined;
  });
  return withStated({ ...Object.fromEntries(inherited), ...point.facts }, stated);
}

/** Where a point was, by itself or else as its party was, attribute by attribute. */
const placesOf = (party: Party, point: Point): PointRow['past'] =>
  [...pastOf(point.facts), ...pastOf(party.facts).filter(({ of }) => point.facts[of] === undefined)].filter(
    ({ of }) => kindOf(of) === 'place',
  );

/**
 * Points of identities that are one unit are one point when they have the same code or address, or when somebody has
 * merged them.
 */
async function pointRows(
  points: readonly Point[],
  parties: ReadonlyMap<number, Party>,
  older: Older,
  canonicalOf: (party: Party) => number,
  clients: ReadonlyMap<number, number>,
  merges: readonly Merge[],
): Promise<PointRow[]> {
  const canonical = new Map<string, number>();
  const place = (point: Point, party: Party): string =>
    `${canonicalOf(party)}\u0001${point.key.slice(party.key.length)}`;
  const owned = points.flatMap((point) => {
    const party = parties.get(point.party_id);
    return party === undefined ? [] : [{ point, party }];
  });
  const sorted = await sortedInTurns(owned, (a, b) => older(a.party, b.party));
  const breathe = breather();
  for (const { point, party } of sorted) {
    if (!canonical.has(place(point, party))) canonical.set(place(point, party), point.id);
    await breathe();
  }
  const pointOf = mergedPoints(merges, sorted, ({ point, party }) => ({
    point: canonical.get(place(point, party)) ?? point.id,
    entity: canonicalOf(party),
  }));
  const rows: PointRow[] = [];
  for (const { point, party } of sorted) {
    const entity = canonicalOf(party);
    const own = { ...party.facts, ...point.facts };
    rows.push({
      id: point.id,
      point: pointOf(canonical.get(place(point, party)) ?? point.id),
      entity,
      client: clients.get(entity) ?? entity,
      implicit: point.implicit,
      // The implicit point stands for the entity: it is known as long as this is.
      registered: (point.implicit ? party.registered : point.registered) ?? '1970-01-01',
      city: own.city ?? '',
      region: own.region ?? '',
      federalDistrict: own.federalDistrict ?? '',
      country: own.country ?? '',
      past: placesOf(party, point),
      cards: assignmentsIn(point.facts),
    });
    await breathe();
  }
  return rows;
}

/** Merges of points hold while their owners are one. */
function mergedPoints<Owned extends { readonly point: Point }>(
  merges: readonly Merge[],
  points: readonly Owned[],
  unitOf: (owned: Owned) => { readonly point: number; readonly entity: number },
): (point: number) => number {
  if (merges.length === 0) return (point) => point;
  const ends = new Set(merges.flatMap(({ absorbed, survivor }) => [absorbed, survivor]));
  const found = new Map(
    points.flatMap((owned) => (ends.has(owned.point.id) ? [[owned.point.id, unitOf(owned)] as const] : [])),
  );
  const holding = merges.filter((merge) => {
    const owner = found.get(merge.absorbed)?.entity;
    return owner !== undefined && owner === found.get(merge.survivor)?.entity;
  });
  return mergedUnits(holding, (point) => found.get(point)?.point);
}
