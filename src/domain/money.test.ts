import { describe, expect, test } from 'vitest';
import { formatMoney, formatNumber, formatPercent } from './money.ts';

/** U+00A0, which is what stands between groups and before the sign. */
const nb = '\u00a0';

describe('money is shown', () => {
  test('in roubles and kopecks, groups and sign parted by no-break spaces', () => {
    expect(formatMoney('1234567.5', 'ru')).toBe(`1${nb}234${nb}567,50${nb}₽`);
    expect(formatMoney('1895', 'ru')).toBe(`1${nb}895,00${nb}₽`);
  });

  test('in whole roubles, rounded half-up', () => {
    expect(formatMoney('1234567.5', 'ru', { decimals: 0 })).toBe(`1${nb}234${nb}568${nb}₽`);
  });

  test('short on a tile', () => {
    expect(formatMoney('12000000', 'ru', { compact: true })).toBe(`12${nb}млн${nb}₽`);
    expect(formatMoney('1250000', 'ru', { compact: true })).toBe(`1,3${nb}млн${nb}₽`);
  });

  test('with a real minus, and never as minus zero', () => {
    expect(formatMoney('-50', 'ru')).toBe(`−50,00${nb}₽`);
    expect(formatMoney('-0.001', 'ru')).toBe(`0,00${nb}₽`);
    expect(formatMoney('-50', 'en')).toBe('−₽50.00');
  });

  test('exactly, also where a float has lost the kopecks', () => {
    expect(formatMoney('12345678901234567.89', 'ru')).toBe(
      `12${nb}345${nb}678${nb}901${nb}234${nb}567,89${nb}₽`,
    );
    expect(formatMoney('1.005', 'ru')).toBe(`1,01${nb}₽`);
  });

  test('in the currency of the ledger', () => {
    expect(formatMoney('1234.5', 'en', { currency: 'GBP' })).toBe('£1,234.50');
    expect(formatMoney('1234.5', 'ru', { currency: 'USD' })).toBe(`1${nb}234,50${nb}$`);
  });
});

describe('a number is shown', () => {
  test('grouped from four digits on', () => {
    expect(formatNumber(9999, 'ru')).toBe(`9${nb}999`);
    expect(formatNumber('1234.5', 'ru')).toBe(`1${nb}234,5`);
    expect(formatNumber('1234.5', 'en')).toBe('1,234.5');
  });

  test('with the decimals and the sign asked for', () => {
    expect(formatNumber('2.4', 'ru', { decimals: 1 })).toBe('2,4');
    expect(formatNumber('0.1', 'ru', { decimals: 1, signed: true })).toBe('+0,1');
    expect(formatNumber('0', 'ru', { signed: true })).toBe('0');
    expect(formatNumber('-12.5', 'ru')).toBe('−12,5');
    expect(formatNumber('12000', 'ru', { compact: true })).toBe(`12${nb}тыс.`);
  });
});

test('a fraction is shown as a percentage', () => {
  expect(formatPercent('0.125', 'ru')).toBe(`12,5${nb}%`);
  expect(formatPercent('0.0326', 'ru', { signed: true })).toBe(`+3,3${nb}%`);
  expect(formatPercent('0.1874', 'ru', { decimals: 2 })).toBe(`18,74${nb}%`);
  expect(formatPercent('-0.05', 'en')).toBe('−5.0%');
});
