import { useMemo } from 'react';
import { editableFields } from '../../../../../src/domain/customer-edit.ts';
import { useWords } from '../../../language/language.tsx';
import { termsWords } from './terms/words.ts';
import { cardWords } from './words.ts';

/** Fields that are stated by hand, terms that are agreed, and what they say, as people call them. */
export function useFieldWords() {
  const say = useWords(cardWords);
  const sayTerm = useWords(termsWords);
  return useMemo(
    () => ({
      name: (field: string): string => {
        const known = editableFields.find((one) => one === field);
        return known === undefined ? sayTerm('kind', { kind: field }) : say(known);
      },
      value: (field: string, value: string): string =>
        field === 'status' && value !== '' ? say('statusIs', { status: value }) : value,
    }),
    [say, sayTerm],
  );
}
