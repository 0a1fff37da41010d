import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { queryClient } from './query-client.ts';

export type BonusMonth = Awaited<ReturnType<typeof api.bonusStatements>>;

/** Premiums of a month of everybody whose the reader may see. */
export const useBonus = (month: string | undefined) =>
  useQuery({
    queryKey: ['bonus', month],
    enabled: month !== undefined,
    queryFn: ({ signal }) => api.bonusStatements({ params: { month: month ?? '' } }, { signal }),
  });

export const useBonusSchemes = () =>
  useQuery({ queryKey: ['bonus', 'schemes'], queryFn: ({ signal }) => api.bonusSchemes({ signal }) });

export const invalidateBonus = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['bonus'] });
