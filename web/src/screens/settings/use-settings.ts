import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SettingsState } from './state.ts';

/** What the address says, and how to say something else in it. */
export function useSettings() {
  const search: SettingsState = useSearch({ from: '/settings' });
  const navigate = useNavigate({ from: '/settings' });
  const change = useCallback(
    (next: SettingsState) =>
      void navigate({
        search: (before: SettingsState) => ({ ...before, ...next, drill: undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { search, change };
}
