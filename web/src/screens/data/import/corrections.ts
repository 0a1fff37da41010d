import type { api } from '../../../server/api.ts';

export type Revision = Parameters<typeof api.reviseJob>[0]['body'];
type Correction = NonNullable<Revision['corrections']>[number];

/** Cells that a person has mended and not sent yet, by table, row and column. */
export type Corrections = ReadonlyMap<string, Correction>;

const keyOf = (table: number, row: number, column: number): string => `${table} ${row} ${column}`;

export const correctionOf = (
  corrections: Corrections,
  table: number,
  row: number,
  column: number,
): string | undefined => corrections.get(keyOf(table, row, column))?.value ?? undefined;

/** `stands`: what is in the cell without the correction; the same again takes it back. */
export function corrected(
  corrections: Corrections,
  at: { readonly table: number; readonly row: number; readonly column: number },
  value: string,
  stands: string,
): Corrections {
  const next = new Map(corrections);
  const key = keyOf(at.table, at.row, at.column);
  if (value === stands) next.delete(key);
  else next.set(key, { ...at, value });
  return next;
}
