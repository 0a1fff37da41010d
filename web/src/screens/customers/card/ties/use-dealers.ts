import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { did } from '../../../../app/undo.tsx';
import { useWords } from '../../../../language/language.tsx';
import { api, type CustomerDealers } from '../../../../server/api.ts';
import { tieWords } from './words.ts';

export const useDealers = (client: number | undefined) =>
  useQuery({
    queryKey: ['dealers', client],
    enabled: client !== undefined,
    queryFn: ({ signal }) => api.dealersOf({ params: { id: client ?? 0 } }, { signal }),
  });

/** Whose sub-dealer he was on a day, as it stands in what was said. */
function dealerOn({ history }: CustomerDealers, day: string): number | null {
  const held = history.filter(({ since }) => since <= day);
  held.sort((a, b) => a.since.localeCompare(b.since) || a.id - b.id);
  return held.at(-1)?.dealer?.id ?? null;
}

export function useStateDealer(of: CustomerDealers) {
  const say = useWords(tieWords);
  const client = useQueryClient();
  const state = async (dealer: number | null, since: string) => {
    const now = await api.stateDealer({ params: { id: of.id }, body: { dealer, since } });
    // The cards of both dealers say it too, and whoever counts the network.
    void client.invalidateQueries();
    return now;
  };
  return useMutation({
    mutationFn: ({ dealer, since }: { readonly dealer: number | null; readonly since: string }) =>
      state(dealer, since),
    onSuccess: ({ dealer }, { since }) => {
      const before = dealerOn(of, since);
      did(say('stated', { dealer: dealer?.name ?? 'none', name: of.name }), async () => {
        await state(before, since);
      });
    },
  });
}
