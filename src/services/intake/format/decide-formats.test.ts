import { describe, expect, test } from 'vitest';
import type { Field } from '../../../domain/fields.ts';
import { dateStats, decideDateFormat } from './date-format.ts';
import { decideFormats } from './decide-formats.ts';
import { decideNumberFormat, type NumberContext, numberStats } from './number-format.ts';

const numbers = (cells: readonly string[], context: Partial<NumberContext> = {}) =>
  decideNumberFormat(numberStats(cells), {
    column: 'Сумма',
    field: 'amountGross',
    samples: cells,
    ...context,
  });
const dates = (cells: readonly string[], neighbour?: 'dmy' | 'mdy') =>
  decideDateFormat(dateStats(cells), { column: 'Дата', field: 'shipmentDate', samples: cells, neighbour });
const outcome = (decision: object) =>
  'format' in decision
    ? decision.format
    : (decision as { question: { code: string; suggested?: string } }).question;

describe('the separators of a column', () => {
  test('«6,000» in a quantity column of 1C is six: every value has its three decimals', () => {
    const cells = ['24,000', '3,000', '-2,000', '', '6,000'];
    expect(outcome(numbers(cells, { field: 'quantity' }))).toEqual({ decimal: ',', thousands: null });
  });

  test('«6,000» beside whole numbers may be six thousand: it is asked', () => {
    expect(outcome(numbers(['24', '6,000'], { field: 'quantity' }))).toMatchObject({
      code: 'decimalSeparator',
      suggested: ',',
    });
    expect(outcome(numbers(['6,000', '7,500'], { column: 'Amount' }))).toMatchObject({
      code: 'decimalSeparator',
      suggested: '.',
    });
  });

  test('one value decides for all of its column', () => {
    expect(outcome(numbers(['6,000', '72,50']))).toEqual({ decimal: ',', thousands: null });
    expect(outcome(numbers(['1 740,000', '6,000']))).toEqual({ decimal: ',', thousands: null });
    expect(outcome(numbers(['0,500', '6,000']))).toEqual({ decimal: ',', thousands: null });
    expect(outcome(numbers(['6,000', '1,234,567']))).toEqual({ decimal: '.', thousands: ',' });
    expect(outcome(numbers(['6,000', '1,234.50']))).toEqual({ decimal: '.', thousands: ',' });
    expect(outcome(numbers(['1.740', '72,50']))).toEqual({ decimal: ',', thousands: '.' });
  });

  test('neighbours help where the column itself does not say', () => {
    expect(outcome(numbers(['24', '6,000'], { neighbour: ',' }))).toEqual({ decimal: ',', thousands: null });
    expect(outcome(numbers(['24', '6,000'], { neighbour: '.' }))).toEqual({ decimal: '.', thousands: ',' });
  });

  test('cells of a typed sheet have points, texts among them commas: both are decimals', () => {
    expect(outcome(numbers(['12400.5', '1.125', '1 200,50'], { typed: true }))).toEqual({
      decimal: ',',
      thousands: null,
    });
  });

  test('proofs of both kinds in one column are a conflict: reported and asked', () => {
    const decision = numbers(['1.234,50', '1,234.50']);
    expect(decision.findings).toMatchObject([
      { code: 'separatorsConflict', params: { commas: 2, points: 2 } },
    ]);
    expect(outcome(decision)).toMatchObject({ code: 'decimalSeparator' });
  });

  test('two currencies in one column are reported', () => {
    expect(numbers(['100 ₽', '20 руб.', '30']).findings).toEqual([]);
    expect(numbers(['100 ₽', '$20']).findings).toMatchObject([
      { code: 'currenciesMixed', params: { currencies: '$, ₽' } },
    ]);
  });
});

describe('the order of day and month', () => {
  test('points mean day first, as nobody who writes the month first uses them', () => {
    expect(outcome(dates(['05.10.2026', '06.10.2026 0:00:00']))).toEqual({ order: 'dmy', serials: false });
  });

  test('the month stands first only when the column proves it', () => {
    expect(outcome(dates(['10/05/2026', '10/15/2026']))).toEqual({ order: 'mdy', serials: false });
    expect(outcome(dates(['05/10/2026', '15/10/2026']))).toEqual({ order: 'dmy', serials: false });
  });

  test('slashes that prove nothing are asked about, unless a neighbour proves the day first', () => {
    expect(outcome(dates(['05/10/2026', '06/10/2026']))).toMatchObject({
      code: 'dayMonthOrder',
      suggested: 'dmy',
    });
    expect(outcome(dates(['05/10/2026'], 'dmy'))).toEqual({ order: 'dmy', serials: false });
    expect(outcome(dates(['05/10/2026'], 'mdy'))).toMatchObject({ code: 'dayMonthOrder', suggested: 'mdy' });
  });

  test('proofs of both orders are a conflict: reported with their numbers, and asked', () => {
    const decision = dates(['15/10/2026', '16/10/2026', '10/17/2026']);
    expect(decision.findings).toMatchObject([
      { code: 'dateOrderConflict', params: { dayFirst: 2, monthFirst: 1 } },
    ]);
    expect(outcome(decision)).toMatchObject({ code: 'dayMonthOrder', suggested: 'dmy' });
  });

  test('years in front need no decision, and empty dates of 1C prove nothing', () => {
    expect(outcome(dates(['2026-10-05', '2026-10-31T00:00:00']))).toEqual({ order: 'ymd', serials: false });
    expect(outcome(dates(['01.01.0001', '05/10/2026']))).toMatchObject({ code: 'dayMonthOrder' });
  });

  test('serials of Excel are read where they are plausible', () => {
    expect(outcome(dates(['46300', '46301']))).toEqual({ order: 'dmy', serials: true });
    expect(outcome(dates(['12345']))).toEqual({ order: 'dmy', serials: false });
  });
});

describe('the formats of a whole table', () => {
  const column = (index: number, header: string, field: Field, cells: readonly string[]) => ({
    index,
    header,
    field,
    samples: cells,
    ...(field === 'shipmentDate' || field === 'month'
      ? { dates: dateStats(cells) }
      : { numbers: numberStats(cells) }),
  });
  const table = { file: 'продажи.csv', typed: false };

  test('what one column proves settles the others', () => {
    const { formats, questions } = decideFormats(
      [column(0, 'Количество', 'quantity', ['24', '6,000']), column(1, 'Цена', 'price', ['72,50'])],
      table,
    );
    expect(questions).toEqual([]);
    expect(formats.get(0)).toEqual({ type: 'number', format: { decimal: ',', thousands: null } });
  });

  test('answers given beforehand count, by key or by code; nothing is decided without one', () => {
    const columns = [
      column(0, 'Дата', 'shipmentDate', ['05/10/2026']),
      column(1, 'Сумма', 'amountGross', ['6,000']),
    ];
    const open = decideFormats(columns, table);
    expect(open.questions.map(({ key }) => key)).toEqual(['dayMonthOrder:Дата', 'decimalSeparator:Сумма']);
    expect(open.formats.size).toBe(0);
    const answered = decideFormats(columns, table, { 'dayMonthOrder:Дата': 'mdy', decimalSeparator: '.' });
    expect(answered.questions).toEqual([]);
    expect(answered.formats.get(0)).toMatchObject({ format: { order: 'mdy' } });
    expect(answered.formats.get(1)).toMatchObject({ format: { decimal: '.', thousands: ',' } });
  });

  test('a column of months reads as last days of months', () => {
    const { formats } = decideFormats([column(0, 'Период', 'month', ['Октябрь 2026'])], table);
    expect(formats.get(0)).toEqual({ type: 'date', format: { order: 'dmy', serials: false, months: true } });
  });
});
