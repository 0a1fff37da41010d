import { useMutation } from '@tanstack/react-query';
import { did, tell } from '../app/undo.tsx';
import { useWords } from '../language/language.tsx';
import { api, isProblem } from '../server/api.ts';
import { invalidateData } from '../server/query-client.ts';
import { removedWords } from './words.ts';

export interface Removable {
  readonly unit: 'client' | 'legalEntity';
  readonly id: number;
}

/** As many as are removed at once: each is a new version of the data. */
export const mostRemoved = 50;

/** Removes customers one after another; those who have bought stay. */
export function useRemove() {
  const say = useWords(removedWords);
  return useMutation({
    mutationFn: async ({
      some,
      reason,
    }: {
      readonly some: readonly Removable[];
      readonly reason: string;
    }) => {
      const edits: number[] = [];
      let bought = 0;
      try {
        for (const params of some) {
          try {
            edits.push((await api.removeCustomer({ params, body: { reason } })).edit);
          } catch (error) {
            // Of one the refusal stands in the dialog.
            if (some.length === 1 || !isProblem(error, 'removalHasBought')) throw error;
            bought++;
          }
        }
      } finally {
        if (edits.length > 0) {
          did(say('removed', { n: edits.length }), async () => {
            for (const id of edits.toReversed()) await api.restoreCustomer({ params: { id } });
            await invalidateData();
          });
          void invalidateData();
        }
      }
      if (bought > 0) tell(say('hadBought', { n: bought }));
    },
  });
}
