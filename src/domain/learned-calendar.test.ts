import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDates } from './calendar.ts';
import { addDays, weekday } from './iso-date.ts';
import { learnCalendar, workedWeekdays } from './learned-calendar.ts';
import { type CalendarEvidence, workingYear, workingYears } from './working-year.ts';

const datesOf = (from: string, to: string): string[] => {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
};
/** Days of a span on which a branch with such weekdays ships. */
const shipped = (from: string, to: string, weekdays: readonly number[], not: readonly string[] = []) =>
  new Set(datesOf(from, to).filter((date) => weekdays.includes(weekday(date)) && !not.includes(date)));
const sixDays = [1, 2, 3, 4, 5, 6];
const holidays = ['2026-05-01', '2026-05-09', '2026-05-11', '2026-06-12', '2026-02-23', '2026-03-09'];
const of = (days: ReadonlySet<string>): CalendarEvidence => ({ stated: {}, learned: learnCalendar(days) });

describe('a calendar learnt from shipments', () => {
  test('counts a weekday from 60 % of its dates on, between the first and the last shipment', () => {
    // Five Saturdays from 3 to 31 October 2026; Monday to Friday every day.
    const days = (saturdays: readonly string[]) =>
      new Set([...shipped('2026-10-01', '2026-10-31', [1, 2, 3, 4, 5]), ...saturdays]);
    const three = learnCalendar(days(['2026-10-03', '2026-10-17', '2026-10-31']));
    expect(three).toMatchObject({ from: '2026-10-01', to: '2026-10-31' });
    expect(three?.weekdays[5]).toEqual({ dates: 5, shipped: 3, share: '0.6000' });
    expect(three && workedWeekdays(three)).toEqual(sixDays);
    const two = learnCalendar(days(['2026-10-03', '2026-10-31']));
    expect(two?.weekdays[5]).toEqual({ dates: 5, shipped: 2, share: '0.4000' });
    expect(two && workedWeekdays(two)).toEqual([1, 2, 3, 4, 5]);
  });

  test('does not take a holiday for a weekday without shipments', () => {
    const days = shipped('2025-12-22', '2026-01-20', [1, 2, 3, 4, 5], datesOf('2025-12-31', '2026-01-11'));
    const learned = learnCalendar(days);
    // Thursdays: 25.12 and 15.01 with shipments; 1 and 8 January are holidays.
    expect(learned?.weekdays[3]).toEqual({ dates: 2, shipped: 2, share: '1.0000' });
    expect(learned?.daysOff).toEqual({ dates: 8, shipped: 0, share: '0.0000' });
  });

  test('needs every weekday twice, and days of which something is known', () => {
    expect(learnCalendar(new Set())).toBeNull();
    expect(learnCalendar(shipped('2026-10-05', '2026-10-17', sixDays))).toBeNull();
    const days = shipped('2026-08-03', '2026-10-31', sixDays);
    const known = learnCalendar(days, (date) => !date.startsWith('2026-09'));
    expect(known?.weekdays.reduce((all, { dates }) => all + dates, 0)).toBe(29 + 31);
    expect(learnCalendar(days, () => false)).toBeNull();
  });

  test('keeps the decreed days off, holidays on Saturdays too, unless there are shipments on most of them', () => {
    const resting = of(shipped('2026-02-02', '2026-06-30', sixDays, holidays));
    const year = workingYear(2026, [resting]);
    expect([year.weekdays, year.weekSource, year.daysSource]).toEqual([sixDays, 'learned', 'decreed']);
    expect(year.daysOff).toContain('05-09');
    const ofMay = (one: CalendarEvidence) =>
      workingDates('2026-05-01', '2026-05-12', workingYears([one], '2026-05-01', '2026-05-12'));
    expect(ofMay(resting)).toEqual(['02', '04', '05', '06', '07', '08', '12'].map((day) => `2026-05-${day}`));
    // Four of six: 67 %.
    const baking = of(shipped('2026-02-02', '2026-06-30', sixDays, holidays.slice(0, 2)));
    expect(baking.learned?.daysOff).toEqual({ dates: 6, shipped: 4, share: '0.6667' });
    expect(workingYear(2026, [baking])).toMatchObject({ daysOff: [], daysSource: 'learned' });
    expect(ofMay(baking)).toHaveLength(10);
  });

  test('of shipments without a rhythm shows nothing', () => {
    const rare = of(new Set(datesOf('2026-01-12', '2026-06-30').filter((_, index) => index % 4 === 0)));
    expect(workingYear(2026, [rare])).toMatchObject({ weekdays: [1, 2, 3, 4, 5], weekSource: 'decreed' });
  });

  test('has shares of all its dates, whatever was shipped', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((offset) => addDays('2026-01-01', offset));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 150 }), (days) => {
        const learned = learnCalendar(new Set(days));
        if (learned === null) return;
        const { weekdays, from, to } = learned;
        const dates = datesOf(from, to);
        const all = weekdays.reduce((sum, one) => sum + one.dates, 0);
        expect(all).toBeLessThanOrEqual(dates.length);
        for (const one of weekdays) expect(one.shipped).toBeLessThanOrEqual(one.dates);
        expect(weekdays.reduce((sum, one) => sum + one.shipped, 0)).toBeLessThanOrEqual(new Set(days).size);
      }),
      { seed: 23 },
    );
  });
});

describe('a working year', () => {
  const saturdays = of(shipped('2026-09-01', '2026-10-31', sixDays));
  const nothing: CalendarEvidence = { stated: {}, learned: null };

  test('has what is said of the branch before what is said of the company, and both before what is learnt', () => {
    const own = { weekdays: [1, 2, 3], daysOff: ['05-01'], workedDays: [] };
    const company = { weekdays: [1, 2, 3, 4], daysOff: ['05-02'], workedDays: ['05-03'] };
    const branch = { ...saturdays, stated: { 2026: own } };
    const whole = { ...nothing, stated: { 2026: company, 2027: company } };
    expect(workingYear(2026, [branch, whole])).toEqual({
      ...own,
      ...{ weekSource: 'stated', daysSource: 'stated' },
    });
    expect(workingYear(2027, [branch, whole])).toEqual({
      ...company,
      ...{ weekSource: 'statedForCompany', daysSource: 'statedForCompany' },
    });
  });

  test('stated without weekdays keeps the week that was learnt: a decree that the program does not know', () => {
    const decree = { daysOff: ['01-11'], workedDays: [] };
    const company = { ...nothing, stated: { 2027: decree } };
    expect(workingYear(2027, [saturdays, company])).toEqual({
      ...{ weekdays: sixDays, ...decree },
      ...{ weekSource: 'learned', daysSource: 'statedForCompany' },
    });
  });

  test('of a branch that shows nothing is that of the company, and of a company that shows nothing the decree', () => {
    expect(workingYear(2026, [nothing, saturdays])).toMatchObject({ weekSource: 'learnedFromCompany' });
    expect(workingYear(2026, [nothing, nothing])).toMatchObject({
      ...{ weekSource: 'decreed', daysSource: 'decreed' },
    });
    expect(workingYear(2027, [nothing])).toMatchObject({ daysSource: 'preliminary' });
  });

  test('of five days is the decreed one', () => {
    for (const year of [2024, 2025, 2026]) {
      const [from, to] = [`${year}-01-01`, `${year}-12-31`];
      const decreed = workingDates(from, to);
      expect(workingDates(from, to, workingYears([nothing], from, to))).toEqual(decreed);
    }
  });
});
