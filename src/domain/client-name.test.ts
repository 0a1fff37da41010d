import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareClientName, isArchived, normaliseClientName } from './client-name.ts';
import { legalForm } from './legal-form.ts';
import { isPerson, partyOf } from './party.ts';
import { surname } from './person-name.ts';

describe('one client under many spellings has one name key', () => {
  test.each([
    'ООО «Ромашка»',
    'Ромашка ООО',
    'РОМАШКА, ООО',
    'ооо "ромашка"',
    'Общество с ограниченной ответственностью «Ромашка»',
    'OOO Ромашка',
    'ООО Pомашка',
    ' Ромашка ',
    'Ромашка (ООО)',
    'О.О.О. Ромашка',
    'ЗАО Ромашка',
    'Ромашка LLC',
  ])('%s', (name) => {
    expect(normaliseClientName(name)).toBe('ромашка');
  });

  test('ё, word order and dashes do not matter', () => {
    expect(normaliseClientName('Василёк')).toBe('василек');
    expect(normaliseClientName('Зорин Фермер ИП')).toBe(normaliseClientName('Фермер Зорин ИП'));
    expect(normaliseClientName('Север-Трейд')).toBe(normaliseClientName('ООО «Трейд Север»'));
  });

  test('of a farm', () => {
    for (const name of ['КФХ Зорин', 'К(Ф)Х Зорин', 'Крестьянское (фермерское) хозяйство Зорин']) {
      expect(normaliseClientName(name), name).toBe('зорин');
      expect(bareClientName(name), name).toBe('зорин');
    }
  });

  test('of a foreign company', () => {
    expect(normaliseClientName('Progressive Sports, Inc.')).toBe('progressive sports');
    expect(normaliseClientName('Progressive Sports Ltd')).toBe('progressive sports');
  });
});

describe('different clients keep different keys', () => {
  test('what stands in brackets tells two shops apart; without it they are alike', () => {
    expect(normaliseClientName('Ромашка (Лесная)')).toBe('ромашка (лесная)');
    expect(normaliseClientName('Ромашка (Лесная)')).not.toBe(normaliseClientName('Ромашка (Садовая)'));
    expect(normaliseClientName('Ромашка (Лесная)')).not.toBe(normaliseClientName('Лесная ромашка'));
    expect(bareClientName('ООО «Ромашка» (Лесная)')).toBe('ромашка');
  });

  test('a number is part of the name', () => {
    expect(normaliseClientName('Магазин №5')).not.toBe(normaliseClientName('Магазин №6'));
  });

  test('words that only look like a legal form stay', () => {
    expect(normaliseClientName('Аорта')).toBe('аорта');
    expect(normaliseClientName('Компания по уборке')).toBe('компания по уборке');
  });

  test('a name that is only a legal form or only a bracket is still a name', () => {
    expect(normaliseClientName('ООО')).toBe('ооо');
    expect(normaliseClientName('(Лесная)')).toBe('(лесная)');
    expect(normaliseClientName('«—»')).toBe('');
  });
});

test('the key of a key is itself', () => {
  const word = fc.constantFrom(
    'ООО',
    'Ромашка',
    '«Север»',
    'ИП',
    '(Лесная)',
    'Ёлка',
    'LLC',
    '№5',
    'К(Ф)Х',
    'Cыр',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const key = normaliseClientName(words.join(' '));
      expect(normaliseClientName(key)).toBe(key);
    }),
  );
});

describe('a retired card', () => {
  test.each([
    'не исп_Ромашка',
    'НЕ ИСП. Ромашка',
    'Не использовать Ромашка',
    'яя_Ромашка',
    'Ромашка (архив)',
    'удалить Ромашка',
  ])('«%s» is known by its name', (name) => {
    expect(isArchived(name)).toBe(true);
    expect(bareClientName(name)).toBe('ромашка');
    expect(normaliseClientName(name)).not.toBe('ромашка');
  });

  test('a name that only begins alike is none', () => {
    for (const name of ['Архивное дело', 'Неисповедимые пути', 'Удалённый офис', 'Яяблоко', 'Ромашка']) {
      expect(isArchived(name), name).toBe(false);
    }
  });
});

describe('the legal form', () => {
  test.each([
    ['Ромашка ООО', 'ООО', 'organisation'],
    ['Публичное акционерное общество «Север»', 'ПАО', 'organisation'],
    ['ИП Зорин С. П.', 'ИП', 'soleTrader'],
    ['Фермер Зорин ИП', 'ИП', 'soleTrader'],
    ['ИП глава КФХ Зорин', 'ИП', 'soleTrader'],
    ['КФХ Зорин', 'КФХ', 'either'],
    ['Romashka Ltd.', 'Ltd', 'organisation'],
  ])('of %s is %s', (text, name, holder) => {
    expect(legalForm(text)).toEqual({ name, holder });
  });

  test('of a bare name is not known', () => {
    expect(legalForm('Ромашка')).toBeNull();
  });
});

describe('the surname', () => {
  test.each([
    ['ИП Зорин С. П.', 'зорин'],
    ['С.П. Зорин', 'зорин'],
    ['Фермер Зорин ИП', 'зорин'],
    ['ИП Зорин', 'зорин'],
    ['Зорин Семён', 'зорин'],
    ['Пётр Петров', 'петров'],
    ['Петров Пётр Петрович', 'петров'],
    ['Анна Викторовна Сидорова', 'сидорова'],
    ['Салтыков-Щедрин Михаил Евграфович', 'салтыков-щедрин'],
  ])('of %s is %s', (name, expected) => {
    expect(surname(name)).toBe(expected);
  });

  test.each([
    'Ромашка',
    'ИП Ромашка',
    'Анна Мария',
    'Торговый дом',
    'Иван да Марья',
    'Магазин Петров 5',
    'Иван Иванович',
  ])('«%s» tells no surname for sure', (name) => {
    expect(surname(name)).toBeNull();
  });
});

describe('who a row speaks of', () => {
  test.each([
    [{ name: 'Ромашка', inn: '0001000010' }, 'organisation'],
    [{ name: 'Зорин Фермер ИП', inn: '000100001128' }, 'soleTrader'],
    [{ name: 'Зорин С. П.', inn: '000100001128' }, 'soleTrader'],
    [{ name: 'Зорин Семён' }, 'individual'],
    [{ name: 'Зорин С. П.' }, 'individual'],
    [{ name: 'Ромашка', legalForm: 'Физическое лицо' }, 'individual'],
    [{ name: 'Зорин Семён', legalForm: 'Юридическое лицо' }, 'organisation'],
    [{ name: 'Зорин Семён', legalForm: 'Индивидуальный предприниматель' }, 'soleTrader'],
    [{ name: 'Зорин Семён', legalForm: 'юр. / физ. лицо' }, 'individual'],
    [{ name: 'Ромашка' }, 'unknown'],
    [{ name: 'КФХ Зорин' }, 'unknown'],
  ])('%o is %s', (facts, party) => {
    expect(partyOf(facts)).toBe(party);
  });

  test('only a private individual is a person of his own', () => {
    expect(isPerson({ name: 'Зорин Семён' })).toBe(true);
    expect(isPerson({ name: 'ИП Зорин С. П.' })).toBe(false);
  });
});
