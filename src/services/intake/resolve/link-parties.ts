import { sql } from 'kysely';
import type { Identity } from '../../../domain/identity.ts';
import { type LinkedIdentity, linkIdentities } from '../../../domain/link-identities.ts';
import { insertMany, selectByKeys } from '../../../stores/records/bulk.ts';
import type { Stores } from '../../../stores/stores.ts';
import { identityOf } from './observe.ts';
import type { ResolvedEntity } from './resolve-tuples.ts';
import type { UnitState } from './show-units.ts';
import type { Facts } from '../../../stores/records/schema.ts';

export interface Links {
  /** Canonical ids that differ from what the records say, by party id. */
  readonly canonical: ReadonlyMap<number, number>;
  readonly proposals: number;
}

interface PartyRow {
  id: number;
  key: string;
  keys: Identity;
  canonical: number;
  visible: boolean;
}

const columns = ['id', 'key', 'keys', 'canonical', 'visible'];
const id = { name: 'id', pgType: 'int4' } as const;

/** Keys under which an identity may meet others; kept in `party_key`. */
function meetingKeys(identity: Identity): string[] {
  return [
    ...(identity.inn === null ? [] : [`inn|${identity.inn}`]),
    ...(identity.phoneKey === null ? [] : [identity.phoneKey]),
    ...(identity.name === '' ? [] : [`name|${identity.name}`]),
    ...(identity.bareName === '' ? [] : [`bare|${identity.bareName}`]),
  ];
}

/** What a party's facts say of who it is; its key stays what it was born with. */
export function identityFromFacts(source: string, key: string, facts: Facts): Identity {
  const identity = identityOf({
    source,
    code: facts.code ?? '',
    inn: facts.inn ?? '',
    kpp: facts.kpp ?? '',
    name: facts.name ?? '',
    city: facts.city ?? '',
    phone: facts.phone ?? '',
    person: facts.person === 'true',
  });
  return identity.key === key ? identity : { ...identity, key };
}

/**
 * Decides which units the newly observed parties of an import belong to. They are hidden until its commit, so their
 * links are written at once; units that were there before never change.
 */
export async function linkParties(stores: Stores, importId: number, entities: readonly ResolvedEntity[]): Promise<Links> {
  const { db } = stores.records;
  const fresh = entities.filter((entity) => entity.appears).sort((a, b) => a.id - b.id);
  if (fresh.length === 0) return { canonical: new Map(), proposals: 0 };
  const freshIds = new Set(fresh.map((entity) => entity.id));
  const keys = new Set(fresh.flatMap((entity) => meetingKeys(entity.identity)));
  const met = await selectByKeys<{ party_id: number }>(
    db,
    { table: 'party_key', columns: ['party_id'], key: [{ name: 'key', pgType: 'text' }] },
    [...keys].map((key) => [key]),
  );
  const neighbours = await selectByKeys<PartyRow>(
    db,
    { table: 'party', columns, key: [id] },
    [...new Set(met.map((row) => row.party_id))].map((party) => [party]),
  );
  const members = await selectByKeys<PartyRow>(
    db,
    { table: 'party', columns, key: [{ name: 'canonical', pgType: 'int4' }] },
    [...new Set(neighbours.filter((row) => row.visible).map((row) => row.canonical))].map((unit) => [unit]),
  );
  const existing = members.filter((row) => row.visible && !freshIds.has(row.id)).sort((a, b) => a.id - b.id);
  const idOf = new Map([...existing, ...fresh].map((row) => [row.key, row.id]));
  const keyOf = new Map([...existing, ...fresh].map((row) => [row.id, row.key]));
  const linked = linkIdentities(
    fresh.map((entity) => entity.identity),
    existing.map((row): LinkedIdentity => ({ identity: row.keys, unit: keyOf.get(row.canonical) ?? row.key })),
  );
  const canonical = new Map<number, number>();
  for (const { identity, unit } of linked.linked) {
    const party = idOf.get(identity.key);
    if (party !== undefined) canonical.set(party, idOf.get(unit) ?? party);
  }
  await writeCanonical(stores, canonical);
  await insertMany(
    db,
    'party_key',
    [
      { name: 'key', pgType: 'text' },
      { name: 'party_id', pgType: 'int4' },
    ],
    fresh.flatMap((entity) => meetingKeys(entity.identity).map((key) => [key, entity.id])),
    { onConflict: 'ON CONFLICT DO NOTHING' },
  );
  await insertMany(
    db,
    'duplicate_proposal',
    [
      { name: 'a', pgType: 'int4' },
      { name: 'b', pgType: 'int4' },
      { name: 'reason', pgType: 'text' },
      { name: 'import_id', pgType: 'int4' },
    ],
    linked.proposals.map(({ a, b, reason }) => [idOf.get(a), idOf.get(b), reason, importId]),
    { onConflict: 'ON CONFLICT DO NOTHING' },
  );
  return { canonical, proposals: linked.proposals.length };
}

export interface Relinking extends Links {
  readonly identities: readonly { readonly id: number; readonly identity: Identity }[];
}

/**
 * Links as they are without an import: all parties that the other imports mention, taken again in the order in which
 * these first mentioned them. Skipped where the import was the first to mention nobody.
 */
export async function relinkParties(stores: Stores, importId: number, applied: readonly number[], states: readonly UnitState[]): Promise<Relinking> {
  const { db } = stores.records;
  const seen = new Map<number, { import: number; patch: number }>();
  const firstBefore = new Map<number, number>();
  for (const other of [...applied, importId].sort((a, b) => a - b)) {
    const chunks = await db.selectFrom('mention').select(['ids', 'patches']).where('import_id', '=', other).where('level', '=', 'party').execute();
    for (const chunk of chunks)
      chunk.ids.forEach((party, index) => {
        if (!firstBefore.has(party)) firstBefore.set(party, other);
        if (other !== importId && !seen.has(party)) seen.set(party, { import: other, patch: chunk.patches[index] ?? other });
      });
  }
  const own = new Set(states.map((state) => state.id));
  const changed = [...own].filter((party) => firstBefore.get(party) === importId);
  if (changed.length === 0) return { canonical: new Map(), proposals: 0, identities: [] };
  const parties = new Map<number, PartyRow & { source: string; kind: string }>();
  for (let start = 0, all = [...seen.keys()]; start < all.length; start += 2000) {
    const rows = await sql<PartyRow & { source: string; kind: string }>`
      SELECT p.id, p.key, p.keys, p.canonical, p.visible, p.kind, s.name AS source
      FROM party AS p JOIN source AS s ON s.id = p.source_id
      WHERE p.kind = 'entity' AND p.id = ANY(${all.slice(start, start + 2000)}::int4[])`.execute(db);
    for (const row of rows.rows) parties.set(row.id, row);
  }
  const identities = await identitiesAfter(stores, changed, seen, parties);
  const order = [...parties.values()].sort((a, b) => (seen.get(a.id)?.import ?? 0) - (seen.get(b.id)?.import ?? 0) || a.id - b.id);
  const idOf = new Map(order.map((row) => [row.key, row.id]));
  const linked = linkIdentities(order.map((row) => identities.get(row.id) ?? row.keys));
  const canonical = new Map<number, number>();
  for (const { identity, unit } of linked.linked) {
    const party = idOf.get(identity.key);
    const now = idOf.get(unit) ?? party;
    if (party !== undefined && now !== undefined && parties.get(party)?.canonical !== now) canonical.set(party, now);
  }
  return { canonical, proposals: 0, identities: [...identities].map(([party, identity]) => ({ id: party, identity })) };
}

/** Parties that lost their first mention are known by what the next one says. */
async function identitiesAfter(
  stores: Stores,
  changed: readonly number[],
  seen: ReadonlyMap<number, { patch: number }>,
  parties: ReadonlyMap<number, { key: string; source: string }>,
): Promise<Map<number, Identity>> {
  const patches = await selectByKeys<{ id: number; facts: Facts }>(
    stores.records.db,
    {
      table: 'patch',
      columns: ['id', 'facts'],
      key: [{ name: 'level', pgType: 'text' }, id, { name: 'import_id', pgType: 'int4' }],
    },
    changed.flatMap((party) => (seen.has(party) ? [['party', party, seen.get(party)?.patch]] : [])),
  );
  return new Map(
    patches.flatMap(({ id: party, facts }) => {
      const row = parties.get(party);
      return row === undefined ? [] : [[party, identityFromFacts(row.source, row.key, facts)] as const];
    }),
  );
}

/** Writes recomputed links after their commit. Safe to repeat. */
export async function writeLinks(stores: Stores, links: Relinking): Promise<void> {
  await writeCanonical(stores, links.canonical);
  for (const { id: party, identity } of links.identities) {
    await stores.records.db.updateTable('party').set({ keys: JSON.stringify(identity) }).where('id', '=', party).execute();
    await insertMany(
      stores.records.db,
      'party_key',
      [
        { name: 'key', pgType: 'text' },
        { name: 'party_id', pgType: 'int4' },
      ],
      meetingKeys(identity).map((key) => [key, party]),
      { onConflict: 'ON CONFLICT DO NOTHING' },
    );
  }
}

async function writeCanonical(stores: Stores, canonical: ReadonlyMap<number, number>): Promise<void> {
  const pairs = [...canonical];
  for (let start = 0; start < pairs.length; start += 2000) {
    const step = pairs.slice(start, start + 2000);
    await sql`
      UPDATE party SET canonical = c.canonical
      FROM unnest(${step.map(([party]) => party)}::int4[], ${step.map(([, unit]) => unit)}::int4[]) AS c (id, canonical)
      WHERE party.id = c.id AND party.canonical != c.canonical`.execute(stores.records.db);
  }
}
