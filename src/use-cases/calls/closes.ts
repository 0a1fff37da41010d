import { divide } from '../../domain/decimal.ts';
import type { Decimal } from '../../domain/units.ts';

/** What some would bring of what is missing to a plan. */
export interface Closes {
  /** Of the missing sales, or of the missing customers. */
  readonly share: Decimal;
  /** How many of the first of them bring all of it; null: all together do not. */
  readonly enough: number | null;
}

/** null: nothing is missing. `brings`: whole kopecks, or customers, that the one at a place adds. */
export function closesOf(
  places: readonly number[],
  missing: Decimal | undefined,
  brings: (at: number) => number,
): Closes | null {
  const wanted = Number(missing ?? 0);
  if (missing === undefined || wanted <= 0) return null;
  let brought = 0;
  let enough: number | null = null;
  for (const [before, at] of places.entries()) {
    brought += brings(at);
    if (enough === null && brought >= wanted) enough = before + 1;
  }
  return { share: divide(String(brought), missing, 4) ?? '0', enough };
}
