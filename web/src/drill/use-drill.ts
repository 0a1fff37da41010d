import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Drill } from './drill-state.ts';

/** Opens and closes what stands behind a figure; the address keeps it, and with it what else it is told (`also`). */
export function useDrill() {
  const navigate = useNavigate();
  const { drill } = useSearch({ strict: false }) as { readonly drill?: Drill };
  const opened = drill !== undefined;
  const tab = drill?.tab;
  const open = useCallback(
    (next: Drill | undefined, also?: object) =>
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, drill: next && { tab, ...next }, ...also }),
        // The list that was shown stays shown. A walk from cell to cell is one step back.
        replace: opened && next !== undefined,
        resetScroll: false,
      }),
    [navigate, opened, tab],
  );
  return { drill, open, close: useCallback(() => open(undefined), [open]) };
}
