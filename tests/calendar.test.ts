import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FigureAnswer } from '../src/domain/figure-query.ts';
import { addDays, weekday } from '../src/domain/iso-date.ts';
import { stateCalendar, statedCalendars } from '../src/services/calendar/stated-calendars.ts';
import type { Records } from '../src/stores/records/records.ts';
import { periodOf, refusalOf } from './harness/application.ts';
import { describeOnBothRecords } from './harness/both-records.ts';
import { newServer, type TestServer } from './harness/server.ts';

// Two branches: Kirov ships from Monday to Saturday, Perm from Monday to Thursday; nobody on 4 November.

const header = 'Номер;Дата;Код контрагента;Контрагент;Филиал;Количество;Сумма';
const shipments = (from: string, to: string, weekdays: Readonly<Record<string, number>>): string => {
  const rows = [header];
  for (let date = from; date <= to; date = addDays(date, 1))
    for (const [branch, last] of Object.entries(weekdays))
      if (weekday(date) <= last && date !== '2026-11-04')
        rows.push(`РН-${rows.length};${date.split('-').reverse().join('.')};К-1;Ландыш;${branch};1;100,00`);
  return rows.join('\n');
};

describe('the working calendar of a branch', () => {
  let server: TestServer;
  let ids: Record<string, number>;
  beforeAll(async () => {
    server = await newServer();
    await server.akb.load({ 'отгрузки.csv': shipments('2026-09-01', '2026-11-12', { Киров: 6, Пермь: 4 }) });
    const listed = await server.akb.application.workingDays(periodOf('2026-11'));
    ids = Object.fromEntries(listed.map(({ branch, name }) => [name || 'компания', branch]));
  });
  afterAll(() => server.remove());

  const ask = async (branch: string, year: number, body?: unknown) =>
    (
      await server.ask(`/api/v1/calendars/${ids[branch]}/${year}`, {
        ...(body !== undefined && { method: 'PUT', body }),
      })
    ).json();
  const daysOf = async (period: string) => {
    const answer = await server.ask(`/api/v1/working-days?period=${period}`);
    const { branches } = answer.json() as unknown as {
      branches: readonly { name: string; days: number; passed: number }[];
    };
    return Object.fromEntries(branches.map(({ name, days, passed }) => [name, [days, passed]]));
  };

  test('is learnt from its shipments; that of the company from all of them', async () => {
    expect(await ask('Киров', 2026)).toMatchObject({
      ...{ weekdays: [1, 2, 3, 4, 5, 6], weekSource: 'learned', daysSource: 'decreed' },
      learned: { from: '2026-09-01', to: '2026-11-12', daysOff: { dates: 1, shipped: 0, share: '0.0000' } },
    });
    expect(await ask('Пермь', 2026)).toMatchObject({ weekdays: [1, 2, 3, 4], weekSource: 'learned' });
    expect(await ask('компания', 2026)).toMatchObject({ branch: 0, weekdays: [1, 2, 3, 4, 5, 6] });
    // November 2026: 4 Saturdays, and Wednesday the 4th off; loaded up to the 12th.
    expect(await daysOf('2026-11')).toEqual({ '': [24, 9], Киров: [24, 9], Пермь: [16, 7] });
  });

  test('is what the company says, for a branch or for all of it, until it takes it back', async () => {
    const fiveDays = { weekdays: [5, 1, 2, 3, 4, 1], daysOff: ['11-04'], workedDays: ['11-07'] };
    expect(await ask('Киров', 2026, fiveDays)).toMatchObject({
      ...{ weekdays: [1, 2, 3, 4, 5], weekSource: 'stated', workedDays: ['11-07'] },
      months: [22, 20, 22, 22, 21, 22, 23, 21, 22, 22, 21, 23],
    });
    await ask('компания', 2026, { daysOff: ['11-05'], workedDays: [] });
    expect(await ask('Пермь', 2026)).toMatchObject({
      ...{
        weekdays: [1, 2, 3, 4],
        weekSource: 'learned',
        daysOff: ['11-05'],
        daysSource: 'statedForCompany',
      },
    });
    expect(await daysOf('2026-11')).toEqual({ '': [24, 9], Киров: [21, 9], Пермь: [16, 7] });
    for (const branch of ['Киров', 'компания'])
      await server.ask(`/api/v1/calendars/${ids[branch]}/2026`, { method: 'DELETE' });
    expect(await daysOf('2026-11')).toEqual({ '': [24, 9], Киров: [24, 9], Пермь: [16, 7] });
  });

  test('that cannot be is refused, and nothing is kept of it', async () => {
    const { application } = server.akb;
    const said = (change: object, place: object = {}) =>
      refusalOf(
        application.setCalendar(
          { branch: ids.Киров ?? 0, year: 2026, ...place },
          { daysOff: [], workedDays: [], ...change },
        ),
      );
    expect(await said({ daysOff: ['02-29'] })).toMatchObject([{ code: 'calendarDayUnknown' }]);
    expect(await said({ daysOff: ['05-01'], workedDays: ['05-01'] })).toMatchObject([
      { code: 'calendarDayTwice' },
    ]);
    expect(await said({}, { year: 1789 })).toMatchObject([{ code: 'calendarYearOutOfRange' }]);
    expect(await said({}, { branch: 4_000_000 })).toMatchObject([{ code: 'branchUnknown' }]);
    const place = { branch: ids.Киров ?? 0, year: 2026 };
    expect(await refusalOf(application.removeCalendar(place))).toMatchObject([{ code: 'calendarNotStated' }]);
    expect(await application.calendar(place)).toMatchObject({ weekSource: 'learned' });
    const wrong = await server.ask('/api/v1/calendars/0/2026', {
      method: 'PUT',
      body: { daysOff: ['1 мая'] },
    });
    expect(wrong.status).toBe(400);
  });
});

describe('the comparison with the same working day', () => {
  // One document a day, each for a customer of its own; Ландыш buys on 31 August and on 30 September.
  const rows = [header, 'А-1;31.08.2026;К-1;Ландыш;Киров;1;10,00', 'А-2;30.09.2026;К-1;Ландыш;Киров;1;10,00'];
  for (let date = '2026-09-01'; date <= '2026-10-14'; date = addDays(date, 1))
    for (const [branch, last] of [['Киров', 6] as const, ['Пермь', 5] as const])
      if (weekday(date) <= last)
        rows.push(
          `РН-${rows.length};${date.split('-').reverse().join('.')};К-${rows.length + 1};Клиент ${rows.length};${branch};1;100,00`,
        );
  let server: TestServer;
  let branches: Record<string, number>;
  beforeAll(async () => {
    server = await newServer();
    await server.akb.load({ 'отгрузки.csv': rows.join('\n') });
    const listed = await server.akb.application.workingDays(periodOf('2026-10'));
    branches = Object.fromEntries(listed.map(({ branch, name }) => [name, branch]));
  });
  afterAll(() => server.remove());
  const ask = async (more: object) =>
    (
      await server.ask('/api/v1/tables', {
        body: {
          ...{ metrics: ['sales', 'activeBase', 'lost'], period: '2026-10', unit: 'client' },
          ...{ methods: [{ id: 'main' }], compare: ['sameWorkingDay', 'previous'] },
          ...more,
        },
      })
    ).json() as unknown as FigureAnswer;
  const ofBranch = (name: string) => ({ slice: [{ dimension: 'branch', members: [`${branches[name]}`] }] });

  test('goes by the calendar of the branch, and says which days were compared', async () => {
    // 1 to 14 October: 12 working days of six a week, 10 of five. In September: up to Monday the 14th in both.
    const kirov = await ask(ofBranch('Киров'));
    expect(kirov.calendar).toEqual({ branch: branches.Киров, sources: ['learned', 'decreed'] });
    expect(kirov.periods[0]?.compared).toEqual({
      sameWorkingDay: {
        ...{ from: '2026-09-01', to: '2026-09-14', label: '2026-09@2026-09-14', workingDays: 12 },
      },
      previous: { from: '2026-09-01', to: '2026-09-30', label: '2026-09' },
    });
    expect(kirov.cells[0]).toMatchObject({
      figures: { sales: '1200.00', activeBase: 12, lost: 27 },
      compared: {
        // Beside “not yet”: whoever bought in the whole of August and not up to 14 September.
        sameWorkingDay: { sales: '1200.00', activeBase: 12, lost: 1 },
        previous: { sales: '2610.00', activeBase: 27, lost: 0 },
      },
    });
    const perm = await ask(ofBranch('Пермь'));
    expect(perm.periods[0]?.compared?.sameWorkingDay).toMatchObject({ to: '2026-09-14', workingDays: 10 });
    const company = await ask({});
    expect(company.calendar?.branch).toBe(0);
    expect(company.cells[0]).toMatchObject({ compared: { sameWorkingDay: { sales: '2200.00' } } });
  });

  test('opens into the customers behind the compared figure', async () => {
    const { periods } = await ask(ofBranch('Киров'));
    const period = periods[0]?.compared?.sameWorkingDay?.label;
    const state = { kind: 'state', state: 'lost', period, ...ofBranch('Киров') };
    const set = { language: 1, unit: 'client', method: { id: 'main' }, set: state };
    const answer = await server.ask('/api/v1/sets/size', {
      ...{ body: { set }, headers: { 'accept-language': 'ru' } },
    });
    expect(answer.json()).toMatchObject({
      size: 1,
      reading: expect.stringContaining('в сентябре 2026 г. (по 14.09.2026)'),
    });
  });

  test('holds for every part, and refuses parts of a day', async () => {
    const year = await ask({ period: '2026-09..2026-12', grain: 'month', metrics: ['sales'] });
    expect(year.periods.map(({ compared }) => compared?.sameWorkingDay?.label ?? null)).toEqual([
      ...['2026-08', '2026-09@2026-09-14', null, null],
    ]);
    const compared = year.cells.map((cell) => cell.compared);
    expect(compared.map((one) => one?.sameWorkingDay?.sales)).toEqual([
      ...['10.00', '2200.00', undefined, undefined],
    ]);
    expect(compared[2]?.previous).toEqual({ sales: '2200.00' });
    const rolling = { length: 2, of: 'months' };
    const windows = await ask({ period: '2026-10', grain: 'month', rolling });
    expect(windows.periods[0]?.compared?.sameWorkingDay).toMatchObject({
      label: '2026-07..2026-08@2026-08-13',
    });
    const days = await ask({ period: '2026-10-12..2026-10-16', grain: 'day' });
    expect(days).toMatchObject({ problems: [{ code: 'sameWorkingDayOfDay' }] });
  });
});

describeOnBothRecords('calendars that the company states', (open) => {
  let records: Records;
  beforeAll(async () => {
    records = await open();
  });

  test('are kept by branch and year, the last word counts', async () => {
    await stateCalendar({ records }, { branch: 0, year: 2026 }, { daysOff: ['01-11'], workedDays: [] });
    await stateCalendar({ records }, { branch: 0, year: 2027 }, { daysOff: [], workedDays: ['01-16'] });
    const again = { weekdays: [1, 2], daysOff: ['01-12', '01-11', '01-12'], workedDays: [] };
    await stateCalendar({ records }, { branch: 0, year: 2026 }, again);
    expect(await statedCalendars({ records })).toEqual(
      new Map([
        [
          0,
          {
            2026: { weekdays: [1, 2], daysOff: ['01-11', '01-12'], workedDays: [] },
            2027: { daysOff: [], workedDays: ['01-16'] },
          },
        ],
      ]),
    );
  });
});
