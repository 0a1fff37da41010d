import type { Branch, Member } from '../../../server/member-tree.ts';

/** A row of the tree as it is open now. */
export interface Row {
  readonly member: Member;
  /** From 1. */
  readonly level: number;
  readonly place: number;
  readonly of: number;
  /** null: nobody is below. */
  readonly isOpen: boolean | null;
  /** Row that this one is below; -1: none. */
  readonly above: number;
}

/** The rows of a tree, top down, without those below a closed one. */
export function visibleRows(tree: readonly Branch[], isOpen: (id: number) => boolean): readonly Row[] {
  const rows: Row[] = [];
  const add = (branches: readonly Branch[], level: number, above: number): void => {
    branches.forEach(({ member, below }, at) => {
      const opened = below.length === 0 ? null : isOpen(member.id);
      rows.push({ member, level, place: at + 1, of: branches.length, isOpen: opened, above });
      if (opened) add(below, level + 1, rows.length - 1);
    });
  };
  add(tree, 1, -1);
  return rows;
}

/** Where a key of a tree leads: to a row, or to open or close this one (WAI-ARIA, tree view); undefined: nowhere. */
export function keyInTree(
  rows: readonly Row[],
  at: number,
  key: string,
): { readonly to: number } | { readonly open: boolean } | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  const within = (to: number) => ({ to: Math.min(rows.length - 1, Math.max(0, to)) });
  if (key === 'ArrowDown') return within(at + 1);
  if (key === 'ArrowUp') return within(at - 1);
  if (key === 'Home') return within(0);
  if (key === 'End') return within(rows.length - 1);
  if (key === 'ArrowRight') {
    if (row.isOpen === null) return undefined;
    return row.isOpen ? within(at + 1) : { open: true };
  }
  if (key === 'ArrowLeft') {
    if (row.isOpen) return { open: false };
    return row.above < 0 ? undefined : within(row.above);
  }
  return undefined;
}
