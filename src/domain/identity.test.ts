import { describe, expect, test } from 'vitest';
import { clientKey, entityKey, pointKey } from './identity.ts';

describe('the key of a row is its strongest', () => {
  test('source code, with the weaker keys beside it', () => {
    const identity = entityKey({
      source: 'main',
      code: 'ОП-000101',
      inn: '0001000010',
      kpp: '000101001',
      name: 'Ромашка ООО',
      city: 'Киров',
    });
    expect(identity).toMatchObject({
      key: 'code|main|оп-000101',
      kind: 'code',
      weakerKeys: ['inn|0001000010|000101001', 'name|ромашка|киров'],
    });
  });

  test('ИНН with КПП, ИНН alone', () => {
    expect(entityKey({ source: 'main', inn: '0001000010', kpp: '000101001' })?.key).toBe(
      'inn|0001000010|000101001',
    );
    expect(entityKey({ source: 'main', inn: '0001000010' })?.key).toBe('inn|0001000010');
  });

  test('phone and surname, of a person only', () => {
    const facts = { source: 'main', name: 'Васильев Олег', phone: '8 900 000-00-02', city: 'Слободской' };
    expect(entityKey({ ...facts, person: true })).toMatchObject({
      key: 'phone|+79000000002|васильев',
      kind: 'phone',
      weakerKeys: ['name|васильев олег|слободской'],
    });
    expect(entityKey(facts)?.key).toBe('name|васильев олег|слободской');
  });

  test('name and city, the city may be unknown', () => {
    expect(entityKey({ source: 'main', name: 'Василек', city: 'г.Слободской' })?.key).toBe(
      'name|василек|слободской',
    );
    expect(entityKey({ source: 'main', name: 'ООО «Василёк»' })?.key).toBe('name|василек|');
  });
});

describe('what is no key', () => {
  test('an ИНН of zeros or with a wrong checksum', () => {
    for (const inn of ['0000000000', '7707083894']) {
      expect(entityKey({ source: 'main', inn, kpp: '000101001', name: 'Ромашка' }), inn).toMatchObject({
        key: 'name|ромашка|',
        inn: null,
        kpp: null,
      });
    }
  });

  test('a КПП beside the ИНН of a sole trader', () => {
    expect(entityKey({ source: 'main', inn: '000100001128', kpp: '000101001' })?.key).toBe(
      'inn|000100001128',
    );
  });

  test('a toll-free phone, or a phone without a surname', () => {
    expect(
      entityKey({ source: 'main', name: 'Зорин Семён', phone: '8 800 000-00-05', person: true })?.kind,
    ).toBe('name');
    expect(entityKey({ source: 'main', name: 'Ромашка', phone: '89000000002', person: true })?.kind).toBe(
      'name',
    );
  });

  test('nothing at all', () => {
    expect(entityKey({ source: 'main', code: ' ', inn: '', name: '—' })).toBeNull();
  });
});

test('codes of two sources, and codes with separators in them, never meet', () => {
  const key = (source: string, code: string) => entityKey({ source, code })?.key;
  expect(key('main', '1017')).not.toBe(key('bitrix24', '1017'));
  expect(key('main', 'a|b')).not.toBe(key('main|a', 'b'));
  expect(key('main', '017')).not.toBe(key('main', '17'));
  expect(key('main', ' ОП-1 ')).toBe(key('Main', 'оп-1'));
});

describe('a delivery point', () => {
  const entity = 'inn|0001000010';

  test('is known by its code, else its address, else its name', () => {
    const facts = { code: 'ГР-00017', address: 'г. Киров, ул. Лесная, д. 5', name: 'Магазин на Лесной' };
    expect(pointKey(entity, facts)).toBe('inn|0001000010#code|гр-00017');
    expect(pointKey(entity, { ...facts, code: '' })).toBe('inn|0001000010#address|киров, ул лесная, д 5');
    expect(pointKey(entity, { name: facts.name })).toBe('inn|0001000010#name|лесной магазин на');
  });

  test('that nothing names is the implicit one', () => {
    expect(pointKey(entity, {})).toBe('inn|0001000010#implicit');
  });

  test('of a person is the implicit one, whatever address he gives', () => {
    expect(pointKey(entity, { address: 'ул. Лесная, д. 5', person: true })).toBe('inn|0001000010#implicit');
  });

  test('at one street and house of two towns is two points', () => {
    const at = (city: string) => pointKey(entity, { address: 'ул. Мира, д. 3', city });
    expect(at('Киров')).not.toBe(at('Слободской'));
  });
});

describe('a client', () => {
  test('is the explicit holding', () => {
    expect(clientKey('inn|0001000010', 'Сеть «Ромашка»')).toBe('holding|сеть ромашка');
    expect(clientKey('inn|0001000028', 'сеть Ромашка')).toBe('holding|сеть ромашка');
  });

  test('is the entity alone when no holding is named', () => {
    expect(clientKey('inn|0001000010', ' - ')).toBe('inn|0001000010');
    expect(clientKey('inn|0001000010')).toBe('inn|0001000010');
  });
});
