import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newServer, type TestServer } from '../harness/server.ts';

const formula = '=1+1';
const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер;Филиал
02.08.2026;РН-0;К-1;Ромашка;Молоко;1;100;Анна;Север
02.09.2026;РН-1;К-1;Ромашка;Молоко;1;100,5;Анна;Север
03.09.2026;РН-2;К-2;Лютик;Молоко;1;200;Борис;Юг
04.09.2026;РН-3;К-3;Василёк;Сыр;1;300;Борис;Юг
05.09.2026;РН-4;К-1;Ромашка;Сыр;1;50;${formula};Юг
`;

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
  await server.akb.load({ 'shipments.csv': shipments });
});
afterAll(() => server.remove());

const file = async (path: string, body: object) => {
  const answer = await server.ask(`/api/v1/exports/${path}`, { body });
  expect([answer.status, answer.headers['content-disposition']]).toEqual([
    200,
    expect.stringContaining('akb-'),
  ]);
  return answer;
};
const lines = ({ text }: { readonly text: string }) => text.trim().split('\r\n');
const cellsOf = async ({ content }: { readonly content: Buffer }) =>
  (await readXlsx(content)).sheets[0]?.rows.map((row) => row.map((cell) => cell ?? '')) ?? [];

const idOf = async (wanted: string): Promise<string> => {
  const { members } = await server.akb.application.organisation('2026-09-30');
  return String(members.find(({ name }) => name === wanted)?.id);
};

const query = {
  ...{ metrics: ['activeBase', 'sales'], rows: ['branch', 'rep'], period: '2026-09', unit: 'client' },
  methods: [{ id: 'main' }],
};

test('a table leaves with its names, its subtotals and its true total; names stay names', async () => {
  expect(lines(await file('table', { query, format: 'csv' }))).toEqual([
    'Филиал;Торговый представитель;Активная клиентская база (АКБ);Продажи с НДС',
    'Север;Анна;1;100,50',
    'Север;Итого;1;100,50',
    "Юг;'=1+1;1;50,00",
    'Юг;Борис;2;500,00',
    'Юг;Итого;3;550,00',
    'Итого;;3;650,50',
  ]);
});

test('a workbook says on top what was counted, of which days, and under which conditions', async () => {
  const south = await idOf('Юг');
  const rows = await cellsOf(
    await file('table', {
      query: { ...query, slice: [{ dimension: 'branch', members: [south] }] },
      format: 'xlsx',
    }),
  );
  expect(rows.slice(0, 5).map(([first]) => first)).toEqual([
    'Активная клиентская база (АКБ), Продажи с НДС',
    expect.stringMatching(
      /^клиенты · методика «.+» \(main, версия \d+\) · 01\.09\.2026 – 30\.09\.2026 · Данные по 05\.09\.2026$/,
    ),
    expect.stringContaining('Юг'),
    'Филиал',
    'Юг',
  ]);
  expect(rows.at(-1)).toEqual(['Итого', '', 3, 550]);
});

test('periods, comparisons and members on columns are named; rows are those of the screen', async () => {
  const [head, ...rest] = lines(
    await file('table', {
      query: { ...query, metrics: ['activeBase'], rows: ['rep'], columns: ['branch'], compare: ['previous'] },
      rows: [[await idOf('Борис')], [], ['кого нет']],
      format: 'csv',
      lang: 'en',
    }),
  );
  expect(head?.split(';')[1]).toBe('Север · Active customer base');
  expect(head?.split(';').length).toBe(7);
  expect(rest.map((row) => row.split(';')[0])).toEqual(['Борис', 'Total']);
});

test('a list leaves with the columns chosen, in the order of the screen', async () => {
  const set = {
    ...{ language: 1, unit: 'client', method: { id: 'main' } },
    set: { kind: 'state', state: 'active', period: '2026-09', slice: [], history: 'slice' },
  };
  const list = { set, period: '2026-09', sort: 'sales', columns: ['name', 'sales', 'manager'] };
  expect(lines(await file('members', { ...list, format: 'csv' }))).toEqual([
    'Наименование;Продажи;Менеджер',
    'Василёк;300,00;Борис',
    'Лютик;200,00;Борис',
    "Ромашка;150,50;'=1+1",
  ]);
  const rows = await cellsOf(await file('members', { ...list, search: 'лют', format: 'xlsx' }));
  expect([rows.length, rows.at(-1)]).toEqual([3, ['Лютик', 200, 'Борис']]);
  const exported = (await server.ask('/api/v1/audit?action=exported')).json().entries as readonly object[];
  expect(exported.length).toBeGreaterThanOrEqual(5);
});
