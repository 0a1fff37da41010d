import type { Dimension } from '../../domain/dimensions.ts';
import { type CustomerSet, nodesOf } from '../../domain/sets/customer-set.ts';
import type { SetNames } from '../../messages/set-reading.ts';
import type { Stores } from '../../stores/stores.ts';
import { namesOfMembers } from './member-names.ts';
import { methodAsked } from './methods.ts';

/** What the members and the method of a set are called. */
export async function namesInSet(
  stores: Stores,
  { set, method }: CustomerSet,
  language: 'ru' | 'en',
): Promise<SetNames> {
  const used = new Map<Dimension, Set<string>>();
  for (const { node } of nodesOf(set)) {
    const slice = node.kind === 'attribute' ? [node] : 'slice' in node ? (node.slice ?? []) : [];
    for (const { dimension, members } of slice)
      used.set(dimension, new Set([...(used.get(dimension) ?? []), ...members]));
  }
  const names = new Map<Dimension, Map<string, { name: string }>>();
  for (const [dimension, members] of used)
    names.set(dimension, await namesOfMembers(stores, dimension, [...members]));
  const { name } = await methodAsked(stores, method);
  return {
    member: (dimension, id) => names.get(dimension)?.get(id)?.name ?? id,
    storedSet: (id) => String(id),
    method: () => name[language],
  };
}
