import type { PlanLevel, PlanTarget } from '../../../../src/domain/plan.ts';
import { type Branch, type Member, memberTree } from '../../server/member-tree.ts';

/** What a target is about, with the name of the member. */
export type Named = Pick<PlanTarget, 'level' | 'member' | 'metric' | 'product'> & { readonly name: string };

/** Whoever something is planned for, or some goods of his: a line of the screen. */
export interface Line extends Pick<PlanTarget, 'level' | 'member' | 'product'> {
  readonly key: string;
  /** '': the company. */
  readonly name: string;
  readonly below: readonly Line[];
}

export const lineKey = ({ member, product }: Pick<PlanTarget, 'member' | 'product'>): string =>
  JSON.stringify([member, product?.dimension ?? '', product?.member ?? '']);

/**
 * The company with all below it for whom there are targets and whoever is above them; or with everybody (`all`). Of
 * goods alone a line stands first below whom it is planned for.
 */
export function planLines(
  members: readonly Member[],
  targets: readonly Named[],
  all: boolean,
): readonly Line[] {
  const own = Map.groupBy(targets, ({ member }) => member);
  const known = new Set(members.map(({ id }) => id));
  const line = (level: PlanLevel, member: number, name: string, below: readonly Line[]): Line => {
    const goods = new Map(
      (own.get(member) ?? []).flatMap(({ product }) =>
        product ? [[lineKey({ member, product }), product] as const] : [],
      ),
    );
    return {
      ...{ key: lineKey({ member, product: null }), level, member, name, product: null },
      below: [
        ...[...goods].map(([key, product]) => ({
          ...{ key, level, member, product, name: product.member, below: [] },
        })),
        ...below,
      ],
    };
  };
  const grow = (branches: readonly Branch[]): readonly Line[] =>
    branches.flatMap(({ member: { id, kind, name, code }, below }) => {
      const lines = grow(below);
      return all || own.has(id) || lines.length > 0 ? [line(kind, id, name || code, lines)] : [];
    });
  // Whom the organisation of today does not know any more.
  const gone = [...own].flatMap(([member, [first]]) =>
    member !== 0 && !known.has(member) && first ? [line(first.level, member, first.name, [])] : [],
  );
  const below = [...grow(memberTree(members)), ...gone];
  return all || own.has(0) ? [line('company', 0, '', below)] : below;
}

interface Row {
  readonly line: Line;
  /** From 0. */
  readonly depth: number;
  /** null: nothing is below. */
  readonly isOpen: boolean | null;
}

/** The lines that are to be seen, top down. */
export const openRows = (
  lines: readonly Line[],
  isOpen: (key: string) => boolean,
  depth = 0,
): readonly Row[] =>
  lines.flatMap((line) => {
    const opened = line.below.length === 0 ? null : isOpen(line.key);
    return [{ line, depth, isOpen: opened }, ...(opened ? openRows(line.below, isOpen, depth + 1) : [])];
  });

/** How many lines there are in all. */
export const countLines = (lines: readonly Line[]): number =>
  lines.reduce((all, { below }) => all + 1 + countLines(below), 0);
