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

export const useCalls = ({ group, sort, branch, department, team, rep }: CallsState) =>
  useInfiniteQuery({
    queryKey: ['calls', 'list', group, sort, branch, department, team, rep],
    initialPageParam: 0,
    queryFn: ({ pageParam: from, signal }) => {
      const asked = { group, sort, branch, department, team, rep };
      return api.calls({ query: { from, limit: rowsOfPage, ...onlyStated(asked) } }, { signal });
    },
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return shown < total ? shown : undefined;
    },
  });

type Stated<Asked> = { [Key in keyof Asked]?: NonNullable<Asked[Key]> };
const onlyStated = <Asked extends object>(asked: Asked): Stated<Asked> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Stated<Asked>;

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
