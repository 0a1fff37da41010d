import { type Dimension, dimensions, kindOf } from '../../../domain/dimensions.ts';

/** Combinations of dimensions of which bitmaps and sums are kept: the whole, every single dimension, and the pair that tables ask for most. */
export const keptLevels: readonly (readonly Dimension[])[] = [
  [],
  ...dimensions.map((dimension) => [dimension]),
  ['rep', 'category'],
];

/**
 * Levels of which sizes of states are kept too. Of thousands of products they would take longer to work out month after
 * month than bitmaps take to answer who asks.
 */
export const stateLevels = keptLevels.filter((level) => level.length <= 1 && !level.includes('sku'));

export const levelName = (level: readonly Dimension[]): string => level.join(' ');

/** The kept level that has exactly these dimensions, in its own order; null where none has. */
export function keptLevel(wanted: Iterable<Dimension>): readonly Dimension[] | null {
  const all = new Set(wanted);
  return keptLevels.find((level) => level.length === all.size && level.every((one) => all.has(one))) ?? null;
}

/** Kept beside the levels: days of the whole company, for windows that cut months. */
export const dayLevel = 'day';

/** Levels of one kind of members of the organisation, by name. */
export const organisationLevels: readonly string[] = keptLevels
  .filter(([one, other]) => one !== undefined && other === undefined && kindOf(one) === 'organisation')
  .map(levelName);

/** Kept beside the levels: who has several members of a dimension at once. */
export const sharedLevel = (level: string): string => `shared ${level}`;

/** Sums of units by the organisation: of all their lines, and of those of each category. */
export const sumLevels = ['', 'category'] as const;
export type SumLevel = (typeof sumLevels)[number];
