import { describe, expect, test } from 'vitest';
import { add, compare, divide, round, subtract, sum } from '../src/domain/decimal.ts';
import { formatMoney, formatNumber, formatPercent } from '../src/domain/money.ts';
import { growthTarget, planFact, runRate } from '../src/domain/plan-fact.ts';

/** As a reader sees it: plain blanks for the no-break ones. */
const read = (text: string) => text.replaceAll('\u00a0', ' ');
const percent = (fraction: string | null, decimals = 1, signed = false) =>
  fraction === null ? null : read(formatPercent(fraction, 'ru', { decimals, signed }));

describe('the worked numbers of the articles on the active customer base', () => {
  test('АКБ by type: 200 distributors and 53 wholesalers bought, 253; of 1350 who ever bought that is 18.74 %', () => {
    const activeBase = add('200', '53');
    expect(activeBase).toBe('253');
    expect(percent(divide(activeBase, '1350'), 2)).toBe('18,74 %');
  });

  test('АКБ of a SKU: 52 of the 275 bought coffee makers, a penetration of 18.91 %', () => {
    expect(percent(divide('52', '275'), 2)).toBe('18,91 %');
  });

  test('growth: 10 thousand customers and 20 % more are 12 thousand', () => {
    expect(growthTarget('10000', '0.2')).toBe('12000');
  });

  test('maintenance: 720 in January ask for no less than 720 later', () => {
    const target = growthTarget('720', '0');
    expect(target).toBe('720');
    expect(compare('720', target) >= 0 && compare('719', target) < 0).toBe(true);
  });

  test('plan-fact: 950 against a plan of 920 is 30 over, +3.3 %, fulfilled by 103.3 %', () => {
    const { deviation, deviationShare, fulfilment } = planFact('920', '950');
    expect(read(formatNumber(deviation, 'ru', { signed: true }))).toBe('+30');
    expect(percent(deviationShare, 4, true)).toBe('+3,2609 %');
    expect(percent(deviationShare, 1, true)).toBe('+3,3 %');
    expect(percent(fulfilment)).toBe('103,3 %');
  });

  test('average SKU: 24 pairs of client and product over ten clients are 2.4; 2.5 a month later is 0.1 more', () => {
    const march = divide('24', '10') ?? '';
    expect(march).toBe('2.4');
    expect(read(formatNumber(subtract('2.5', march), 'ru', { decimals: 1, signed: true }))).toBe('+0,1');
  });

  test('average check: the sum of all sales by the number of checks, not of clients', () => {
    const sales = sum(['1740', '870', '300']);
    const [checks, clients] = ['3', '2'];
    expect(read(formatMoney(divide(sales, checks, 2) ?? '', 'ru'))).toBe('970,00 ₽');
    expect(read(formatMoney(divide(sales, clients, 2) ?? '', 'ru'))).toBe('1 455,00 ₽');
  });

  test('run-rate: 580 in 14 of 22 working days lead to 911.4, 76 % of a plan of 1200', () => {
    const forecast = runRate('580', 14, 22) ?? '';
    expect(round(forecast, 1)).toBe('911.4');
    expect(percent(planFact('1200', forecast).fulfilment, 0)).toBe('76 %');
  });

  test('must list of ten over two months: 3 sold, then 3 others, is 30 % and not 60 %', () => {
    const sold = [new Set(['a', 'b', 'c']), new Set(['d', 'e', 'f'])];
    const bought = sum(sold.map((month) => `${month.size}`));
    expect(percent(divide(bought, sum(['10', '10'])), 0)).toBe('30 %');
    const everBought = new Set(sold.flatMap((month) => [...month])).size;
    expect(percent(divide(`${everBought}`, '10'), 0)).toBe('60 %');
  });

  test('strike rate: 7 orders of 20 visits are 35 %', () => {
    expect(percent(divide('7', '20'), 0)).toBe('35 %');
  });

  test('coverage: 61 of 84 are 73 %, 47 of 102 are 46 %', () => {
    expect(percent(divide('61', '84'), 0)).toBe('73 %');
    expect(percent(divide('47', '102'), 0)).toBe('46 %');
  });

  test('churn: from 1000 to 940 looks like 6 %, but with 40 new among them 100 were lost, and that is 10 %', () => {
    expect(percent(divide(subtract('1000', '940'), '1000'), 0)).toBe('6 %');
    const lost = subtract(add('1000', '40'), '940');
    expect(percent(divide(lost, '1000'), 0)).toBe('10 %');
  });

  test('dealers: from 9 to 24 is 15 more, +166.7 %', () => {
    const { deviation, deviationShare } = planFact('9', '24');
    expect(deviation).toBe('15');
    expect(percent(deviationShare, 1, true)).toBe('+166,7 %');
  });
});
