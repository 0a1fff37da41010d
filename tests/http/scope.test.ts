import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { attributes, dimensions } from '../../src/domain/dimensions.ts';
import { metrics } from '../../src/domain/metrics.ts';
import { customerSets, customerSorts } from '../../src/domain/report-words.ts';
import { type Scope, wholeCompany } from '../../src/domain/scope.ts';
import { setMeasures, setStates } from '../../src/domain/sets/customer-set.ts';
import { countUnits } from '../../src/domain/units.ts';
import { readOwnerKey } from '../../src/edges/http/served-folder.ts';
import { type RunningServer, startServer } from '../../src/edges/http/server.ts';
import type { Application } from '../../src/facade.ts';
import { questions } from '../../src/questions.ts';
import { answerCache } from '../../src/services/activity/answer-cache.ts';
import { addNamedBase } from '../../src/services/definitions/named-bases.ts';
import { isLongRun } from '../budget.ts';
import { fakeApplication } from '../doubles/fake-application.ts';
import { type Installation, importText, newInstallation } from '../harness/installation.ts';
import { askServer } from '../harness/server.ts';

// Somebody who sees the lines of one team asks everything that can be asked, after the owner has asked the same of the same
// cache. Nothing outside shows, and nothing that happens outside moves an answer.

/** What only others may see: customers, reps, goods, towns, telephones and sums. */
const outside = [
  'Василёк',
  'Пион',
  'Борис',
  'Сыр',
  'Яранск',
  'Юг',
  '9991112233',
  '4013.37',
  '4013,37',
  '7781',
  '8809',
];

/** Anna is in the team «Север», everybody else in «Юг». */
const shipments = (rows: readonly string[]): string => {
  const lines = rows.map((row) => `${row};${row.endsWith(';Анна') ? 'Север' : 'Юг'}`);
  return `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Категория;Количество;Сумма;Менеджер;Команда\n${lines.join('\n')}\n`;
};
const cards = (rows: readonly string[]): string =>
  `Код;Наименование;Город;Тип клиента;Телефон;ИНН;Основной менеджер\n${rows.join('\n')}\n`;

// Anna served К-1 and К-2 in September; К-2 was handed over to Boris in October. К-3 and К-4 are none of hers.
const companyWide = [
  '02.08.2026;РН-0;К-1;Ромашка;Молоко;Молочное;1;90;Анна',
  '02.09.2026;РН-1;К-1;Ромашка;Молоко;Молочное;1;100;Анна',
  '03.09.2026;РН-2;К-2;Лютик;Молоко;Молочное;1;200;Анна',
  '04.09.2026;РН-3;К-3;Василёк;Сыр;Сыры;1;4013,37;Борис',
  '05.10.2026;РН-4;К-1;Ромашка;Кефир;Молочное;1;110;Анна',
  '06.10.2026;РН-5;К-2;Лютик;Сыр;Сыры;1;7781;Борис',
  '07.10.2026;РН-6;К-3;Василёк;Сыр;Сыры;1;8809;Борис',
  '31.10.2026;РН-7;К-1;Ромашка;Молоко;Молочное;1;10;Анна',
];
const customers = [
  'К-1;Ромашка;Киров;Розница;8 (999) 123-45-67;0001000010;Анна',
  'К-2;Лютик;Киров;HoReCa;+7 999 765 43 21;0001000028;Борис',
  'К-3;Василёк;Яранск;HoReCa;9991112233;0001000035;Борис',
  'К-5;Нарцисс;Киров;Розница;;;Анна',
];
/** Other sums, goods, days and customers; who was active in which month stays as it was where Anna can see him. */
const otherwise = [
  '08.09.2026;РН-3;К-3;Василёк Плюс;Пармезан;Сыры твёрдые;9;1;Борис',
  '16.10.2026;РН-5;К-2;Лютик;Пармезан;Сыры твёрдые;7;5;Вера',
  '07.10.2026;РН-6;К-3;Василёк Плюс;Сыр;Сыры;2;3;Вера',
  '09.10.2026;РН-8;К-4;Пион;Сыр;Сыры;1;12345;Вера',
];

let akb: Installation;
let server: RunningServer;
let key: string;
let inside: Scope;
/** Anna's name for the filter of lists: the id of her member, and of somebody else's. */
let anna = '';
let boris = '';

beforeAll(async () => {
  vi.stubEnv('AKB_TODAY', '2026-11-02');
  akb = await newInstallation();
  await importText(akb, shipments(companyWide));
  await importText(akb, cards(customers));
  const members = await akb.stores.records.db.selectFrom('member').select(['id', 'name']).execute();
  const idOf = (name: string): number => members.find((one) => one.name === name)?.id ?? 0;
  [anna, boris] = [String(idOf('Анна')), String(idOf('Борис'))];
  // Scopes of reps, teams and branches are asked about at random in tables.property.test.ts.
  inside = { nodes: [{ dimension: 'team', member: idOf('Север') }] };
  await addNamedBase(akb.stores, {
    name: 'АКБ молока',
    method: { id: 'main' },
    products: [{ dimension: 'category', members: ['Молочное'] }],
    period: 'month',
    unit: 'client',
  });
  const answers = answerCache();
  const as = (scope: Scope): Application => {
    const seen = {
      ...fakeApplication(),
      ...questions(akb.stores, answers, { scope, user: null, hidden: [] }),
    };
    return { ...seen, as: () => seen };
  };
  const { dataDir } = akb;
  const binding = { host: '127.0.0.1', port: 0 };
  // The owner has asked before: what the cache knows is not for everybody.
  const owner = as(wholeCompany);
  server = await startServer({ application: owner, dataDir, binding, version: '1.2.3' });
  key = await readOwnerKey(dataDir);
  const seen = await everything(part);
  for (const word of ['Василёк', 'Борис', 'Сыр', 'Яранск'])
    expect(
      seen.some(({ text }) => text.includes(word)),
      word,
    ).toBe(true);
  await server.close();
  server = await startServer({ application: as(inside), dataDir, binding, version: '1.2.3' });
  key = await readOwnerKey(dataDir);
}, 300_000);
afterAll(async () => {
  await server.close();
  await akb.remove();
  vi.unstubAllEnvs();
});

interface Said {
  readonly asked: string;
  readonly text: string;
}

async function askNow(path: string, body?: unknown): Promise<Said> {
  const { status, text, content } = await askServer(`${server.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${key}` },
    ...(body !== undefined && { body }),
  });
  const asked = `${path} ${JSON.stringify(body ?? '')}`;
  if (status >= 400) return { asked, text: `${status} ${text}` };
  if (!path.includes('format=xlsx')) return { asked, text };
  const book = read(content);
  return {
    asked,
    text: JSON.stringify(Object.values(book.Sheets).map((sheet) => utils.sheet_to_json(sheet))),
  };
}

const months = '2026-08..2026-10';
const methods = [
  { id: 'main' },
  { id: 'main', totalBase: 'allRegistered' },
  { id: 'main', totalBase: 'assigned', attribution: 'assigned' },
] as const;
const inMonth = { period: '2026-09' };
/** The table by SKU is among these, or the owner does not see the goods and the preparation fails. */
const part = isLongRun ? 1 : 18;

/** Every question that can be asked; of the usual run the first of each route and one in `part` after it. */
async function everything(part: number): Promise<Said[]> {
  const said: Said[] = [];
  const asked = new Map<string, number>();
  const ask: typeof askNow = async (path, body) => {
    const [kind = ''] = path.split('?');
    const before = asked.get(kind) ?? 0;
    asked.set(kind, before + 1);
    return before % part === 0 ? await askNow(path, body) : { asked: path, text: '' };
  };
  const all = metrics.filter((metric) => metric !== 'prospects');
  for (const by of [undefined, ...dimensions])
    for (const unit of countUnits)
      said.push(await ask('/figures', { periods: ['2026-09', '2026-10'], by, unit }));
  for (const row of dimensions)
    for (const method of methods)
      said.push(
        await ask('/tables', {
          ...{
            metrics: all,
            rows: [row],
            columns: row === 'rep' ? ['sku'] : ['rep'],
            period: months,
            grain: 'month',
          },
          ...{ unit: 'client', methods: [method], compare: ['previous', 'yearAgo'], whole: true },
        }),
      );
  for (const slice of [
    [{ dimension: 'rep', members: [boris] }],
    [{ dimension: 'category', members: ['Сыры', 'Сыры твёрдые'] }],
    [{ dimension: 'city', members: ['Яранск', ''] }],
  ])
    said.push(
      await ask('/tables/all', {
        queries: attributes.slice(0, 2).map((row) => ({
          ...{
            metrics: all,
            rows: [row],
            period: '2026-10',
            unit: 'legalEntity',
            methods: [methods[0]],
            slice,
          },
          ...{ compare: ['sameWorkingDay'], attributes: 'onDate' },
        })),
      }),
    );
  const sets = [
    ...setStates.map((state) => ({ kind: 'state', state, ...inMonth })),
    ...setStates.map((state) => ({ kind: 'state', state, period: '2026-10' })),
    ...setMeasures.map((measure) => ({ kind: 'measure', measure, period: months, atLeast: '1' })),
    ...['bought', 'neverBought'].map((kind) => ({
      kind,
      slice: [{ dimension: 'category', members: ['Сыры'] }],
    })),
    ...['first', 'last'].map((which) => ({ kind: 'purchase', which, from: '2026-09-01' })),
    { kind: 'attribute', dimension: 'city', members: ['Яранск', 'Киров', ''] },
    { kind: 'ids', ids: Array.from({ length: 30 }, (_, index) => index + 1) },
  ];
  for (const node of sets) {
    const set = { language: 1, unit: 'client', method: { id: 'main' }, set: node };
    said.push(await ask('/sets/size', { set }));
    said.push(await ask('/sets/members', { set, ...inMonth, limit: 100 }));
  }
  const everybody = {
    ...{ language: 1, unit: 'client', method: { id: 'main' } },
    set: { kind: 'state', state: 'registered', period: '2026-12' },
  };
  for (const sort of customerSorts)
    said.push(await ask('/sets/members/all', { set: everybody, ...inMonth, sort }));
  for (const search of [
    'Ромашка',
    'лютик',
    'Василёк',
    'К-3',
    '9991112233',
    '0001000035',
    'Плюс',
    '765 43 21',
  ])
    said.push(await ask('/sets/members', { set: everybody, ...inMonth, limit: 100, search }));
  for (const set of customerSets) {
    said.push(await ask('/customers', { ...inMonth, set }));
    for (const format of ['csv', 'jsonl', 'xlsx'])
      for (const report of ['akb', 'full'])
        said.push(
          await ask(`/exports/customers?period=2026-09&set=${set}&format=${format}&report=${report}`),
        );
  }
  for (const by of ['rep', 'sku', 'category', 'city'] as const) {
    for (const format of ['csv', 'jsonl', 'xlsx'])
      said.push(await ask(`/exports/report?periods=2026-09&by=${by}&format=${format}`));
    said.push(await ask(`/exports/report?periods=2026-09&by=${by}&format=xlsx&customers=true`));
    said.push(
      await ask('/customers', { ...inMonth, by: { dimension: by, code: by === 'rep' ? boris : 'Сыры' } }),
    );
  }
  said.push(await ask('/bases/figures', { metrics: all, rows: ['rep'] }));
  return said;
}

/** Numbers of versions are of the whole company, and no secret. */
const withoutVersions = (said: readonly Said[]): Said[] =>
  said.map(({ asked, text }) => ({
    asked,
    text: text.replaceAll(/"(dataVersion|next)":("[^"]*"|\d+)|Версия данных"[^}]*/g, ''),
  }));

describe('whoever sees one rep’s lines', () => {
  test('learns nothing of others by any question, however he asks', async () => {
    const before = withoutVersions(await everything(part));
    // Of a member whom nobody inside has, it is said that there is none.
    const refused = before.filter(({ text }) => /^[45]\d\d /.test(text) && !text.includes('memberUnknown'));
    expect(refused.map(({ asked, text }) => asked + text)).toEqual([]);
    // A question may name what it asks for; an answer repeats the question.
    for (const { asked, text } of before)
      for (const word of outside)
        if (!asked.includes(word)) expect(text, `${word} in the answer to ${asked}`).not.toContain(word);
    await importText(akb, shipments(otherwise));
    await importText(
      akb,
      cards(['К-3;Василёк Плюс;Советск;Опт;9990000000;0001000035;Вера', 'К-4;Пион;Яранск;Опт;;;Вера']),
    );
    for (const [index, { asked, text }] of withoutVersions(await everything(part)).entries())
      expect(text, asked).toBe(before[index]?.text);
  }, 3_600_000);

  test('sees what is his', async () => {
    const { text } = await askNow('/customers', { ...inMonth, set: 'active' });
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map(({ shown, name, sales }) => [shown, name, sales])).toEqual([
      [false, '', '200.00'],
      [true, 'Ромашка', '100.00'],
    ]);
    expect(anna).not.toBe('');
  });
});
