import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { PivotRow } from './pivot.ts';

type Place = readonly [row: number, column: number];

const page = 15;

/**
 * Arrows walk through a table of which one cell alone is reached by Tab. Column −1 is the name of a row that can be
 * opened; the row behind the last one is the total.
 */
export function useWalk({
  box,
  rows,
  columns,
  reveal,
}: {
  readonly box: RefObject<HTMLElement | null>;
  readonly rows: readonly PivotRow[];
  readonly columns: number;
  /** Scrolls a cell into sight. */
  readonly reveal: (row: number, column: number) => void;
}) {
  const [wanted, setWanted] = useState<Place>([0, 0]);
  const last = rows.length;
  const active: Place = [Math.min(wanted[0], last), Math.min(wanted[1], columns - 1)];
  const known = useRef({ rows, columns, last });
  useEffect(() => {
    known.current = { rows, columns, last };
  });
  const focusAt = useCallback(
    (place: Place, again = 4) => {
      const found = box.current?.querySelector<HTMLElement>(`[data-at="${place[0]} ${place[1]}"]`);
      if (found) found.focus();
      else if (again > 0) requestAnimationFrame(() => focusAt(place, again - 1));
    },
    [box],
  );
  const onActive = useCallback((row: number, column: number) => setWanted([row, column]), []);
  const onKey = useCallback(
    (event: KeyboardEvent<HTMLElement>, row: number, column: number) => {
      const to = target(event, [row, column], known.current);
      if (to === undefined) return;
      event.preventDefault();
      setWanted(to);
      reveal(...to);
      focusAt(to);
    },
    [focusAt, reveal],
  );
  return { active, onActive, onKey };
}

function target(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  [row, column]: Place,
  {
    rows,
    columns,
    last,
  }: { readonly rows: readonly PivotRow[]; readonly columns: number; readonly last: number },
): Place | undefined {
  if (altKey) return undefined;
  const far = ctrlKey || metaKey;
  const opens = (at: number): boolean => (rows[at]?.children.length ?? 0) > 0;
  const toRow = (to: number): Place => {
    const at = Math.max(0, Math.min(last, to));
    return [at, column === -1 && !opens(at) ? 0 : column];
  };
  switch (key) {
    case 'ArrowDown':
      return toRow(far ? last : row + 1);
    case 'ArrowUp':
      return toRow(far ? 0 : row - 1);
    case 'PageDown':
      return toRow(row + page);
    case 'PageUp':
      return toRow(row - page);
    case 'ArrowRight':
      return [row, far ? columns - 1 : Math.min(columns - 1, column + 1)];
    case 'ArrowLeft':
      return [row, Math.max(opens(row) ? -1 : 0, far ? -1 : column - 1)];
    case 'Home':
      return [far ? 0 : row, 0];
    case 'End':
      return [far ? last : row, columns - 1];
    default:
      return undefined;
  }
}
