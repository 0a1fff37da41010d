import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from './iso-date.ts';
import {
  calendarPeriod,
  daysPeriod,
  expandPeriods,
  formatPeriod,
  lastClosedMonth,
  monthsOf,
  monthsPeriod,
  type Period,
  parsePeriod,
  previousPeriod,
  rollingMonths,
  rollingSpan,
} from './period.ts';

const context = { today: '2011-11-15' };

function read(text: string): Period {
  const period = parsePeriod(text, context);
  if ('code' in period) throw new Error(`${text}: ${period.code}`);
  return period;
}

describe('a period is read as people write it', () => {
  test.each([
    ['2011-11', '2011-11-01', '2011-11-30', '2011-11'],
    ['11.2011', '2011-11-01', '2011-11-30', '2011-11'],
    ['ноябрь 2011', '2011-11-01', '2011-11-30', '2011-11'],
    ['Ноябрь 2011 г.', '2011-11-01', '2011-11-30', '2011-11'],
    ['за ноябрь 2011 года', '2011-11-01', '2011-11-30', '2011-11'],
    ['нояб. 2011', '2011-11-01', '2011-11-30', '2011-11'],
    ['май 2011', '2011-05-01', '2011-05-31', '2011-05'],
    ['November 2011', '2011-11-01', '2011-11-30', '2011-11'],
    ['2011-Q4', '2011-10-01', '2011-12-31', '2011-Q4'],
    ['2011Q4', '2011-10-01', '2011-12-31', '2011-Q4'],
    ['Q4 2011', '2011-10-01', '2011-12-31', '2011-Q4'],
    ['IV кв. 2011', '2011-10-01', '2011-12-31', '2011-Q4'],
    ['4 квартал 2011 года', '2011-10-01', '2011-12-31', '2011-Q4'],
    ['4-й квартал 2011', '2011-10-01', '2011-12-31', '2011-Q4'],
    ['2011-H2', '2011-07-01', '2011-12-31', '2011-H2'],
    ['II полугодие 2011', '2011-07-01', '2011-12-31', '2011-H2'],
    ['1-е полугодие 2011', '2011-01-01', '2011-06-30', '2011-H1'],
    ['2011', '2011-01-01', '2011-12-31', '2011'],
    ['2011 год', '2011-01-01', '2011-12-31', '2011'],
    ['2011-09..2011-11', '2011-09-01', '2011-11-30', '2011-09..2011-11'],
    ['сентябрь–ноябрь 2011 г.', '2011-09-01', '2011-11-30', '2011-09..2011-11'],
    ['сентябрь - ноябрь 2011', '2011-09-01', '2011-11-30', '2011-09..2011-11'],
    ['2011-Q1..2011-Q3', '2011-01-01', '2011-09-30', '2011-01..2011-09'],
    ['2010..2011', '2010-01-01', '2011-12-31', '2010-01..2011-12'],
    ['2011-11..2011-11', '2011-11-01', '2011-11-30', '2011-11'],
    ['2011-11-01..2011-11-15', '2011-11-01', '2011-11-15', '2011-11-01..2011-11-15'],
    ['01.11.2011–15.11.2011', '2011-11-01', '2011-11-15', '2011-11-01..2011-11-15'],
    ['01.11.2011-15.11.2011', '2011-11-01', '2011-11-15', '2011-11-01..2011-11-15'],
    ['с 1.11.2011 по 15.11.2011', '2011-11-01', '2011-11-15', '2011-11-01..2011-11-15'],
    ['3 ноября 2011 г.', '2011-11-03', '2011-11-03', '2011-11-03..2011-11-03'],
    ['last:30d', '2011-10-17', '2011-11-15', '2011-10-17..2011-11-15'],
    ['последние 30 дней', '2011-10-17', '2011-11-15', '2011-10-17..2011-11-15'],
    ['last:3m', '2011-08-16', '2011-11-15', 'last:3m@2011-11-15'],
    ['последние 3 месяца', '2011-08-16', '2011-11-15', 'last:3m@2011-11-15'],
    ['last:3m@2011-11-30', '2011-09-01', '2011-11-30', '2011-09..2011-11'],
    ['2011-11@2011-11-15', '2011-11-01', '2011-11-15', '2011-11@2011-11-15'],
    ['IV кв. 2011@2011-11-15', '2011-10-01', '2011-11-15', '2011-Q4@2011-11-15'],
    ['last:3m@2011-11-15@2011-10-31', '2011-08-16', '2011-10-31', 'last:3m@2011-11-15@2011-10-31'],
    ['2011-11@2011-11-30', '2011-11-01', '2011-11-30', '2011-11'],
  ])('%s', (text, from, to, label) => {
    expect(read(text)).toMatchObject({ from, to, label });
  });

  test('whole months typed as days stay days: what comes before them are as many days', () => {
    const november = read('2011-11-01..2011-11-30');
    expect(november.grain).toBe('days');
    expect(previousPeriod(november).label).toBe('2011-10-02..2011-10-31');
  });

  test.each([
    ['2011-13', 'periodUnreadable'],
    ['2011-Q5', 'periodUnreadable'],
    ['2011-H3', 'periodUnreadable'],
    ['III полугодие 2011', 'periodUnreadable'],
    ['31.11.2011', 'periodUnreadable'],
    ['last:0d', 'periodUnreadable'],
    ['прошлый месяц', 'periodUnreadable'],
    ['', 'periodUnreadable'],
    ['2011-11..2011-11-15', 'periodUnreadable'],
    ['2011-11..2011-09', 'periodReversed'],
    ['15.11.2011–01.11.2011', 'periodReversed'],
    ['0026', 'periodOutOfRange'],
    ['last:9999m', 'periodOutOfRange'],
    ['last:9999m@0001-01-01', 'periodOutOfRange'],
    ['2011-11@2011-12-01', 'periodUnreadable'],
    ['2011-11@2011-11-15@2011-11-10', 'periodUnreadable'],
    ['9999', 'periodOutOfRange'],
    ['9999-12', 'periodOutOfRange'],
  ])('«%s» is refused with %s, and the text is named', (text, code) => {
    expect(parsePeriod(text, context)).toEqual({ code, params: { text } });
  });
});

test.each([
  ['last:90d', { count: 90, unit: 'day' }],
  ['последние 3 месяца', { count: 3, unit: 'month' }],
  ['last:3m@2011-11-15', { count: 3, unit: 'month', to: '2011-11-15' }],
  ['last:0d', null],
  ['2011-11', null],
])('«%s» rolls as %j', (text, span) => {
  expect(rollingSpan(text)).toEqual(span);
});

describe('the period before', () => {
  test.each([
    ['2011-01', '2010-12'],
    ['2011-Q1', '2010-Q4'],
    ['2011-H2', '2011-H1'],
    ['2011', '2010'],
    ['2011-09..2011-11', '2011-06..2011-08'],
    ['2011-12..2012-02', '2011-09..2011-11'],
    ['2011-11-01..2011-11-15', '2011-10-17..2011-10-31'],
    ['last:30d', '2011-09-17..2011-10-16'],
    ['last:3m', 'last:3m@2011-08-15'],
    ['2011-11@2011-11-15', '2011-10'],
    ['2011-09..2011-11@2011-10-31', '2011-06..2011-08'],
    ['2011-11-01..2011-11-20@2011-11-02', '2011-10-12..2011-10-31'],
  ])('of %s is %s', (text, label) => {
    expect(previousPeriod(read(text)).label).toBe(label);
  });
});

describe('a series', () => {
  const labels = (text: string) => {
    const steps = expandPeriods(text, context);
    return 'code' in steps ? steps.code : steps.map((step) => step.label);
  };

  test('of months runs over the turn of the year', () => {
    expect(labels('2010-12..2011-12')).toHaveLength(13);
    expect(labels('2010-12..2011-02')).toEqual(['2010-12', '2011-01', '2011-02']);
  });

  test('of quarters, half-years and years keeps its step', () => {
    expect(labels('2011-Q1..2011-Q4')).toEqual(['2011-Q1', '2011-Q2', '2011-Q3', '2011-Q4']);
    expect(labels('2010-H2..2011-H1')).toEqual(['2010-H2', '2011-H1']);
    expect(labels('2010..2012')).toEqual(['2010', '2011', '2012']);
  });

  test('between a quarter and a month steps by month', () => {
    expect(labels('2011-Q1..2011-04')).toEqual(['2011-01', '2011-02', '2011-03', '2011-04']);
  });

  test('of anything else is that one period', () => {
    expect(labels('2011-11')).toEqual(['2011-11']);
    expect(labels('last:30d')).toEqual(['2011-10-17..2011-11-15']);
    expect(labels('2011-11-01..2011-11-15')).toEqual(['2011-11-01..2011-11-15']);
  });

  test('that cannot be read is a problem', () => {
    expect(labels('с января')).toBe('periodUnreadable');
  });
});

test('the last closed month is the one before, also on the last day of a month', () => {
  expect(lastClosedMonth('2011-12-09').label).toBe('2011-11');
  expect(lastClosedMonth('2011-01-31').label).toBe('2010-12');
});

test('the months of a period include those touched in part', () => {
  expect(monthsOf(read('2011-10-31..2011-12-01'))).toEqual(['2011-10', '2011-11', '2011-12']);
});

describe('a period is shown', () => {
  test.each([
    ['2026-11', 'ноябрь 2026 г.', 'November 2026'],
    ['2026-Q4', 'IV кв. 2026', 'Q4 2026'],
    ['2026-H2', 'II полугодие 2026', 'H2 2026'],
    ['2026', '2026 год', '2026'],
    ['2026-09..2026-11', 'сентябрь–ноябрь 2026 г.', 'September–November 2026'],
    ['2025-11..2026-01', 'ноябрь 2025 г. – январь 2026 г.', 'November 2025 – January 2026'],
    ['2026-11-01..2026-11-15', '01.11.2026–15.11.2026', '2026-11-01–2026-11-15'],
    ['2026-11-05..2026-11-05', '05.11.2026', '2026-11-05'],
    ['last:3m@2026-11-15', '16.08.2026–15.11.2026', '2026-08-16–2026-11-15'],
    ['2026-11@2026-11-15', 'ноябрь 2026 г. (по 15.11.2026)', 'November 2026 (to 2026-11-15)'],
  ])('%s', (label, ru, en) => {
    expect(formatPeriod(read(label), 'ru')).toBe(ru);
    expect(formatPeriod(read(label), 'en')).toBe(en);
  });
});

describe('for every period', () => {
  const month = fc
    .tuple(fc.integer({ min: 1950, max: 2150 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, index]) => `${year}-${String(index).padStart(2, '0')}`);
  const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1980-01-01', days));
  const count = fc.integer({ min: 1, max: 40 });
  const periods = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('month' as const, 'quarter' as const, 'halfYear' as const, 'year' as const),
        month,
      )
      .map(([grain, start]) => calendarPeriod(grain, start)),
    fc.tuple(month, month).map(([a, b]) => (a < b ? monthsPeriod(a, b) : monthsPeriod(b, a))),
    fc.tuple(day, count).map(([from, days]) => daysPeriod(from, addDays(from, days - 1))),
    fc.tuple(count, day).map(([months, to]) => rollingMonths(months, to)),
  );

  test('its label reads back as the same period', () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(parsePeriod(period.label, context)).toEqual(period);
      }),
    );
  });

  test('what is shown reads back as the same days', () => {
    fc.assert(
      fc.property(periods, fc.constantFrom('ru' as const, 'en' as const), (period, language) => {
        const again = parsePeriod(formatPeriod(period, language), context);
        expect(again).toMatchObject({ from: period.from, to: period.to });
      }),
    );
  });

  test('the one before ends the day before it and has the same kind and length', () => {
    fc.assert(
      fc.property(periods, (period) => {
        const before = previousPeriod(period);
        expect(before.from <= before.to).toBe(true);
        expect(daysBetween(before.to, period.from)).toBe(1);
        if (period.grain === 'days') {
          expect(daysBetween(before.from, before.to)).toBe(daysBetween(period.from, period.to));
        }
        const calendar = period.from.endsWith('-01') && !period.label.startsWith('last:');
        if (calendar && period.grain !== 'days') {
          expect(monthsOf(before)).toHaveLength(monthsOf(period).length);
        }
      }),
    );
  });
});
