import { type Dimension, dimensions } from '../../../domain/dimensions.ts';

/**
 * Combinations of dimensions of which bitmaps and sums are kept: the whole, every single dimension but the product
 * itself (thousands of members, seldom asked for), and the pair that tables ask for most.
 */
export const keptLevels: readonly (readonly Dimension[])[] = [
  [],
  ...dimensions.filter((dimension) => dimension !== 'sku').map((dimension) => [dimension]),
  ['rep', 'category'],
];

export const levelName = (level: readonly Dimension[]): string => level.join(' ');

/** The kept level that has exactly these dimensions, in its own order; null where none has. */
export function keptLevel(wanted: Iterable<Dimension>): readonly Dimension[] | null {
  const all = new Set(wanted);
  return keptLevels.find((level) => level.length === all.size && level.every((one) => all.has(one))) ?? null;
}
