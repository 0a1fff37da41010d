import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isIsoDate, lastDayOfMonth, weekday } from './iso-date.ts';

const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a calendar date', () => {
  test('exists or is refused', () => {
    expect(isIsoDate('2024-02-29')).toBe(true);
    for (const none of [
      '2023-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-5',
      '05.10.2026',
      '',
      '2026-10-05T00:00',
    ])
      expect(isIsoDate(none), none).toBe(false);
  });

  test('keeps the end of a month when months are added', () => {
    expect(addMonths('2011-01-31', 1)).toBe('2011-02-28');
    expect(addMonths('2012-01-31', 1)).toBe('2012-02-29');
    expect(addMonths('2011-03-31', -13)).toBe('2010-02-28');
    expect(addMonths('2011-11-15', 2)).toBe('2012-01-15');
  });

  test('knows leap years, also of centuries', () => {
    expect(lastDayOfMonth('2000-02')).toBe('2000-02-29');
    expect(lastDayOfMonth('2100-02-11')).toBe('2100-02-28');
    expect(lastDayOfMonth('2026-12')).toBe('2026-12-31');
  });

  test('falls on the weekday of the wall calendar', () => {
    expect(weekday('2026-11-04')).toBe(3);
    expect(weekday('1969-12-28')).toBe(7);
  });

  test('moves by days and back, and the distance is what it was moved by', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -30_000, max: 30_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(date);
      }),
    );
  });

  test('moved by months lands that many months on', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months);
        const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(index(moved) - index(date)).toBe(months);
        expect(isIsoDate(moved)).toBe(true);
      }),
    );
  });
});
