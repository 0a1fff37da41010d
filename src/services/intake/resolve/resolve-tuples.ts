import { assignmentKinds } from '../../../domain/dated-facts.ts';
import type { Field } from '../../../domain/fields.ts';
import type { Identity } from '../../../domain/identity.ts';
import { owedTogether, type Receivable, receivableFacts } from '../../../domain/receivables.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Facts } from '../../../stores/records/schema.ts';
import type { Stores } from '../../../stores/stores.ts';
import type { DimensionChanges } from '../../ledger/dimensions.ts';
import { geographyOf } from '../../places/own-places.ts';
import { sqlString } from '../format/lexicon.ts';
import type { Companions } from '../import/companions.ts';
import type { StagedTable } from '../import/stage-tables.ts';
import { hasField, memberFields, partyFields, presentFields, productFields } from '../stage/column-plan.ts';
import { cell, totalPattern } from '../stage/line-sql.ts';
import { type StagedShipments, stagedTuples } from '../stage/stage-shipments.ts';
import { stagingEngine } from '../staging-engine.ts';
import {
  identityFromFacts,
  type Links,
  linkParties,
  meetingColumns,
  meetingKeys,
  type ResolvedEntity,
} from './link-parties.ts';
import { type MemberIds, type MemberTuple, memberKinds, noMembers, resolveMembers } from './members.ts';
import { NamedForPoints } from './named-for-points.ts';
import { type Observation, observe, type PartyTuple, placeFinder } from './observe.ts';
import { namedParents, writeNamedParents } from './parents.ts';
import { observeProduct, type ProductTuple } from './products.ts';
import { type RemovedNamed, removalReason, removedMark, removedNamed } from './removed-parties.ts';
import { unitDimensions } from './unit-dimensions.ts';
import { KnownUnits, type ResolvedUnit, resolveUnits, type UnitDraft } from './units.ts';

export interface ResolveInput {
  readonly importId: number;
  readonly day: IsoDate;
  /** Prefix of the import's staging tables. */
  readonly name: string;
  readonly source: { readonly id: number; readonly name: string };
  readonly shipments: readonly StagedTable[];
  /** Those with rows that are rejected. */
  readonly rejecting: ReadonlySet<StagedTable>;
  readonly companions: Companions;
  /** Customer tuples that are rows of totals (`totalTuples`). */
  readonly totals: ReadonlySet<string>;
}

export interface NewAndKnown {
  readonly new: number;
  readonly known: number;
}

export interface ResolvedTuples {
  /** Staging tables: tuple key of a shipments table → ids; one set of tables for all of them. */
  readonly maps: { readonly points: string; readonly products: string; readonly members: string };
  readonly dimensions: DimensionChanges;
  readonly customers: NewAndKnown;
  readonly deliveryPoints: NewAndKnown;
  readonly products: NewAndKnown;
  readonly contacts: number;
  readonly proposals: number;
  readonly removed: RemovedNamed;
}

/** Keys of the customer tuples that are called «Итого» or the like: rows of totals, no facts. */
export async function totalTuples(stores: Stores, shipments: readonly StagedTable[]): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const { staged } of shipments) {
    const pattern = totalPattern(staged.plan);
    if (pattern === null || !hasField(staged.plan, 'clientName')) continue;
    const rows = await stores.warehouse.rows<{ key: string }>(
      `SELECT DISTINCT toString(key) AS key FROM ${staged.parties} WHERE match(${cell('clientName')}, ${sqlString(pattern)})`,
    );
    for (const { key } of rows) keys.add(key);
  }
  return keys;
}

/** Turns the distinct customers, products and members of an import into ids, creating what is new. */
export async function resolveTuples(stores: Stores, input: ResolveInput): Promise<ResolvedTuples> {
  // The records write members and products while customers are still being read.
  const mapped = mapMembers(stores, input);
  const [members, products, units] = await Promise.all([
    mapped,
    mapProducts(stores, input),
    mapParties(stores, input, mapped),
  ]);
  const { linked } = units;
  const dimensions = await unitDimensions(stores, {
    parties: affected(units.parties),
    points: affected(units.points),
    products: affected(products),
    canonical: linked.canonical,
    since: linked.since,
    stated: [
      ...units.removed.back.map(({ id, stated: { [removedMark]: _, [removalReason]: _why, ...facts } }) => ({
        id,
        facts,
      })),
      ...units.removed.joined.map((one) => ({ id: one.id, facts: { [removedMark]: one.with.mark } })),
    ].map((one) => ({ level: 'party' as const, ...one })),
  });
  const entities = [...units.parties.values()].filter((unit) => !units.groupKeys.has(unit.key));
  return {
    maps: {
      points: `akb_staging.${input.name}_map_points`,
      products: `akb_staging.${input.name}_map_products`,
      members: members.table,
    },
    dimensions,
    customers: countNew(entities),
    deliveryPoints: countNew([...units.points.values()]),
    products: countNew([...products.values()]),
    contacts: units.contacts,
    proposals: linked.proposals,
    removed: units.removed,
  };
}

const affected = (units: ReadonlyMap<string, ResolvedUnit>): ResolvedUnit[] =>
  [...units.values()].filter((unit) => unit.affected);

const countNew = (units: readonly ResolvedUnit[]): NewAndKnown => {
  const fresh = units.filter((unit) => unit.appears).length;
  return { new: fresh, known: units.length - fresh };
};

const tuplesOf = <F extends Field>(
  stores: Stores,
  { rejecting }: Pick<ResolveInput, 'rejecting'>,
  table: StagedTable,
  kind: 'parties' | 'products' | 'members',
  wanted: readonly F[],
) => stagedTuples(stores, table.staged, kind, wanted, rejecting.has(table));

/** Tables of an import may share tuples and keys: a key is the same wherever its cells are, so one map serves all. */
async function writeMap(
  stores: Stores,
  table: string,
  columns: readonly string[],
  rows: ReadonlyMap<string, readonly number[]>,
): Promise<void> {
  await stores.warehouse.run(
    `CREATE TABLE ${table} (key UInt64, ${columns.map((column) => `${column} UInt32`).join(', ')}) ${stagingEngine(rows.size, 'key')}`,
  );
  await stores.warehouse.insert(
    table,
    [{ name: 'key', type: 'UInt64' }, ...columns.map((name) => ({ name, type: 'UInt32' }))],
    [...rows].map(([key, ids]) => [BigInt(key), ...ids]),
  );
}

interface MappedMembers {
  readonly table: string;
  /** In the order of the cards. */
  readonly ofCards: readonly MemberIds[];
}

async function mapMembers(stores: Stores, input: ResolveInput): Promise<MappedMembers> {
  const tuples = new Map<string, MemberTuple>();
  for (const table of input.shipments)
    for await (const tuple of tuplesOf(stores, input, table, 'members', memberFields))
      if (!tuple.rejected) tuples.set(tuple.key, tuple.cells);
  for (const [index, person] of input.companions.people.entries()) tuples.set(`person ${index}`, person);
  for (const [index, card] of input.companions.cards.entries()) tuples.set(`card ${index}`, card.members);
  const resolved = await resolveMembers(stores, input.source.name, input.importId, tuples);
  const rows = new Map<string, readonly number[]>();
  for (const [key, ids] of resolved)
    if (/^\d+$/.test(key))
      rows.set(
        key,
        memberKinds.map((kind) => ids[kind]),
      );
  const table = `akb_staging.${input.name}_map_members`;
  await writeMap(stores, table, memberKinds, rows);
  const { cards, people } = input.companions;
  const ofCards = cards.map((_, index) => resolved.get(`card ${index}`) ?? noMembers);
  const ofPeople = people.map((_, index) => resolved.get(`person ${index}`) ?? noMembers);
  await writeNamedParents(stores, input.importId, input.day, namedParents(ofPeople, ofCards));
  return { table, ofCards };
}

/** A card names who is responsible for the customer; facts without a day, it is the import's. */
function responsible(members: MemberIds): Facts {
  return Object.fromEntries(
    assignmentKinds.flatMap((kind) => (members[kind] === 0 ? [] : [[kind, String(members[kind])]])),
  );
}

async function mapProducts(stores: Stores, input: ResolveInput): Promise<Map<string, ResolvedUnit>> {
  const drafts = new Map<string, UnitDraft>();
  const keys = new Map<string, string>();
  const add = (tuple: ProductTuple, key?: string): void => {
    const draft = observeProduct(input.source.name, input.source.id, tuple);
    if (draft === null) return;
    const known = drafts.get(draft.key);
    drafts.set(
      draft.key,
      known === undefined ? draft : { ...known, facts: { ...known.facts, ...draft.facts } },
    );
    if (key !== undefined) keys.set(key, draft.key);
  };
  for (const table of input.shipments)
    for await (const tuple of tuplesOf(stores, input, table, 'products', productFields))
      if (!tuple.rejected) add(tuple.cells, tuple.key);
  for (const product of input.companions.products) add(product);
  const resolved = await resolveUnits(stores, 'product', input.importId, input.day, drafts);
  const rows = new Map<string, readonly number[]>();
  for (const [key, unit] of keys) rows.set(key, [resolved.get(unit)?.id ?? 0]);
  await writeMap(stores, `akb_staging.${input.name}_map_products`, ['id'], rows);
  return resolved;
}

/** Groups meet nobody: they are what is written. */
const partyKeys = (identity: Identity | undefined): (string | null)[] =>
  identity === undefined ? meetingColumns.map(() => null) : meetingKeys(identity);

interface MappedParties {
  readonly parties: ReadonlyMap<string, ResolvedUnit>;
  readonly groupKeys: ReadonlySet<string>;
  readonly linked: Links;
  readonly points: ReadonlyMap<string, ResolvedUnit>;
  readonly contacts: number;
  readonly removed: RemovedNamed;
}

async function mapParties(
  stores: Stores,
  input: ResolveInput,
  mappedMembers: Promise<MappedMembers>,
): Promise<MappedParties> {
  const drafts = new Map<string, UnitDraft & { readonly identity?: Identity }>();
  const points = new Map<string, { entity: string; implicit: boolean; facts: Facts; order: string }>();
  const tuplePoint = new Map<string, string>();
  const groupKeys = new Set<string>();
  const source = input.source.name;
  const placeOf = placeFinder(await geographyOf(stores));
  const knownParties = new KnownUnits(stores, 'party');
  const knownPoints = new KnownUnits(stores, 'point');
  const namedForPoints = new NamedForPoints();
  let contacts = 0;

  const addPoint = (seen: Observation, row: 'line' | 'card', order: string, assigned: Facts): void => {
    const point = points.get(seen.point.key);
    const facts = { ...seen.pointFacts, ...assigned };
    points.set(seen.point.key, {
      entity: seen.entity.key,
      implicit: seen.point.implicit,
      facts:
        point === undefined
          ? facts
          : row === 'card'
            ? { ...point.facts, ...facts }
            : { ...facts, ...point.facts },
      order: point?.order ?? [order, seen.pointFacts.city ?? '', seen.pointFacts.name ?? ''].join('\u0001'),
    });
  };

  const add = (cells: PartyTuple, row: 'line' | 'card', place: string, named: Facts = {}): Observation => {
    const seen = observe(source, cells, row, placeOf);
    knownParties.want(seen.entity.key);
    knownPoints.want(seen.point.key);
    // A card that names a point says who is responsible for that point.
    const ofPoint = seen.point.implicit ? {} : named;
    const facts: Facts = {
      ...seen.entityFacts,
      ...(seen.group !== null && { group: seen.group.key }),
      ...(seen.point.implicit && named),
    };
    if (row === 'card' && !seen.point.implicit) namedForPoints.add(seen.entity.key, named);
    const known = drafts.get(seen.entity.key);
    if (known !== undefined && row === 'line' && saysNothingNew(known.facts, facts)) {
      addPoint(seen, row, known.order, ofPoint);
      return seen;
    }
    const order = [
      place,
      seen.entityFacts.city ?? seen.pointFacts.city ?? '',
      seen.entityFacts.name ?? '',
    ].join('\u0001');
    drafts.set(seen.entity.key, {
      key: seen.entity.key,
      // A line's spelling never overrides what stands already; a card does: it is where the source keeps its customers.
      facts:
        known === undefined
          ? facts
          : row === 'card'
            ? { ...known.facts, ...facts }
            : { ...facts, ...known.facts },
      order: known?.order ?? order,
      own: ['entity', input.source.id],
      // Who an entity is follows from all that the import says of it.
      ...(known === undefined && { identity: seen.entity }),
    });
    if (seen.group !== null) {
      groupKeys.add(seen.group.key);
      if (!drafts.has(seen.group.key))
        drafts.set(seen.group.key, {
          key: seen.group.key,
          facts: { name: seen.group.name },
          order,
          own: ['group', input.source.id],
        });
    }
    addPoint(seen, row, order, ofPoint);
    return seen;
  };

  for (const table of input.shipments) {
    // Both are asked for at once; who waits for the places hears of their failure.
    const asked = placesOfTuples(stores, table.staged);
    asked.catch(() => undefined);
    let places: ReadonlyMap<string, string> | undefined;
    for await (const tuple of tuplesOf(stores, input, table, 'parties', partyFields)) {
      places ??= await asked;
      if (!tuple.rejected && !input.totals.has(tuple.key))
        tuplePoint.set(tuple.key, add(tuple.cells, 'line', places.get(tuple.key) ?? '').point.key);
    }
  }
  const owed = new Map<string, Map<string, Receivable>>();
  const { ofCards: membersOfCards } = await mappedMembers;
  for (const [index, { cells, members }] of input.companions.cards.entries()) {
    const place = [members.branch ?? '', members.salesRepName || members.managerName || ''].join('\u0001');
    const seen = add(cells, 'card', place, responsible(membersOfCards[index] ?? noMembers));
    if (seen.entityFacts.contactName || seen.entityFacts.decisionMaker || seen.entityFacts.influencer)
      contacts++;
    const { debt, overdueDebt, contract = '', debtDate: asOf = input.day } = cells;
    if (debt === undefined && overdueDebt === undefined) continue;
    // A customer may stand there once for each of his contracts.
    const contracts = owed.get(seen.entity.key) ?? new Map<string, Receivable>();
    // Of several days the latest counts.
    if (asOf >= (contracts.get(contract)?.asOf ?? asOf))
      contracts.set(contract, { debt: debt ?? null, overdue: overdueDebt ?? null, asOf });
    owed.set(seen.entity.key, contracts);
  }
  for (const [key, contracts] of owed) {
    const draft = drafts.get(key);
    const together = owedTogether([...contracts.values()]);
    if (draft === undefined || together === null) continue;
    drafts.set(key, { ...draft, facts: { ...draft.facts, ...receivableFacts(together) } });
  }
  for (const [key, named] of namedForPoints.facts()) {
    const draft = drafts.get(key);
    if (draft !== undefined) drafts.set(key, { ...draft, facts: { ...named, ...draft.facts } });
  }
  const identities = new Map<string, Identity>();
  for (const draft of drafts.values())
    if (!groupKeys.has(draft.key))
      identities.set(draft.key, draft.identity ?? identityFromFacts(source, draft.key, draft.facts));
  const parties = await resolveUnits(
    stores,
    'party',
    input.importId,
    input.day,
    new Map(
      [...drafts].map(([key, draft]) => [
        key,
        { ...draft, own: [...draft.own, ...partyKeys(identities.get(key))] },
      ]),
    ),
    knownParties,
  );
  const pointDrafts = new Map<string, UnitDraft>();
  for (const [key, point] of points)
    pointDrafts.set(key, {
      key,
      facts: point.facts,
      order: point.order,
      own: [parties.get(point.entity)?.id, point.implicit],
    });
  const entities: ResolvedEntity[] = [];
  for (const unit of parties.values()) {
    const identity = identities.get(unit.key);
    if (identity !== undefined) entities.push({ ...unit, identity });
  }
  // Linking thinks while the records write points.
  const [resolvedPoints, linked] = await Promise.all([
    resolveUnits(stores, 'point', input.importId, input.day, pointDrafts, knownPoints),
    linkParties(stores, input.importId, entities),
  ]);
  const rows = new Map<string, readonly number[]>();
  for (const [key, point] of tuplePoint) rows.set(key, [resolvedPoints.get(point)?.id ?? 0]);
  await writeMap(stores, `akb_staging.${input.name}_map_points`, ['id'], rows);
  const inLines = () => new Set([...tuplePoint.values()].map((key) => points.get(key)?.entity ?? ''));
  const fresh = () => [...parties.values()].filter(({ isNew }) => isNew);
  const { canonical } = linked;
  const removed = await removedNamed(stores, { drafts, inLines, fresh, canonical });
  return { parties, groupKeys, points: resolvedPoints, linked, contacts, removed };
}

const saysNothingNew = (known: Facts, facts: Facts): boolean =>
  Object.keys(facts).every((name) => name in known);

/** Branch and rep of each customer tuple, to hand out ids so that customers of one rep lie together. */
async function placesOfTuples(
  stores: Stores,
  { plan, lines, members }: StagedShipments,
): Promise<Map<string, string>> {
  if (presentFields(plan, memberFields).length === 0) return new Map();
  const named = presentFields(plan, ['branch', 'salesRepName', 'managerName', 'salesRepCode', 'managerCode']);
  const label = `concatWithSeparator('\u0001', ${[...named.map((field) => `m.${cell(field)}`), "''"].join(', ')})`;
  const places = new Map<string, string>();
  const sql = `SELECT toString(l.party) AS party, any(m.label) AS place
    FROM (SELECT party, any(member) AS member FROM ${lines} WHERE party != 0 GROUP BY party) AS l
    INNER JOIN (SELECT key, any(${label}) AS label FROM ${members} AS m GROUP BY key) AS m ON m.key = l.member
    GROUP BY party`;
  for await (const row of stores.warehouse.stream<{ party: string; place: string }>(sql))
    places.set(row.party, row.place);
  return places;
}
