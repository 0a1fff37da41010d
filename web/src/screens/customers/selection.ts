import type { SetNode } from '../../../../src/domain/sets/customer-set.ts';

/** Who is chosen of a list: some, or all of it but for some. */
export interface Selection {
  readonly all: boolean;
  readonly ids: ReadonlySet<number>;
}

export const nobody: Selection = { all: false, ids: new Set() };
export const everyone: Selection = { all: true, ids: new Set() };

export const isSelected = ({ all, ids }: Selection, id: number): boolean => ids.has(id) !== all;

export const sizeOf = ({ all, ids }: Selection, total: number): number => (all ? total - ids.size : ids.size);

/** With these chosen, or not. */
export function selecting(selection: Selection, some: readonly number[], chosen: boolean): Selection {
  const ids = new Set(selection.ids);
  for (const id of some) {
    if (chosen === selection.all) ids.delete(id);
    else ids.add(id);
  }
  return { ...selection, ids };
}

/** Those chosen as a set; `list` is who is listed. */
export function selectedNode({ all, ids }: Selection, list: SetNode): SetNode {
  const some: SetNode = { kind: 'ids', ids: [...ids].sort((a, b) => a - b) };
  if (!all) return some;
  return ids.size === 0 ? list : { kind: 'andNot', of: list, without: some };
}
