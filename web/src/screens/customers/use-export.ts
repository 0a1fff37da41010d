import { useMutation } from '@tanstack/react-query';
import { tell } from '../../app/undo.tsx';
import { useWords } from '../../language/language.tsx';
import { download } from '../../server/download.ts';
import { nodeOf, type Question, setOf } from './question.ts';
import { type Selection, selectedNode } from './selection.ts';
import { customersWords } from './words.ts';

/** Saves the list as it stands, or those chosen of it, with its columns and in its order. */
export function useExport(question: Question | undefined, summed: string, selection: Selection) {
  const say = useWords(customersWords);
  return useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      if (question === undefined) return;
      const { slice, search, sort, order, columns } = question;
      const chosen = selection.all || selection.ids.size > 0;
      const list = nodeOf(question);
      await download('/api/v1/exports/members', {
        set: setOf(question, chosen ? selectedNode(selection, list) : list),
        period: summed,
        ...(slice.length > 0 && { slice }),
        ...(search !== '' && !chosen && { search }),
        ...{ sort, order, columns: ['name', ...columns], format },
      });
    },
    onMutate: () => tell(say('exporting')),
    onError: (error) => tell(error.message),
  });
}
