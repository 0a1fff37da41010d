import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { MessageParams } from '../../../src/messages/message.ts';
import { remember, remembered } from '../app/remembered.ts';
import { callDefaults } from '../server/api.ts';
import { type Language, sayIn, type Words } from './words.ts';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const context = createContext<LanguageChoice>({ language: 'ru', choose: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => remembered('akb-language', ['ru', 'en']) ?? 'ru');
  useEffect(() => {
    document.documentElement.lang = language;
    callDefaults.language = language;
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        remember('akb-language', chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <context.Provider value={value}>{children}</context.Provider>;
}

export const useLanguage = (): LanguageChoice => useContext(context);

/** Says words of a part of the application: `const say = useWords(dashboardWords); say('title', { month })`. */
export function useWords<W extends Words>(
  words: W,
): (code: keyof W & string, params?: MessageParams) => string {
  const { language } = useLanguage();
  return useMemo(() => (code, params) => sayIn(words, language, code, params), [words, language]);
}
