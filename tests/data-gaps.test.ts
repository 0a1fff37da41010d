import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, weekday } from '../src/domain/iso-date.ts';
import { periodOf } from './harness/application.ts';
import { newServer, type TestServer } from './harness/server.ts';

// Kirov ships every weekday but 2 and 3 September, Perm from 7 to 11 September and once more on the 30th.

const header = 'Номер;Дата;Код контрагента;Контрагент;Филиал;Количество;Сумма';
const rows = [header];
const ship = (branch: string, date: string) =>
  rows.push(`РН-${rows.length};${date.split('-').reverse().join('.')};К-1;Ландыш;${branch};1;100,00`);
for (let date = '2026-08-03'; date <= '2026-10-02'; date = addDays(date, 1)) {
  if (weekday(date) < 6 && date !== '2026-09-02' && date !== '2026-09-03') ship('Киров', date);
  if ((weekday(date) < 6 && date >= '2026-09-07' && date <= '2026-09-11') || date === '2026-09-30')
    ship('Пермь', date);
}

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
  await server.akb.load({ 'отгрузки.csv': rows.join('\n') });
});
afterAll(() => server.remove());

const gapsIn = async (from: string, to: string) => {
  const { branches } = (await server.ask(`/api/v1/data/gaps?from=${from}&to=${to}`)).json();
  return branches as readonly { readonly branch: number; readonly name: string }[];
};

test('working days without shipments are named for the company and each branch, and longer pauses', async () => {
  const [company, kirov, perm] = await gapsIn('2026-09-01', '2026-09-30');
  const missing = ['2026-09-02', '2026-09-03'];
  expect(company).toEqual({
    ...{ branch: 0, code: '', name: '', firstDay: '2026-08-03', lastDay: '2026-10-02', behind: 0 },
    ...{ workingDays: 22, missing, pauses: [] },
  });
  expect(kirov).toMatchObject({ name: 'Киров', workingDays: 22, missing, pauses: [] });
  expect(perm).toMatchObject({
    ...{ name: 'Пермь', firstDay: '2026-09-07', lastDay: '2026-09-30', behind: 2, workingDays: 18 },
    pauses: [{ from: '2026-09-12', to: '2026-09-29', days: 18 }],
  });
});

test('nothing is missing before the first day of a branch and after the last loaded one', async () => {
  const [company, kirov, perm] = await gapsIn('2026-10-01', '2026-12-31');
  expect([company, kirov]).toMatchObject([
    { workingDays: 2, missing: [] },
    { workingDays: 2, missing: [] },
  ]);
  expect(perm).toMatchObject({ missing: ['2026-10-01', '2026-10-02'], pauses: [] });
  expect((await gapsIn('2026-08-01', '2026-08-31'))[2]).toMatchObject({ workingDays: 0, missing: [] });
});

test('of branches that somebody sees a part of he is told nothing', async () => {
  const [, , perm] = await gapsIn('2026-09-01', '2026-09-30');
  const ofPerm = { dimension: 'branch', member: perm?.branch ?? 0 } as const;
  const { members } = await server.akb.application.organisation('2026-09-30');
  const someone = { dimension: 'rep', member: members.length + 1 } as const;
  const seenBy = async (node: typeof ofPerm | typeof someone) => {
    const viewer = { user: 7, role: 'supervisor', scope: { nodes: [node] }, hidden: [] } as const;
    const gaps = await server.akb.application.as(viewer).dataGaps(periodOf('2026-09'));
    return gaps.map(({ name }) => name);
  };
  expect(await seenBy(ofPerm)).toEqual(['Пермь']);
  expect(await seenBy(someone)).toEqual([]);
});

test('a calendar file states its years for a branch; one that is refused states none', async () => {
  const [, kirov] = await gapsIn('2026-09-01', '2026-09-30');
  const send = (text: string) =>
    server.ask(`/api/v1/calendars/${kirov?.branch}/file`, { bytes: text, method: 'POST' });
  const calendar =
    '<calendar year="2027"><days><day d="01.01" t="1"/><day d="02.20" t="3"/></days></calendar>';
  expect((await send(calendar)).json()).toMatchObject({
    calendars: [
      {
        year: 2027,
        daysOff: expect.arrayContaining(['01-01', '05-01']),
        workedDays: ['02-20'],
        daysSource: 'stated',
      },
    ],
  });
  const large = await send(' '.repeat(1_000_001));
  expect(large.json().problems?.[0]?.code).toBe('calendarFileTooLarge');
  const wrong = await send(calendar.replace('01.01', '13.01').replace('2027', '2028'));
  expect([wrong.status, wrong.json().problems?.[0]?.code]).toEqual([422, 'calendarFileDayWrong']);
  const after = await server.akb.application.calendar({ branch: kirov?.branch ?? 0, year: 2028 });
  expect(after.daysSource).not.toBe('stated');
});
