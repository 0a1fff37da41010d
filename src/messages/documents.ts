import type { MessageCatalogue } from './message.ts';

/** What is wrong with a JSON document that a command reads: the file, the place in it, what it should be. */
export const documentMessages = {
  documentMissing: {
    ru: 'Файла {file} нет. Ничего не изменено; проверьте имя и папку.',
    en: 'There is no file {file}. Nothing was changed; check the name and the folder.',
  },
  documentUnreadable: {
    ru: 'Файл {file} не открывается ({reason}). Ничего не изменено; нужен файл JSON, который вам можно читать.',
    en: 'The file {file} cannot be opened ({reason}). Nothing was changed; it takes a JSON file that you may read.',
  },
  documentNotText: {
    ru: 'кодировка не UTF-8. Ничего не изменено; сохраните файл в UTF-8.',
    en: 'the encoding is not UTF-8. Nothing was changed; save the file as UTF-8.',
  },
  documentNotJson: {
    ru: 'это не JSON{near, select, none {: текст обрывается} other {: лишнее или недостающее около {near}}}. Ничего не изменено; проверьте запятые, кавычки и скобки.',
    en: 'this is no JSON{near, select, none {: the text breaks off} other {: something is wrong near {near}}}. Nothing was changed; check the commas, quotes and brackets.',
  },
  documentWrong: {
    ru: '{where, select, whole {документ целиком} other {поле «{where}»}} — {why}. Ничего не изменено.',
    en: '{where, select, whole {the whole document} other {the field “{where}”}}: {why}. Nothing was changed.',
  },
  documentWrongMore: {
    ru: 'и ещё {count, plural, one {# ошибка} few {# ошибки} many {# ошибок} other {# ошибки}} в этом документе. Исправьте названные, остальные покажет следующая попытка.',
    en: 'and {count, plural, one {# more mistake} other {# more mistakes}} in this document. Mend those named; the next attempt shows the rest.',
  },
  productsOnly: {
    ru: 'поле «{where}» — база ограничивается только товарами: category, subcategory, brand или sku. Ничего не изменено.',
    en: 'the field “{where}”: a base is limited by products only: category, subcategory, brand or sku. Nothing was changed.',
  },

  'documentWhy.missing': { ru: 'обязательно, а его нет', en: 'it is required and missing' },
  'documentWhy.unknownField': { ru: 'такого поля не бывает', en: 'there is no such field' },
  'documentWhy.type': {
    ru: 'ожидается {expected, select, string {текст в кавычках} number {число} int {целое число} boolean {true или false} array {список в квадратных скобках} object {объект в фигурных скобках} null {null} other {{expected}}}',
    en: 'it takes {expected, select, string {text in quotes} number {a number} int {a whole number} boolean {true or false} array {a list in square brackets} object {an object in braces} null {null} other {{expected}}}',
  },
  'documentWhy.oneOf': { ru: 'ожидается одно из: {values}', en: 'it takes one of: {values}' },
  'documentWhy.least': {
    ru: '{of, select, string {не короче {limit, plural, one {# знака} other {# знаков}}} array {не меньше {limit, plural, one {# значения} other {# значений}} в списке} other {не меньше {limit}}}',
    en: '{of, select, string {at least {limit, plural, one {# character} other {# characters}}} array {at least {limit, plural, one {# value} other {# values}} in the list} other {at least {limit}}}',
  },
  'documentWhy.most': {
    ru: '{of, select, string {не длиннее {limit, plural, one {# знака} other {# знаков}}} array {не больше {limit, plural, one {# значения} other {# значений}} в списке} other {не больше {limit}}}',
    en: '{of, select, string {at most {limit, plural, one {# character} other {# characters}}} array {at most {limit, plural, one {# value} other {# values}} in the list} other {at most {limit}}}',
  },
  'documentWhy.above': { ru: 'ожидается больше {limit}', en: 'it takes more than {limit}' },
  'documentWhy.day': { ru: 'ожидается день вида 2026-10-31', en: 'it takes a day such as 2026-10-31' },
  'documentWhy.pattern': {
    ru: 'записано не так, как нужно: образец {pattern}',
    en: 'it is not written as it should be: the pattern is {pattern}',
  },
  'documentWhy.unkeepable': {
    ru: 'в тексте есть знак, который базы данных не хранят (\\u0000 или половина суррогатной пары)',
    en: 'the text has a character that databases do not keep (\\u0000 or half of a surrogate pair)',
  },
} as const satisfies MessageCatalogue;
