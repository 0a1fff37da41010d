import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CustomerEdit, editableFields } from '../../../../../src/domain/customer-edit.ts';
import { did } from '../../../app/undo.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { invalidateData } from '../../../server/query-client.ts';
import { cardKey, type Who } from './ask.ts';
import { useFieldWords } from './use-field-words.ts';
import { cardWords } from './words.ts';

/** States fields of a customer by hand, and says how to take it back. */
export function useEdit(who: Who) {
  const say = useWords(cardWords);
  const fieldWords = useFieldWords();
  const client = useQueryClient();
  return useMutation({
    // One after another: of two at once the server takes one.
    scope: { id: cardKey(who).join(' ') },
    mutationFn: (body: CustomerEdit) => api.editCustomer({ params: { unit: who.unit, id: who.id }, body }),
    onSuccess: ({ edit, card }, said) => {
      client.setQueryData(cardKey(who), card);
      if (edit === null) return;
      void invalidateData();
      const field = editableFields.find((one) => said[one] !== undefined) ?? 'name';
      const value = fieldWords.value(field, card[field]) || 'none';
      did(say('saved', { field: say(field), value }), async () => {
        const back = await api.undoCustomerEdit({ params: { id: edit } });
        client.setQueryData(cardKey(who), back.card);
        await invalidateData();
      });
    },
  });
}
