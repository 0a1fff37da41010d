import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** Whom to call today, in numbers. */
export const useCallGroups = (enabled = true) =>
  useQuery({
    queryKey: ['calls', 'count'],
    enabled,
    queryFn: ({ signal }) => api.calls({ query: { limit: 1 } }, { signal }),
    staleTime: 300_000,
  });

/** How many signals there are in each state. */
export const useSignalCounts = (enabled = true) =>
  useQuery({
    queryKey: ['signalCounts'],
    enabled,
    queryFn: ({ signal }) => api.signalCounts({ signal }),
  });
