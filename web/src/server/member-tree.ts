import type { api } from './api.ts';

export type Member = Awaited<ReturnType<typeof api.organisation>>['members'][number];

export interface Branch {
  readonly member: Member;
  readonly below: readonly Branch[];
}

const order = ['branch', 'department', 'team', 'rep'];

/** Members below whoever is the nearest above them; those of whom nobody is known stand at the top. */
export function memberTree(members: readonly Member[]): readonly Branch[] {
  const below = new Map<number | null, Member[]>();
  const known = new Set(members.map(({ id }) => id));
  for (const member of members) {
    const parent = member.parent !== null && known.has(member.parent) ? member.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), member]);
  }
  const grow = (parent: number | null): readonly Branch[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.name.localeCompare(b.name, 'ru'))
      .map((member) => ({ member, below: grow(member.id) }));
  return grow(null);
}

/** What is left of a tree when it is searched: those who fit, with all below them, and whoever is above. */
export function treeFound(tree: readonly Branch[], search: string): readonly Branch[] {
  const sought = search.trim().toLocaleLowerCase();
  if (sought === '') return tree;
  return tree.flatMap((branch) => {
    const { name, code } = branch.member;
    if (`${name} ${code}`.toLocaleLowerCase().includes(sought)) return [branch];
    const below = treeFound(branch.below, sought);
    return below.length > 0 ? [{ ...branch, below }] : [];
  });
}
