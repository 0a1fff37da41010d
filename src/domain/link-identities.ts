import type { Identity } from './identity.ts';
import { type Match, type Unit, UnitIndex } from './unit-index.ts';

/** An identity and the unit (legal entity) it belongs to; a unit is named by the key of its first identity. */
export interface LinkedIdentity {
  readonly identity: Identity;
  readonly unit: string;
}

/**
 * Two units that may be one; a person decides. All units that share `key` are one group: a new unit is proposed
 * together with the oldest of them only, so that a thousand namesakes make a thousand proposals, not a million.
 */
export interface DuplicateProposal {
  /** The new unit. */
  readonly a: string;
  /** The unit that was there before. */
  readonly b: string;
  /** `similarName`: equal without brackets and archive marks, «Ромашка (Лесная)» and «Ромашка (Садовая)». */
  readonly reason: Match['reason'];
  readonly key: string;
}

export interface LinkResult {
  /** The new identities in the order given; those known already and repeats are left out. */
  readonly linked: readonly LinkedIdentity[];
  readonly proposals: readonly DuplicateProposal[];
}

/**
 * Joins identities of different sources that surely are one legal entity. They are taken in the order given (that of
 * first observation), and the result depends on nothing else: undoing an import is linking again without it.
 *
 * An identity looks for units that share its strongest key: ИНН+КПП, then ИНН where one side has no КПП, then phone and
 * surname, then name and city (a city unknown on one side fits any). Exactly one unit, without a different code of the
 * same source, a different ИНН or a different КПП of the same ИНН: it joins. Otherwise it becomes a unit of its own,
 * with a proposal unless the ИНН speaks against it. Linear in the number of identities.
 */
export function linkIdentities(
  newOnes: Iterable<Identity>,
  existing: Iterable<LinkedIdentity> = [],
): LinkResult {
  const steps = linkingSteps(newOnes, existing);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same identity by identity: there may be hundreds of thousands, and others want their turn. */
export function* linkingSteps(
  newOnes: Iterable<Identity>,
  existing: Iterable<LinkedIdentity>,
): Generator<void, LinkResult> {
  const index = new UnitIndex();
  const known = new Set<string>();
  const put = (identity: Identity, unit: Unit) => {
    known.add(identity.key);
    index.add(unit, identity);
    unit.members.push(identity);
  };

  const units = new Map<string, Unit>();
  for (const { identity, unit: key } of existing) {
    const unit = units.get(key) ?? { key, members: [] };
    units.set(key, unit);
    put(identity, unit);
    yield;
  }

  const linked: LinkedIdentity[] = [];
  const proposals: DuplicateProposal[] = [];
  for (const identity of newOnes) {
    if (known.has(identity.key)) continue;
    const match = index.match(identity);
    const [only, second] = match?.units ?? [];
    if (only && !second && !conflict(only, identity)) {
      put(identity, only);
      linked.push({ identity, unit: only.key });
    } else {
      const proposal = propose(identity, match ?? index.matchSimilar(identity));
      if (proposal) proposals.push(proposal);
      put(identity, { key: identity.key, members: [] });
      linked.push({ identity, unit: identity.key });
    }
    yield;
  }
  return { linked, proposals };
}

function propose(identity: Identity, match: Match | null): DuplicateProposal | null {
  const [first] = match?.units ?? [];
  if (!match || !first) return null;
  const other = hasOtherInn(first, identity) ? match.withoutInn() : first;
  return other ? { a: identity.key, b: other.key, reason: match.reason, key: match.key } : null;
}

function conflict(unit: Unit, { source, code, inn, kpp }: Identity): boolean {
  return unit.members.some(
    (member) =>
      (code !== null && member.code !== null && member.source === source && member.code !== code) ||
      (inn !== null && member.inn !== null && member.inn !== inn) ||
      (kpp !== null && member.kpp !== null && member.kpp !== kpp),
  );
}

function hasOtherInn(unit: Unit, { inn }: Identity): boolean {
  return inn !== null && unit.members.some((member) => member.inn !== null && member.inn !== inn);
}
