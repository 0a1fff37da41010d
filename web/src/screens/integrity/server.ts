import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../server/api.ts';
import { queryClient } from '../../server/query-client.ts';
import type { IntegrityState } from './state.ts';

export type SignalPage = Awaited<ReturnType<typeof api.signals>>;
export type Signal = SignalPage['signals'][number];
export type SignalDetail = Awaited<ReturnType<typeof api.signal>>;

/** The queue with as many rows as are asked for. */
export const useSignals = ({ state = 'new', scheme, rep, month }: IntegrityState, limit: number) =>
  useQuery({
    queryKey: ['signals', state, scheme, rep, month, limit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.signals(
        {
          query: {
            limit,
            ...(state !== 'all' && { state }),
            ...(scheme && { scheme }),
            ...(rep && { rep }),
            ...(month && { month }),
          },
        },
        { signal },
      ),
  });

export const useSignal = (id: string | undefined) =>
  useQuery({
    queryKey: ['signal', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => api.signal({ params: { signal: id ?? '' } }, { signal }),
  });

/** After a verdict. */
export async function invalidateSignals(): Promise<void> {
  for (const key of ['signals', 'signal', 'signalCounts'])
    await queryClient.invalidateQueries({ queryKey: [key] });
}
