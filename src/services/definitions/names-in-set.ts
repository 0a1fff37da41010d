import { type Dimension, kindOf, type Slice } from '../../domain/dimensions.ts';
import type { Scope } from '../../domain/scope.ts';
import { type CustomerSet, nodesOf, type SetNode } from '../../domain/sets/customer-set.ts';
import type { SetNames } from '../../messages/set-reading.ts';
import type { Stores } from '../../stores/stores.ts';
import { dressUnits } from '../activity/dress-units.ts';
import { namesOfMembers } from '../activity/member-names.ts';
import { visibleAmong } from '../customers/visible.ts';
import { currentVersion } from '../ledger/data-version.ts';
import { methodAsked } from './methods.ts';
import { storedSets } from './stored-sets.ts';

/** What the members and the method of a set are called. */
export async function namesInSet(
  stores: Stores,
  { set, method }: CustomerSet,
  language: 'ru' | 'en',
  { scope, isSeen }: { readonly scope: Scope; readonly isSeen: (member: number) => boolean },
): Promise<SetNames> {
  const used = new Map<Dimension, Set<string>>();
  for (const { node } of nodesOf(set)) {
    for (const { dimension, members } of membersIn(node))
      used.set(dimension, new Set([...(used.get(dimension) ?? []), ...members]));
  }
  const names = new Map<Dimension, Map<string, { name: string }>>();
  for (const [dimension, members] of used)
    names.set(dimension, await namesOfMembers(stores, dimension, [...members]));
  const { name } = await methodAsked(stores, method);
  const isMadeOfStored = [...nodesOf(set)].some(({ node }) => node.kind === 'stored');
  const stored = new Map(
    (isMadeOfStored ? await storedSets(stores, scope) : []).map((one) => [one.id, one.name]),
  );
  return {
    member: (dimension, id) =>
      kindOf(dimension) === 'organisation' && !isSeen(Number(id))
        ? id
        : (names.get(dimension)?.get(id)?.name ?? id),
    client: await clientNames(stores, set, scope),
    storedSet: (id) => stored.get(id) ?? String(id),
    method: () => name[language],
  };
}

function membersIn(node: SetNode): Slice {
  if (node.kind === 'attribute') return [node];
  if (node.kind === 'flawed')
    return node.branch === undefined ? [] : [{ dimension: 'branch', members: [String(node.branch)] }];
  return 'slice' in node ? (node.slice ?? []) : [];
}

/** Clients whom the reader may be told of by name, others by number. */
async function clientNames(stores: Stores, set: SetNode, scope: Scope): Promise<(id: number) => string> {
  const asked = [...nodesOf(set)].flatMap(({ node }) =>
    node.kind === 'dealerNetwork' && node.of !== undefined ? [node.of] : [],
  );
  const seen = { scope, version: await currentVersion(stores.records) };
  const visible = asked.length === 0 ? new Set() : await visibleAmong(stores, seen, 'client', asked);
  const dress = await dressUnits(
    stores,
    'client',
    asked.filter((id) => visible.has(id)),
  );
  return (id) => dress(id).name || `№ ${id}`;
}
