import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TermsChange } from '../../../../../../src/domain/terms.ts';
import { did } from '../../../../app/undo.tsx';
import { useWords } from '../../../../language/language.tsx';
import { api, type CustomerTerms } from '../../../../server/api.ts';
import { cardKey, type Who } from '../ask.ts';
import { termsWords } from './words.ts';

const termsKey = ({ unit, id }: Who) => ['terms', unit, id];

export const useTerms = (who: Who) =>
  useQuery({
    queryKey: termsKey(who),
    queryFn: ({ signal }) => api.terms({ params: { unit: who.unit, id: who.id } }, { signal }),
  });

/** What a change of terms is seen in. */
function useTake(who: Who) {
  const client = useQueryClient();
  return async (terms: CustomerTerms) => {
    client.setQueryData(termsKey(who), terms);
    await Promise.all(
      [['timeline'], ['terms'], cardKey(who)].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  };
}

export function useChangeTerms(who: Who) {
  const say = useWords(termsWords);
  const take = useTake(who);
  return useMutation({
    mutationFn: (body: TermsChange) =>
      api.changeTerms({ params: { unit: who.unit, id: who.id }, body: body as ChangeBody }),
    onSuccess: (terms) => {
      void take(terms);
      const [last] = terms.history;
      if (last === undefined) return;
      did(say('changed'), async () => take(await api.undoTerms({ params: { id: last.id } })));
    },
  });
}

type ChangeBody = Parameters<typeof api.changeTerms>[0]['body'];

export function useUndoTerms(who: Who) {
  const take = useTake(who);
  return useMutation({
    mutationFn: (id: number) => api.undoTerms({ params: { id } }),
    onSuccess: (terms) => void take(terms),
  });
}
