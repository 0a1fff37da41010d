import { sql } from 'kysely';
import type { Identity } from '../../../domain/identity.ts';
import { type LinkedIdentity, linkingSteps } from '../../../domain/link-identities.ts';
import { inTurns, sortedInTurns } from '../../../stores/breathe.ts';
import { insertMany, selectByKeys } from '../../../stores/records/bulk.ts';
import type { Facts } from '../../../stores/records/schema.ts';
import type { Stores } from '../../../stores/stores.ts';
import { membersOfUnits } from './members-of-units.ts';
import { identityOf } from './observe.ts';
import type { UnitState } from './show-units.ts';
import { type ResolvedUnit, saidBy } from './units.ts';

/** A party of this import with the identity that links it to others. */
export interface ResolvedEntity extends ResolvedUnit {
  readonly identity: Identity;
}

export interface Links {
  /** Canonical ids that differ from what the records say, by party id. */
  readonly canonical: ReadonlyMap<number, number>;
  /** First applied import that mentions a party, where it is another than the records say. */
  readonly since: ReadonlyMap<number, number>;
  readonly proposals: number;
}

interface PartyRow {
  id: number;
  key: string;
  source_id: number;
  canonical: number;
  visible: boolean;
  first_import: number;
  since_patch: number | null;
  born: Facts;
}

const columns = ['id', 'key', 'source_id', 'canonical', 'visible', 'first_import', 'since_patch', 'born'];

/** Columns of `party` by which an identity may meet others. */
export const meetingColumns = ['inn', 'phone_key', 'bare_name'] as const;

/** Values of the meeting columns; null where the identity has none. */
export const meetingKeys = (identity: Identity): (string | null)[] => [
  identity.inn,
  identity.phoneKey,
  // Equal names have equal bare names: one column finds both.
  identity.bareName || null,
];

/**
 * Order of the identities that one import mentions first. By key, not by id: an import that was taken back since may have
 * given out the ids in another order.
 */
const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

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
export async function linkParties(
  stores: Stores,
  importId: number,
  entities: readonly ResolvedEntity[],
): Promise<Links> {
  const { db } = stores.records;
  const fresh = await sortedInTurns(
    entities.filter((entity) => entity.appears),
    byKey,
  );
  const since = new Map(fresh.map((entity) => [entity.id, importId]));
  if (fresh.length === 0) return { canonical: new Map(), since, proposals: 0 };
  const freshIds = new Set(fresh.map((entity) => entity.id));
  const neighbours = new Set<number>();
  // Those whom this import brings are at hand.
  const where = `visible AND first_import <> ${importId}`;
  for (const [index, column] of meetingColumns.entries()) {
    const keys = new Set(fresh.map((entity) => meetingKeys(entity.identity)[index] ?? null));
    keys.delete(null);
    const found = await selectByKeys<{ canonical: number }>(
      db,
      { table: 'party', columns: ['canonical'], key: [{ name: column, pgType: 'text' }], where },
      [...keys].map((key) => [key]),
    );
    for (const row of found) neighbours.add(row.canonical);
  }
  const members = await membersOfUnits<PartyRow>(stores, columns, neighbours);
  const existing = members.filter((row) => row.visible && !freshIds.has(row.id)).sort((a, b) => a.id - b.id);
  const sources = await sourceNames(stores);
  const words = await saidBy(
    stores,
    'party',
    existing.flatMap((row) => (row.since_patch === null ? [] : [[row.id, row.since_patch] as const])),
  );
  const idOf = new Map([...existing, ...fresh].map((row) => [row.key, row.id]));
  const keyOf = new Map([...existing, ...fresh].map((row) => [row.id, row.key]));
  const linkedBefore = existing.values().map(
    (row): LinkedIdentity => ({
      identity: identityFromFacts(
        sources.get(row.source_id) ?? '',
        row.key,
        words.get(`${row.id} ${row.since_patch}`) ?? row.born,
      ),
      unit: keyOf.get(row.canonical) ?? row.key,
    }),
  );
  const linked = await inTurns(
    linkingSteps(
      fresh.map((entity) => entity.identity),
      linkedBefore,
    ),
  );
  const canonical = new Map<number, number>();
  for (const { identity, unit } of linked.linked) {
    const party = idOf.get(identity.key);
    if (party !== undefined) canonical.set(party, idOf.get(unit) ?? party);
  }
  const born = new Set(fresh.flatMap(({ id, isNew }) => (isNew ? [id] : [])));
  await writeCanonical(stores, new Map([...canonical].filter(([id, unit]) => unit !== id || !born.has(id))));
  await writeBeginnings(
    stores,
    fresh.flatMap((entity) =>
      entity.isNew ? [] : [{ ...entity, since: { import: importId, patch: entity.patchImport } }],
    ),
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
  return { canonical, since, proposals: linked.proposals.length };
}

async function sourceNames(stores: Stores): Promise<Map<number, string>> {
  const rows = await stores.records.db.selectFrom('source').selectAll().execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Who a party is by the words of the first applied import that mentions it; `patch`: the import that said the same. */
interface Beginning {
  readonly id: number;
  readonly identity: Identity;
  readonly since: { readonly import: number; readonly patch: number };
}

export interface Relinking extends Links {
  readonly beginnings: readonly Beginning[];
}

/**
 * Links as they are without an import: all parties that the other imports mention, taken again in the order in which
 * these first mentioned them. Skipped where the import was the first to mention nobody.
 */
export async function relinkParties(
  stores: Stores,
  importId: number,
  applied: readonly number[],
  states: readonly UnitState[],
): Promise<Relinking> {
  const { db } = stores.records;
  const seen = new Map<number, { import: number; patch: number }>();
  const firstBefore = new Map<number, number>();
  for (const other of [...applied, importId].sort((a, b) => a - b)) {
    const chunks = await db
      .selectFrom('mention')
      .select(['ids', 'patches'])
      .where('import_id', '=', other)
      .where('level', '=', 'party')
      .execute();
    for (const chunk of chunks)
      chunk.ids.forEach((party, index) => {
        if (!firstBefore.has(party)) firstBefore.set(party, other);
        if (other !== importId && !seen.has(party))
          seen.set(party, { import: other, patch: chunk.patches[index] ?? other });
      });
  }
  const own = new Set(states.map((state) => state.id));
  const changed = [...own].filter((party) => firstBefore.get(party) === importId);
  if (changed.length === 0) return { canonical: new Map(), since: new Map(), proposals: 0, beginnings: [] };
  const parties = new Map<number, PartyRow & { source: string }>();
  for (let start = 0, all = [...seen.keys()]; start < all.length; start += 2000) {
    const rows = await sql<PartyRow & { source: string }>`
      SELECT p.id, p.key, p.source_id, p.canonical, p.visible, p.first_import, p.since_patch, p.born, s.name AS source
      FROM party AS p JOIN source AS s ON s.id = p.source_id
      WHERE p.kind = 'entity' AND p.id = ANY(${all.slice(start, start + 2000)}::int4[])`.execute(db);
    for (const row of rows.rows) parties.set(row.id, row);
  }
  const first = await saidBy(
    stores,
    'party',
    [...parties.keys()].map((party) => [party, seen.get(party)?.patch ?? 0]),
  );
  const identities = new Map(
    [...parties.values()].map((row) => [
      row.id,
      identityFromFacts(row.source, row.key, first.get(`${row.id} ${seen.get(row.id)?.patch}`) ?? row.born),
    ]),
  );
  const order = await sortedInTurns(
    [...parties.values()],
    (a, b) => (seen.get(a.id)?.import ?? 0) - (seen.get(b.id)?.import ?? 0) || byKey(a, b),
  );
  const idOf = new Map(order.map((row) => [row.key, row.id]));
  const linked = await inTurns(
    linkingSteps(
      order.flatMap((row) => identities.get(row.id) ?? []),
      [],
    ),
  );
  const canonical = new Map<number, number>();
  for (const { identity, unit } of linked.linked) {
    const party = idOf.get(identity.key);
    const now = idOf.get(unit) ?? party;
    if (party !== undefined && now !== undefined && parties.get(party)?.canonical !== now)
      canonical.set(party, now);
  }
  const beginnings = changed.flatMap((party): Beginning[] => {
    const identity = identities.get(party);
    const since = seen.get(party);
    return identity === undefined || since === undefined ? [] : [{ id: party, identity, since }];
  });
  const since = new Map(beginnings.map((one) => [one.id, one.since.import]));
  return { canonical, since, proposals: 0, beginnings };
}

/** Writes recomputed links after their commit. Safe to repeat. */
export async function writeLinks(stores: Stores, links: Relinking): Promise<void> {
  await writeCanonical(stores, links.canonical);
  await writeBeginnings(stores, links.beginnings);
}

async function writeBeginnings(stores: Stores, beginnings: readonly Beginning[]): Promise<void> {
  for (let start = 0; start < beginnings.length; start += 2000) {
    const step = beginnings.slice(start, start + 2000);
    const keys = step.map(({ identity }) => meetingKeys(identity));
    const column = (index: number) => keys.map((of) => of[index] ?? null);
    await sql`
      UPDATE party SET inn = b.inn, phone_key = b.phone_key, bare_name = b.bare_name,
        since_import = b.since_import, since_patch = b.since_patch
      FROM unnest(
        ${step.map((one) => one.id)}::int4[], ${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[],
        ${step.map((one) => one.since.import)}::int4[], ${step.map((one) => one.since.patch)}::int4[]
      ) AS b (id, inn, phone_key, bare_name, since_import, since_patch)
      WHERE party.id = b.id`.execute(stores.records.db);
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
