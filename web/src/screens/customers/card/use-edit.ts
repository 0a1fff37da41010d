import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditableField } from '../../../../../src/domain/customer-edit.ts';
import { did } from '../../../app/undo.tsx';
import { useWords } from '../../../language/language.tsx';
import { ApiProblem, api } from '../../../server/api.ts';
import { invalidateData } from '../../../server/query-client.ts';
import { cardKey, type Who } from './ask.ts';
import { cardWords } from './words.ts';

export interface Said {
  readonly field: EditableField;
  /** null takes back what was stated: what imports say counts again. */
  readonly value: string | null;
  /** Of the card that was looked at when the editing began. */
  readonly version: number;
}

/** What stands in the card by now, and who wrote it. */
export interface Conflict {
  readonly yours: string;
  readonly now: string;
  readonly version: number;
  /** Empty: the owner of the data folder. */
  readonly user: string;
}

export function conflictOf(error: unknown): Conflict | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const params = error.details.problems.find(({ code }) => code === 'customerEditStale')?.params;
  if (params === undefined) return undefined;
  const { yours, now, version, user } = params;
  return {
    ...{ yours: String(yours), now: String(now), version: Number(version) },
    user: user === 'none' ? '' : String(user),
  };
}

/** States a field of a customer by hand, and says how to take it back. */
export function useEdit(who: Who) {
  const say = useWords(cardWords);
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ field, value, version }: Said) =>
      api.editCustomer({ params: who, body: { version, [field]: value } }),
    onSuccess: ({ edit, card }, { field }) => {
      client.setQueryData(cardKey(who), card);
      if (edit === null) return;
      void invalidateData();
      did(say('saved', { field: say(field), value: card[field] || 'none' }), async () => {
        const back = await api.undoCustomerEdit({ params: { id: edit } });
        client.setQueryData(cardKey(who), back.card);
        await invalidateData();
      });
    },
  });
}
