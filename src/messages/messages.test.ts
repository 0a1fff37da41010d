import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { fields } from '../domain/fields.ts';
import { catalogues, lookUp, sentence, translator } from './index.ts';
import { formatMessage } from './message.ts';

interface Node {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
}

/** Arguments of an ICU text with a value that fits each: a number for numbers and plurals, else text. */
function samples(template: string): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  const visit = (nodes: readonly Node[]) => {
    for (const { type, value = '', options = {} } of nodes) {
      // 1 argument, 2 number, 5 select, 6 plural
      if (type === 2 || type === 6) found[value] = 3;
      else if (type === 1 || type === 5) found[value] ??= 'x';
      for (const option of Object.values(options)) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(template, 'ru', undefined, { ignoreTag: true }).getAst() as readonly Node[]);
  return found;
}

const entries = Object.entries(catalogues).flatMap(([area, catalogue]) =>
  Object.entries(catalogue).map(([code, texts]) => ({ area, code, texts })),
);

describe('the catalogues', () => {
  test('no code is used twice', () => {
    const areas = new Map<string, string[]>();
    for (const { area, code } of entries) areas.set(code, [...(areas.get(code) ?? []), area]);
    expect([...areas].filter(([, used]) => used.length > 1)).toEqual([]);
  });

  test.each(entries)('$area: $code says the same in both languages', ({ texts }) => {
    const { ru, en } = texts;
    expect(Object.keys(samples(ru)).sort()).toEqual(Object.keys(samples(en)).sort());
    for (const [language, template] of [
      ['ru', ru],
      ['en', en],
    ] as const) {
      const text = formatMessage(template, language, samples(template));
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[{}]/);
    }
  });

  test('no Russian slips into the English texts but names of Russian registers, and what is quoted', () => {
    const russian = /АКБ|ИНН|КПП|ОГРНИП|ОГРН|[“"«][^”"»]*[”"»]/g;
    const mixed = entries.filter(({ texts }) => /[а-яё]/i.test(texts.en.replaceAll(russian, '')));
    expect(mixed.map(({ code }) => code)).toEqual([]);
  });

  test('every field has its name', () => {
    for (const field of fields) expect(lookUp(`field.${field}`, 'ru'), field).toBeDefined();
  });
});

test.each([
  [0, '0 клиентов'],
  [1, '1 клиент'],
  [2, '2 клиента'],
  [5, '5 клиентов'],
  [11, '11 клиентов'],
  [21, '21 клиент'],
  [22, '22 клиента'],
  [25, '25 клиентов'],
  [101, '101 клиент'],
  [111, '111 клиентов'],
  [1665, '1\u00a0665 клиентов'],
])('%i is «%s»', (count, text) => {
  expect(translator('ru')('counted.client', { count })).toBe(text);
});

test('1 client, 2 clients', () => {
  const say = translator('en');
  expect([1, 2, 21].map((count) => say('counted.client', { count }))).toEqual([
    '1 client',
    '2 clients',
    '21 clients',
  ]);
});

describe('a problem becomes a sentence', () => {
  test('with its place in front', () => {
    const problem = { code: 'noData', place: { file: 'а.xlsx', sheet: 'Лист1', row: 12, column: 'Сумма' } };
    expect(sentence(problem, 'ru')).toMatch(
      /^а\.xlsx, лист «Лист1», строка 12, столбец «Сумма»: Отгрузок ещё нет/,
    );
    expect(sentence(problem, 'en')).toMatch(/^а\.xlsx, sheet “Лист1”, row 12, column “Сумма”: There are no/);
  });

  test('a code nobody knows still says what it carries', () => {
    expect(sentence({ code: 'somethingNew', params: { rows: 3 } }, 'ru')).toBe('somethingNew {"rows":3}');
  });

  test('a parameter that is missing does not hide the sentence', () => {
    expect(sentence({ code: 'noDataFolder' }, 'en')).toContain('There is no data folder ….');
  });

  test('what a file is called cannot move the cursor', () => {
    const text = sentence({ code: 'noDataFolder', params: { folder: 'a\u001b[2Jb\u202ec' } }, 'en');
    expect(text).toContain('folder a [2Jb c.');
  });
});
