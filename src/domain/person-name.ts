import { foldText } from './fold.ts';
import { givenNames } from './given-names.ts';
import { takeLegalForms } from './legal-form.ts';

const roles = new Set(
  'фермер глава крестьянское хозяйство гражданин гражданка гр господин госпожа физлицо'.split(' '),
);
const patronymic = /(?:вич|вна|ична|инична|оглы|кызы)$/;
const surnameEnding = /(?:[ое]ва?|ина?|ына?|ский|цкий|ская|цкая|ко|ук|юк|як|ян|дзе|швили|их|ых|ец)$/;

/** Parts of a person's name, folded; null when the text is not surely one. */
export interface PersonName {
  readonly surname: string;
  /** `full`: given name or patronymic in full; `initials`: «Зорин С. П.»; `single`: a surname alone behind «ИП». */
  readonly form: 'full' | 'initials' | 'single';
}

/**
 * Finds the surname: «ИП Зорин С. П.», «С.П. Зорин», «Фермер Зорин ИП», «Зорин Семён», «Пётр Петров», «Петров Пётр
 * Петрович». Two words of which neither is a known given name, or a brand («Ромашка»), are no person.
 */
export function personName(name: string): PersonName | null {
  const { words, forms } = takeLegalForms(
    foldText(name)
      .split(/[^\p{L}\p{N}-]+/u)
      .filter(Boolean),
  );
  if (words.some((word) => /\d/.test(word))) return null;
  const parts = words.filter((word) => !roles.has(word));
  const initials = parts.filter((word) => word.length === 1);
  const rest = parts.filter((word) => word.length > 1);
  const [first = '', second = '', third] = rest;

  if (initials.length > 0) {
    return rest.length === 1 && initials.length <= 2 ? { surname: first, form: 'initials' } : null;
  }
  if (rest.length === 1) {
    const trader = forms.some((form) => form.holder !== 'organisation');
    return trader && (surnameEnding.test(first) || parts.length < words.length)
      ? { surname: first, form: 'single' }
      : null;
  }
  if (rest.length === 2) {
    if (givenNames.has(first) === givenNames.has(second)) return null;
    const surname = givenNames.has(first) ? second : first;
    return surnameEnding.test(surname) && !patronymic.test(surname) ? { surname, form: 'full' } : null;
  }
  if (rest.length === 3 && third !== undefined) {
    if (patronymic.test(third) && !patronymic.test(second)) return { surname: first, form: 'full' };
    if (patronymic.test(second)) return { surname: third, form: 'full' };
  }
  return null;
}

/** The surname for the key of a person, or null when it cannot be told for sure. */
export function surname(name: string): string | null {
  return personName(name)?.surname ?? null;
}
