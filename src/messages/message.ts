import { IntlMessageFormat } from 'intl-messageformat';

export type Language = 'ru' | 'en';

/** Sentences by code, each in every language, in ICU MessageFormat. */
export type MessageCatalogue = Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type MessageParams = Readonly<Record<string, string | number>>;

/** Formats one ICU sentence; numbers and plurals follow the language. */
export function formatMessage(template: string, language: Language, params: MessageParams = {}): string {
  return String(new IntlMessageFormat(template, language, undefined, { ignoreTag: true }).format(params));
}
