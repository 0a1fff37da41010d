import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseAddress } from './address.ts';
import { cityFromAddress } from './city.ts';

describe('one house under many spellings is one delivery point', () => {
  test.each([
    [
      'г. Киров, ул. Лесная, д. 5',
      [
        'Киров г, Лесная ул, дом № 5',
        'КИРОВ, улица Лесная, 5',
        'г.Киров,ул.Лесная,д.5',
        'г Киров ул Лесная д5',
        '610000, Россия, г. Киров, ул. Лесная, 5',
        'Киров, Лесная ул. 5',
        'ул. Лесная, д. 5, г. Киров',
        'город Киров, ул. "Лесная", дом 5',
      ],
    ],
    [
      'г. Киров, ул. Лесная, д. 5, корп. 2, кв. 7',
      [
        'Киров, ул. Лесная, 5к2, кв 7',
        'Киров, ул. Лесная, 5 корпус 2, квартира 7',
        'г.Киров ул.Лесная д.5 к.2 кв.7',
      ],
    ],
    ['пр-т Мира, д. 5А', ['проспект Мира, 5 А', 'Мира пр-кт, д. 5-а', 'пр-т Мира, 5A']],
    [
      'наб. Фонтанки, д. 12, стр. 1, лит. А',
      ['Фонтанки наб., 12с1 литера А', 'набережная Фонтанки, дом 12, строение 1, литер «А»'],
    ],
    ['ул. 8 Марта, д. 5', ['8 Марта ул., 5', 'ул 8 Марта 5', 'улица 8 марта, дом 5']],
    ['2-я Строителей ул., 5', ['ул. 2-я Строителей, д. 5', '2я Строителей ул, дом 5']],
    ['с. Бобино, ул. Мира, 1, стр. 2', ['село Бобино, ул. Мира, д. 1 с 2']],
    ['ул. Орловская, д. 3', ['ул. Opловская, д. 3']],
  ])('%s', (address, others) => {
    for (const other of others) expect(normaliseAddress(other), other).toBe(normaliseAddress(address));
  });
});

describe('different houses are never joined', () => {
  test.each([
    ['ул. 5 Августа, 7', 'ул. 7 Августа, 5'],
    ['ул. Мира, д. 5', 'пр. Мира, д. 5'],
    ['ул. Мира, д. 5', 'Мира, 5'],
    ['ул. Мира, д. 5', 'пер. Мира, д. 5'],
    ['ул. Лесная, д. 5', 'ул. Лесная, д. 5А'],
    ['ул. Лесная, д. 5А', 'ул. Лесная, д. 5, лит. А'],
    ['ул. Лесная, д. 5/2', 'ул. Лесная, д. 5, корп. 2'],
    ['ул. Лесная, д. 5, корп. 2', 'ул. Лесная, д. 5, стр. 2'],
    ['ул. Лесная, д. 5, корп. 2', 'ул. Лесная, д. 2, корп. 5'],
    ['ул. Лесная, д. 5', 'ул. Лесная, д. 5, оф. 2'],
    ['г. Мирный, ул. Ленина, 1', 'с. Мирный, ул. Ленина, 1'],
    ['Калужская обл., г. Киров, ул. Мира, 1', 'Кировская обл., г. Киров, ул. Мира, 1'],
    ['ул. Мира, д. 5, ул. Лесная, д. 7', 'ул. Мира, д. 7, ул. Лесная, д. 5'],
    ['мкр. 3, д. 5', 'мкр. 5, д. 3'],
    ['Лесная 5 12', 'Лесная 12 5'],
  ])('%s | %s', (a, b) => {
    expect(normaliseAddress(a)).not.toBe(normaliseAddress(b));
  });

  test('whatever they are and however they are written', () => {
    const structure = fc.record({
      town: fc.constantFrom('Киров', 'Слободской', 'Нижние Поляны'),
      kind: fc.constantFrom(['ул.', 'улица'], ['пер.', 'переулок'], ['пр-т', 'проспект']),
      street: fc.constantFrom('Лесная', '8 Марта', '2-я Строителей', 'Карла Маркса', '40 лет Победы'),
      // Few numbers, and those of the streets, so that parts can be mixed up.
      house: fc.constantFrom(2, 5, 8, 40),
      letter: fc.constantFrom('', 'А', 'Б'),
      block: fc.option(fc.constantFrom(2, 5, 8), { nil: null }),
      office: fc.option(fc.constantFrom(2, 5, 8), { nil: null }),
    });
    type Structure = typeof structure extends fc.Arbitrary<infer T> ? T : never;
    const write = (s: Structure, style: number) => {
      const kind = s.kind[style % 2] ?? '';
      const street = style % 3 === 0 ? `${s.street} ${kind}` : `${kind} ${s.street}`;
      const house = `${['д. ', 'дом № ', ''][style % 3]}${s.house}${s.letter && (style % 2 ? ` ${s.letter}` : s.letter)}`;
      const block = s.block === null ? [] : [`${['корп. ', 'корпус '][style % 2]}${s.block}`];
      const office = s.office === null ? [] : [`${['оф. ', 'офис '][style % 2]}${s.office}`];
      return [
        ...(style % 4 === 3 ? ['610000', 'Россия'] : []),
        `г. ${s.town}`,
        street,
        house,
        ...block,
        ...office,
      ].join(', ');
    };
    const style = fc.nat(11);
    fc.assert(
      fc.property(structure, structure, style, style, (a, b, styleA, styleB) => {
        expect(normaliseAddress(write(a, styleA))).toBe(normaliseAddress(write(a, styleB)));
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(normaliseAddress(write(a, styleA)) === normaliseAddress(write(b, styleB))).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });
});

test('the city of the row is put in when the address does not name it', () => {
  const full = normaliseAddress('г. Киров, ул. Лесная, д. 5');
  expect(normaliseAddress('ул. Лесная, д. 5', { city: 'г.Киров' })).toBe(full);
  expect(normaliseAddress('г. Киров, ул. Лесная, д. 5', { city: 'киров' })).toBe(full);
  expect(normaliseAddress('ул. Лесная, д. 5', { city: 'Слободской' })).not.toBe(full);
});

test('an empty address has no key', () => {
  expect(normaliseAddress('  ', { city: 'Киров' })).toBe('');
  expect(normaliseAddress('—')).toBe('');
});

describe('the city of an address', () => {
  test.each([
    ['г. Слободской, ул. Мира, д. 3', 'Слободской'],
    ['610000, Кировская обл, Киров г, Лесная ул, дом № 5', 'Киров'],
    ['Киров, ул. Лесная, 5', 'Киров'],
    ['Кировская обл., Слободской р-н, с. Бобино, ул. Мира, 1', 'Бобино'],
    ['г. Слободской, д. Шихово, 5', 'Слободской'],
    ['СПб, Невский пр., 1', 'Санкт-Петербург'],
  ])('%s', (address, city) => {
    expect(cityFromAddress(address)).toBe(city);
  });

  test.each(['ул. Лесная, д. 5', 'Лесная, 5', ''])('«%s» names none', (address) => {
    expect(cityFromAddress(address)).toBeNull();
  });
});
