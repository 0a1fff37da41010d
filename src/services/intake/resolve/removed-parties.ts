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
  /** Keys that were not known. */
  readonly fresh: () => readonly string[];
}

export async function removedNamed(
  stores: Pick<Stores, 'records'>,
  { drafts, inLines, fresh }: Named,
): Promise<RemovedNamed> {
  const destroyed = await destroyedAmong(stores, fresh);
  const removed = await removedParties(stores);
  if (removed.length === 0) return { back: [], stay: 0, destroyed };
  const bought = inLines();
  const units = new Set(removed.flatMap((one) => (bought.has(one.key) ? [one.canonical] : [])));
  const staying = removed.filter(({ canonical }) => !units.has(canonical));
  const away = new Set(staying.map(({ key }) => key));
  // A group is there with the first of its legal entities.
  const groups = new Set(
    [...drafts].flatMap(([key, { facts }]) => (away.has(key) ? [] : [facts.group ?? ''])),
  );
  return {
    back: removed.filter(({ key, canonical }) => units.has(canonical) || groups.has(key)),
    stay: staying.filter(({ key }) => drafts.has(key) && !groups.has(key)).length,
    destroyed,
  };
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
