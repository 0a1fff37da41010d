import { describe, expect, test } from 'vitest';
import { grossMethod, type Method, mainMethod } from '../domain/method.ts';
import { translator } from './index.ts';
import type { Language } from './message.ts';
import { methodRules } from './method-reading.ts';

const own = (changes: Partial<Method>, language: Language = 'ru'): string[] =>
  methodRules({ ...mainMethod, ...changes }, { say: translator(language), language })
    .filter((rule) => rule.own)
    .map(({ words }) => words.replace(/\u00a0/g, ' '));

describe('what a method has of its own', () => {
  test('is nothing for the main one, and returns for the gross one', () => {
    expect(own({})).toEqual([]);
    expect(own(grossMethod)).toEqual(['возвраты не вычитаются']);
    expect(own(grossMethod, 'en')).toEqual(['returns ignored']);
  });

  test.each<[Partial<Method>, string, string]>([
    [
      { kinds: ['free', 'shipment'] },
      'покупка — строки: отгрузки, бесплатные',
      'lines that count: shipments, free goods',
    ],
    [
      { returns: { mode: 'days', days: 14 } },
      'возвраты вычитаются в своём месяце и ещё 14 дней после отгрузки',
      'returns settled within their month and up to 14 days after the shipment',
    ],
    [
      { thresholds: { amount: '1500.5', documents: 2 } },
      'порог: сумма от 1 500,50 ₽, документов от 2',
      'threshold: amount of at least ₽1,500.50, at least 2 documents',
    ],
    [
      { thresholds: { quantity: '0.5', products: 3 } },
      'порог: количество от 0,5, разных товаров от 3',
      'threshold: quantity of at least 0.5, at least 3 different products',
    ],
    [
      { products: { categories: ['Краны', 'Сервис'], brands: ['Север'] } },
      'только товары категорий «Краны» или «Сервис» бренда «Север»',
      'only products of the categories “Краны” or “Сервис” of the brand “Север”',
    ],
    [
      { products: { brands: ['А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж'] } },
      'только товары брендов «А», «Б», «В», «Г», «Д» и ещё 2',
      'only products of the brands “А”, “Б”, “В”, “Г”, “Д” and 2 more',
    ],
    [{ excludedParties: [7, 9] }, 'исключено контрагентов: 2', '2 counterparties excluded'],
    [{ unit: 'deliveryPoint' }, 'считаются точки доставки', 'counts delivery points'],
    [{ totalBase: 'allRegistered' }, 'ОКБ, все заведённые клиенты', 'Total base, all registered customers'],
    [
      { attribution: 'assigned' },
      'клиенты сотрудников — по закреплению',
      'customers of reps by whoever is responsible',
    ],
    [{ validFrom: '2026-07' }, 'для планов и премий с 07.2026', 'for plans and bonuses from 2026-07'],
  ])('%o is said in a few words, and nothing else with it', (changes, russian, english) => {
    expect(own(changes)).toEqual([russian]);
    expect(own(changes, 'en')).toEqual([english]);
  });
});

test('every rule of a method has its words', () => {
  const { id: _, version: __, name: ___, ...rules } = { ...mainMethod, products: {} };
  expect(methodRules(mainMethod, { say: translator('ru'), language: 'ru' })).toHaveLength(
    Object.keys(rules).length,
  );
});
