import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Drill } from './drill-state.ts';

/** Opens and closes what stands behind a figure; the address keeps it. */
export function useDrill() {
  const navigate = useNavigate();
  const { drill } = useSearch({ strict: false }) as { readonly drill?: Drill };
  const open = useCallback(
    (next: Drill | undefined) =>
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, drill: next }),
        // A walk from cell to cell is one step back.
        replace: drill !== undefined && next !== undefined,
        resetScroll: false,
      }),
    [navigate, drill],
  );
  return { drill, open, close: useCallback(() => open(undefined), [open]) };
}
