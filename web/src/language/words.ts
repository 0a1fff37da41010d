import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, MessageCatalogue, MessageParams } from '../../../src/messages/message.ts';

export type { Language };
/** Words of one part of the application, in both languages, ICU MessageFormat. They lie in the part's folder. */
export type Words = MessageCatalogue;

const formats = new Map<string, IntlMessageFormat>();

/** Plurals follow the language: `{n, plural, one {# клиент} few {# клиента} other {# клиентов}}`. */
export function sayIn<W extends Words>(
  words: W,
  language: Language,
  code: keyof W & string,
  params: MessageParams = {},
): string {
  const template = words[code]?.[language] ?? code;
  const key = `${language}${template}`;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(template, language, undefined, { ignoreTag: true });
    formats.set(key, format);
  }
  return String(format.format(params));
}
