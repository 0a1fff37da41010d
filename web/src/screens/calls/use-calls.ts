import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { NewCall } from '../../../../src/domain/calls.ts';
import { did } from '../../app/undo.tsx';
import { callWords } from '../../design/call-words.ts';
import { useWords } from '../../language/language.tsx';
import { api, type CallPage } from '../../server/api.ts';
import { queryClient } from '../../server/query-client.ts';
import type { CallsState } from './state.ts';
import { callsWords } from './words.ts';

export type CallRow = CallPage['rows'][number];

const rowsOfPage = 50;

export const useCalls = ({ group, sort, rep }: CallsState) =>
  useInfiniteQuery({
    queryKey: ['calls', 'list', group, sort, rep],
    initialPageParam: 0,
    queryFn: ({ pageParam: from, signal }) => {
      const query = { from, limit: rowsOfPage, ...(group && { group }), ...(sort && { sort }) };
      return api.calls({ query: { ...query, ...(rep !== undefined && { rep }) } }, { signal });
    },
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return shown < total ? shown : undefined;
    },
  });

export const useCallCard = (id: number | undefined) =>
  useQuery({
    queryKey: ['calls', 'card', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => api.callCard({ params: { id: id ?? 0 } }, { signal }),
  });

const again = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['calls'] }),
    queryClient.invalidateQueries({ queryKey: ['timeline'] }),
  ]);

/** Writes down what a call ended with; Ctrl Z takes it back. */
export function useRecordCall(onRecorded: () => void) {
  const say = useWords(callsWords);
  const sayCall = useWords(callWords);
  return useMutation({
    mutationFn: ({ name: _, ...body }: NewCall & { readonly name: string }) => api.recordCall({ body }),
    onSuccess: async ({ id, outcome }, { name }) => {
      did(say('recorded', { name, outcome: sayCall('outcome', { outcome }) }), async () => {
        await api.undoCall({ params: { call: id } });
        await again();
      });
      onRecorded();
      await again();
    },
  });
}
