import { describe, expect, test } from 'vitest';
import { tableOf } from '../../../../tests/support/sample-tables.ts';
import { monthOf, readPeriod, readPreamble } from './preamble.ts';

describe('the period above a report', () => {
  test.each([
    ['Параметры: Период: 01.10.2026 - 31.10.2026', '2026-10-01', '2026-10-31'],
    ['Период: 01.10.2026 0:00:00 - 31.10.2026 23:59:59', '2026-10-01', '2026-10-31'],
    ['Продажи за период с 01.10.2026 по 31.10.2026', '2026-10-01', '2026-10-31'],
    ['Период: 01.10.26–15.10.26', '2026-10-01', '2026-10-15'],
    ['Начало периода: 01.10.2026 0:00:00\nКонец периода: 31.12.2026 23:59:59', '2026-10-01', '2026-12-31'],
    ['Период: Октябрь 2026 г.', '2026-10-01', '2026-10-31'],
    ['Валовая прибыль за февраль 2028', '2028-02-01', '2028-02-29'],
    ['Период: 3 квартал 2026 г.', '2026-07-01', '2026-09-30'],
    ['IV кв. 2026', '2026-10-01', '2026-12-31'],
    ['Период: 2026 г.', '2026-01-01', '2026-12-31'],
    ['Период: 05.10.2026', '2026-10-05', '2026-10-05'],
  ])('%s', (text, from, to) => {
    expect(readPeriod(text)).toEqual({ from, to });
  });

  test.each([
    'На дату: 31.10.2026',
    'Отбор: Склад Равно "Основной"',
    'Продажи',
    'Период: 31.10.2026 - 01.10.2026',
  ])('%s names none', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });

  test('is a month only when it lies within one', () => {
    expect(monthOf({ from: '2026-10-01', to: '2026-10-15' })).toBe('2026-10');
    expect(monthOf({ from: '2026-10-01', to: '2026-11-30' })).toBeUndefined();
  });

  test('is read over cells, with what groups the columns', () => {
    const { head } = tableOf(
      'Параметры:;Период:;01.10.2026 - 31.10.2026\nГруппировки колонок:;Основной менеджер;',
    );
    expect(readPreamble(head)).toMatchObject({
      period: { from: '2026-10-01' },
      columnGrouping: 'Основной менеджер',
    });
  });
});
