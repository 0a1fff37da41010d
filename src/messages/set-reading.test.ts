import { describe, expect, test } from 'vitest';
import type { Dimension, Slice } from '../domain/dimensions.ts';
import type { CustomerSet, SetNode, SetState } from '../domain/sets/customer-set.ts';
import { readingOf, type SetNames } from './set-reading.ts';

const known: Readonly<Record<string, string>> = { 7: 'Киров', 8: 'Пермь', 31: 'Иванова', 500: 'Молоко 1 л' };
const names: SetNames = {
  member: (_dimension, id) => known[id] ?? id,
  client: (id) => `клиент ${id}`,
  storedSet: (id) => (id === 3 ? 'VIP' : `набор ${id}`),
  method: (id) => (id === 'main' ? 'Основная' : id),
};

const setOf = (set: SetNode, more: Partial<CustomerSet> = {}): CustomerSet => ({
  language: 1,
  unit: 'client',
  method: { id: 'main', version: 1 },
  set,
  ...more,
});
const slice = (...conditions: readonly [Dimension, ...string[]][]): Slice =>
  conditions.map(([dimension, ...members]) => ({ dimension, members }));
type StateNode = Extract<SetNode, { kind: 'state' }>;
const state = (one: SetState, period: string, more: Partial<StateNode> = {}): SetNode => ({
  kind: 'state',
  state: one,
  period,
  ...more,
});

const october = state('active', '2026-10');
const stored: SetNode = { kind: 'stored', id: 3 };
const moscow: SetNode = { kind: 'attribute', dimension: 'city', members: ['Москва'] };

describe('who is in a set', () => {
  const examples: readonly [SetNode, string, string][] = [
    [
      state('active', 'октябрь 2026', { slice: slice(['branch', '7'], ['category', 'Сыры']) }),
      'покупали в октябре 2026 г. товары категории «Сыры» в филиале «Киров»',
      'bought products of the category “Сыры” in the branch “Киров” in October 2026',
    ],
    [
      state('active', '2026-Q4', { slice: slice(['sku', '500'], ['brand', 'А', 'Б']) }),
      'покупали в IV кв. 2026 товары с названием «Молоко 1 л» брендов «А» или «Б»',
      'bought products named “Молоко 1 л” of the brands “А” or “Б” in Q4 2026',
    ],
    [
      state('totalBase', '2026', { slice: slice(['salesChannel', 'HoReCa', '']) }),
      'в 2026 году входили в общую базу в каналах сбыта «HoReCa» или «Не определён»',
      'belonged to the total base in the sales channels “HoReCa” or “Not defined” in 2026',
    ],
    [
      state('inactive', 'last:90d'),
      'за последние 90 дней были неактивными',
      'were inactive in the last 90 days',
    ],
    [
      state('new', 'last:1m', { slice: slice(['category', 'Сыры']), history: 'company' }),
      'за последний месяц были новыми по товарам категории «Сыры» (по истории всей компании)',
      'were new for products of the category “Сыры” in the last month (by the history of the whole company)',
    ],
    [
      state('retained', 'последние 3 месяца', { history: 'slice' }),
      'покупали и за последние 3 месяца, и в предыдущем периоде',
      'bought both in the last 3 months and in the period before',
    ],
    [
      state('reactivated', '2026-H2', { slice: slice(['brand', 'А']) }),
      'после перерыва снова купили во II полугодии 2026 товары бренда «А» (по истории среза)',
      'bought products of the brand “А” again after a break in H2 2026 (by the history of the slice)',
    ],
    [
      state('lost', '2026-10', { slice: slice(['rep', '31']) }),
      'покупали у торгового представителя «Иванова» в предыдущем периоде, но не в октябре 2026 г.',
      'bought with the sales rep “Иванова” in the period before but not in October 2026',
    ],
    [
      state('transferredIn', '2026-10', { slice: slice(['branch', '7', '8']) }),
      'в октябре 2026 г. в филиалах «Киров» или «Пермь» пришли от других',
      'in October 2026 in the branches “Киров” or “Пермь” came over from others',
    ],
    [
      state('transferredOut', '2026-10', { slice: slice(['team', '8']) }),
      'в октябре 2026 г. в команде «Пермь» ушли к другим',
      'in October 2026 in the team “Пермь” went over to others',
    ],
    [
      state('registered', '2026-11-01', { slice: slice(['region', 'Кировская область']) }),
      '01.11.2026 уже были зарегистрированы в регионе «Кировская область»',
      'were already registered in the region “Кировская область” on 2026-11-01',
    ],
    [
      state('prospects', '2026-10'),
      'в октябре 2026 г. были потенциальными',
      'were prospects in October 2026',
    ],
    [
      state('withLines', 'last:3m@2026-11-15'),
      'имели строки отгрузок или возвратов за 3 месяца по 15.11.2026',
      'had lines of shipment or return in the 3 months up to 2026-11-15',
    ],
    [
      state('active', 'когда-нибудь'),
      'покупали в периоде «когда-нибудь»',
      'bought in the period “когда-нибудь”',
    ],
    [{ kind: 'bought' }, 'хоть раз купили за всё время', 'bought at least once at any time'],
    [
      { kind: 'bought', from: '2026-10-01', to: '2026-10-15', slice: slice(['brand', 'А']) },
      'хоть раз купили с 01.10.2026 по 15.10.2026 товары бренда «А»',
      'bought products of the brand “А” at least once from 2026-10-01 to 2026-10-15',
    ],
    [
      { kind: 'neverBought', to: '2026-10-15' },
      'ни разу не купили не позже 15.10.2026',
      'never bought on or before 2026-10-15',
    ],
    [
      { kind: 'purchase', which: 'first', from: '2026-10-01' },
      'впервые купили не раньше 01.10.2026',
      'bought for the first time on or after 2026-10-01',
    ],
    [
      { kind: 'purchase', which: 'last', to: '2026-10-01', slice: slice(['city', 'Киров']) },
      'последний раз купили не позже 01.10.2026 в городе «Киров»',
      'bought in the city “Киров” for the last time on or before 2026-10-01',
    ],
    [
      {
        kind: 'measure',
        measure: 'sales',
        period: '2026-10',
        atLeast: '10000',
        slice: slice(['branch', '7']),
      },
      'имели в октябре 2026 г. в филиале «Киров» продажи не меньше 10\u00a0000\u00a0₽',
      'had sales of at least ₽10,000 in the branch “Киров” in October 2026',
    ],
    [
      { kind: 'measure', measure: 'avgCheck', period: '2026-10', atLeast: '1000.5', atMost: '2000.125' },
      'имели в октябре 2026 г. средний чек от 1\u00a0000,50\u00a0₽ до 2\u00a0000,125\u00a0₽',
      'had an average check from ₽1,000.50 to ₽2,000.125 in October 2026',
    ],
    [
      { kind: 'measure', measure: 'documents', period: 'last:21d', atMost: '3' },
      'имели за последний 21 день число документов не больше 3',
      'had a number of documents of at most 3 in the last 21 days',
    ],
    [moscow, 'сейчас числятся в городе «Москва»', 'are now recorded in the city “Москва”'],
    [
      { kind: 'attribute', dimension: 'clientType', members: ['1', '2', '3', '4', '5', '6', '70'] },
      'сейчас числятся с типами клиента «1», «2», «3», «4», «5» и ещё 2',
      'are now recorded with the customer types “1”, “2”, “3”, “4”, “5” and 2 more',
    ],
    [stored, 'входят в сохранённый набор «VIP»', 'are in the stored set “VIP”'],
    [{ kind: 'ids', ids: [] }, 'входят в пустой список', 'are on an empty list'],
    [
      { kind: 'ids', ids: [5, 6000, 7] },
      'входят в список из 3 (№ 5, 6000 и 7)',
      'are on a list of 3 (No. 5, 6000, and 7)',
    ],
    [
      {
        kind: 'andNot',
        of: october,
        without: { kind: 'purchase', which: 'first', from: '2026-10-01' },
      },
      'покупали в октябре 2026 г., кроме тех, которые впервые купили не раньше 01.10.2026',
      'bought in October 2026, except those that bought for the first time on or after 2026-10-01',
    ],
    [
      { kind: 'and', sets: [october, { kind: 'or', sets: [stored, moscow] }] },
      'покупали в октябре 2026 г. и при этом (либо входят в сохранённый набор «VIP», либо сейчас числятся в городе «Москва»)',
      'bought in October 2026 and also (either are in the stored set “VIP”, or are now recorded in the city “Москва”)',
    ],
    [
      { kind: 'or', sets: [{ kind: 'and', sets: [october, stored] }, moscow] },
      'либо (покупали в октябре 2026 г. и при этом входят в сохранённый набор «VIP»), либо сейчас числятся в городе «Москва»',
      'either (bought in October 2026 and also are in the stored set “VIP”), or are now recorded in the city “Москва”',
    ],
    [{ kind: 'or', sets: [october] }, 'покупали в октябре 2026 г.', 'bought in October 2026'],
  ];

  test.each(examples)('%j: «%s», “%s”', (node, ru, en) => {
    expect(readingOf(setOf(node), 'ru', names)).toBe(
      `Клиенты, которые ${ru} (методика «Основная», версия 1)`,
    );
    expect(readingOf(setOf(node), 'en', names)).toBe(`Clients that ${en} (method “Основная”, version 1)`);
  });
});

test('what is counted, and by the method as it is today', () => {
  const points = setOf(october, { unit: 'deliveryPoint', method: { id: 'main' } });
  expect(readingOf(points, 'ru', names)).toBe(
    'Точки доставки, которые покупали в октябре 2026 г. (методика «Основная», действующая версия)',
  );
  expect(readingOf(points, 'en', names)).toBe(
    'Delivery points that bought in October 2026 (method “Основная”, current version)',
  );
});

test('a name with line breaks stays on the line', () => {
  const strange = { ...names, member: () => 'Киров\r\nПермь\u2028Омск' };
  const node: SetNode = { kind: 'attribute', dimension: 'city', members: ['7'] };
  expect(readingOf(setOf(node), 'ru', strange)).toContain('«Киров Пермь Омск»');
});
