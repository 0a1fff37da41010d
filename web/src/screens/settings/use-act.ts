import { useCallback } from 'react';
import { tell } from '../../app/undo.tsx';
import { designWords } from '../../design/words.ts';
import { useWords } from '../../language/language.tsx';
import { ApiProblem } from '../../server/api.ts';

/** Does something that has no form to show its refusal in: a toast says it. */
export function useAct(): (act: () => Promise<unknown>) => Promise<void> {
  const say = useWords(designWords);
  return useCallback(
    async (act) => {
      try {
        await act();
      } catch (error) {
        tell(error instanceof ApiProblem ? error.details.detail : say('failedUnknown'));
      }
    },
    [say],
  );
}
