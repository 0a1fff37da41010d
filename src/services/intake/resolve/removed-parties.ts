import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { StatedFact, StatedFacts } from '../../../domain/stated-facts.ts';
import type { Stores } from '../../../stores/stores.ts';

/** The fact that somebody states of every identity of a customer whom he removes; its value: `unit id`. */
export const removedMark = 'removed';

/** Why somebody has removed him, beside the mark. */
export const removalReason = 'removalReason';

export interface RemovedParty {
  readonly id: number;
  readonly key: string;
  readonly canonical: number;
  readonly stated: StatedFacts;
  readonly mark: StatedFact;
}

export async function removedParties({ records }: Pick<Stores, 'records'>): Promise<RemovedParty[]> {
  const rows = await records.db
    .selectFrom('party')
    .select(['id', 'key', 'canonical', 'stated'])
    .where(sql<boolean>`(stated -> 'removed') IS NOT NULL`)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ stated, ...row }) => {
    const mark = stated?.[removedMark];
    return stated === null || mark === undefined ? [] : [{ ...row, stated, mark }];
  });
}

/** What an import means for customers who were removed by hand. */
export interface RemovedNamed {
  /** They have lines, or are one with somebody who has: they are back. */
  readonly back: readonly RemovedParty[];
  /** New identities of theirs that only cards name: they stay away with them. */
  readonly joined: readonly { readonly id: number; readonly with: RemovedParty }[];
  /** How many identities only cards name: they stay away. */
  readonly stay: number;
  /** How many new ones may be customers whose data were destroyed. */
  readonly destroyed: number;
}

interface Named {
  /** What an import says, by keys of parties. */
  readonly drafts: ReadonlyMap<string, { readonly facts: Readonly<Record<string, string>> }>;
  /** Keys of legal entities with lines. */
  readonly inLines: () => ReadonlySet<string>;
  /** Those that were not known. */
  readonly fresh: () => readonly { readonly id: number; readonly key: string }[];
  /** Of which unit an identity is, where the import says so. */
  readonly canonical: ReadonlyMap<number, number>;
}

export async function removedNamed(
  stores: Pick<Stores, 'records'>,
  { drafts, inLines, fresh, canonical: unitOf }: Named,
): Promise<RemovedNamed> {
  const destroyed = await destroyedAmong(stores, () => fresh().map(({ key }) => key));
  const removed = await removedParties(stores);
  if (removed.length === 0) return { back: [], joined: [], stay: 0, destroyed };
  const bought = inLines();
  const added = fresh();
  const hidden = await wholeUnits(stores, removed, new Set(added.map(({ id }) => id)));
  const newOnes = added.flatMap(({ id, key }) => {
    const one = hidden.get(unitOf.get(id) ?? id);
    return one === undefined ? [] : [{ id, key, with: one }];
  });
  const units = new Set([
    ...removed.flatMap((one) => (bought.has(one.key) ? [one.canonical] : [])),
    ...newOnes.flatMap((one) => (bought.has(one.key) ? [one.with.canonical] : [])),
  ]);
  const joined = newOnes.filter((one) => !units.has(one.with.canonical));
  const staying = removed.filter(({ canonical }) => !units.has(canonical));
  const away = new Set([...staying, ...joined].map(({ key }) => key));
  // A group is there with the first of its legal entities.
  const groups = new Set(
    [...drafts].flatMap(([key, { facts }]) => (away.has(key) ? [] : [facts.group ?? ''])),
  );
  return {
    back: removed.filter(({ key, canonical }) => units.has(canonical) || groups.has(key)),
    joined,
    stay: joined.length + staying.filter(({ key }) => drafts.has(key) && !groups.has(key)).length,
    destroyed,
  };
}

/** One removed identity of each unit of which all are removed, but for those that the import adds. */
async function wholeUnits(
  { records }: Pick<Stores, 'records'>,
  removed: readonly RemovedParty[],
  added: ReadonlySet<number>,
): Promise<ReadonlyMap<number, RemovedParty>> {
  const units = new Map(removed.map((one) => [one.canonical, one]));
  const there = await records.db
    .selectFrom('party')
    .select(['id', 'canonical'])
    .where('canonical', 'in', [...units.keys()])
    .where('visible', '=', true)
    .where(sql<boolean>`(stated -> 'removed') IS NULL`)
    .execute();
  for (const { id, canonical } of there) if (!added.has(id)) units.delete(canonical);
  return units;
}

/**
 * What is kept of the key of somebody whose data were destroyed: enough to say that a file may bring him back, too little
 * to tell who he was.
 */
export const destroyedDigest = (salt: string, key: string): string =>
  createHash('sha256').update(salt).update(key).digest('hex').slice(0, 8);

/** How many of the new keys may be those of customers whose data were destroyed. */
async function destroyedAmong(
  { records }: Pick<Stores, 'records'>,
  keys: () => readonly string[],
): Promise<number> {
  const rows = await records.db.selectFrom('destroyed_identity').select(['salt', 'digest']).execute();
  const salts = Map.groupBy(rows, ({ salt }) => salt);
  return [...salts].reduce((sum, [salt, some]) => {
    const digests = new Set(some.map(({ digest }) => digest));
    return sum + keys().filter((key) => digests.has(destroyedDigest(salt, key))).length;
  }, 0);
}

interface Identity {
  readonly id: number;
  readonly facts: Readonly<Record<string, string>>;
}

/** Identities of units that are removed as a whole: whoever is one with somebody who is there is there. */
export function hiddenByHand<Party extends Identity>(
  parties: Iterable<Party>,
  unitOf: (party: Party) => number,
): Party[] {
  const units = Map.groupBy(parties, unitOf);
  return [...units.values()]
    .filter((identities) => identities.every(({ facts }) => (facts[removedMark] ?? '') !== ''))
    .flat();
}
