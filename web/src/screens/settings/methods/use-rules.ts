import { useMemo } from 'react';
import { labelMessages } from '../../../../../src/messages/labels.ts';
import { methodRules } from '../../../../../src/messages/method-reading.ts';
import { methodWordMessages } from '../../../../../src/messages/method-words.ts';
import { setWordMessages } from '../../../../../src/messages/set-words.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import type { Method } from '../../../server/api.ts';

const ruleWords = { ...methodWordMessages, ...setWordMessages, ...labelMessages };

/** Every rule of a method in words; `own`: unlike the method of the counting rules. */
export function useRules() {
  const say = useWords(ruleWords);
  const { language } = useLanguage();
  return useMemo(
    () => (method: Method) => methodRules(method as Parameters<typeof methodRules>[0], { say, language }),
    [say, language],
  );
}
