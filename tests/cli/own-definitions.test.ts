import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { figureQuery } from '../../src/domain/figure-query.ts';
import { grossMethod, type Method, mainMethod } from '../../src/domain/method.ts';
import type { NamedBase } from '../../src/domain/named-base.ts';
import type { StoredSet } from '../../src/domain/sets/stored-set.ts';
import type { Application, NamedBaseAnswer } from '../../src/facade.ts';
import { customer, fakeApplication } from '../doubles/fake-application.ts';
import { emptyFolder, runAkb, seen } from '../doubles/run-akb.ts';

beforeEach(() => {
  vi.stubEnv('AKB_TODAY', '2011-12-10');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const big: Method = {
  ...mainMethod,
  id: 'big',
  version: 2,
  name: { ru: 'Крупные', en: 'Big ones' },
  thresholds: { amount: '50000' },
  unit: 'legalEntity',
};
const methods: Application['methods'] = async () => [
  { ...mainMethod, kept: true },
  { ...grossMethod, kept: false },
  { ...big, kept: false },
];

/** Runs a command where a file holds this document. */
async function withDocument(commandLine: string, document: unknown, changes: Partial<Application> = {}) {
  const cwd = emptyFolder(['data']);
  const content = typeof document === 'string' || Buffer.isBuffer(document);
  await writeFile(path.join(cwd, 'файл.json'), content ? document : JSON.stringify(document));
  return runAkb(commandLine, { application: fakeApplication({ methods, ...changes }), cwd });
}

describe('akb methods', () => {
  test('says of each what it has of its own, and whether answers are kept ready', async () => {
    const application = fakeApplication({ methods });
    const { code, stdout } = await runAkb('methods', { application });
    expect(code).toBe(0);
    expect(seen(stdout)).toMatch(/^main +1 +Основная: возвраты месяца вычтены +да$/m);
    expect(seen(stdout)).toMatch(/^gross +1 +Без учёта возвратов +возвраты не вычитаются +нет$/m);
    expect(seen(stdout)).toMatch(/^big +2 +Крупные +порог: сумма от 50 000 ₽; считаются юрлица +нет$/m);
    const english = await runAkb('methods --lang en', { application });
    expect(seen(english.stdout)).toMatch(
      /^big +2 +Big ones +threshold: amount of at least ₽50,000; counts legal entities +no$/m,
    );
  });

  test('shows a whole method: every rule, those of its own marked', async () => {
    const application = fakeApplication({ methods });
    const { stdout } = await runAkb('methods big', { application });
    expect(seen(stdout)).toMatch(/^Крупные \(big, версия 2\)$/m);
    expect(seen(stdout)).toContain('\n* порог: сумма от 50 000 ₽\n');
    expect(seen(stdout)).toContain('\n  возвраты вычитаются в своём месяце\n');
    expect(seen(stdout)).toContain('Ответы считаются по строкам отгрузок.');
    const { stdout: json } = await runAkb('methods big --json', { application });
    expect(JSON.parse(json)).toEqual({ ...big, kept: false });
    const unknown = await runAkb('methods bgi', { application });
    expect([unknown.code, unknown.stderr]).toEqual([
      1,
      expect.stringContaining('Методики «bgi» нет. Есть: main, gross, big.'),
    ]);
  });

  test('what --json shows of a method is stored as its next version', async () => {
    const said: unknown[] = [];
    const saveMethod: Application['saveMethod'] = async (document) => {
      said.push(document);
      return { ...document, version: 3 };
    };
    const { version: _, ...document } = big;
    const shown = { ...big, kept: true };
    const { code, stderr } = await withDocument('methods --save файл.json', shown, { saveMethod });
    expect([code, said]).toEqual([0, [document]]);
    expect(stderr).toContain('методика big, версия 3');
    const json = await withDocument('methods --save файл.json --json', document, { saveMethod });
    expect(JSON.parse(json.stdout)).toMatchObject({ id: 'big', kept: false });
  });

  test.each([
    ['methods --keep main --keep gross', ['main', 'gross'], 'main, gross'],
    ['methods --keep none', [], 'не держатся'],
  ])('akb %s names exactly those that are kept', async (commandLine, ids, said) => {
    const kept: (readonly string[])[] = [];
    const keepMethods: Application['keepMethods'] = async (wanted) => {
      kept.push(wanted);
    };
    const { code, stderr } = await runAkb(commandLine, { application: fakeApplication({ keepMethods }) });
    expect([code, kept]).toEqual([0, [ids]]);
    expect(stderr).toContain(said);
  });

  test.each([
    ['methods --keep none --keep main', '--keep none и --keep main'],
    ['methods --keep main --save файл.json', '--save и --keep'],
    ['methods big --keep main', 'Лишние аргументы'],
    ['methods --save нет.json', 'Файла нет.json нет.'],
    ['methods --save data', 'Файл data не открывается'],
  ])('akb %s is refused before anything is opened', async (commandLine, said) => {
    const { code, opened, stderr } = await runAkb(commandLine);
    expect([code, opened, stderr]).toEqual([1, [], expect.stringContaining(said)]);
  });
});

const taps: NamedBase = {
  id: 3,
  name: 'АКБ кранов, 2 месяца',
  method: { id: 'main' },
  products: [{ dimension: 'category', members: ['Краны'] }],
  period: { length: 2, of: 'months' },
  unit: 'client',
};
const baseAnswer = (base: NamedBase, shortHistory: boolean): NamedBaseAnswer => ({
  base,
  answer: {
    query: figureQuery.parse({
      ...{ metrics: ['activeBase', 'totalBase', 'coverage', 'sales'], unit: base.unit },
      ...{ period: 'last:2m@2011-12-09', methods: [base.method] },
    }),
    dataVersion: 7,
    historySince: '2010-12-01',
    asOf: '2011-12-09',
    methods: [{ id: 'main', version: 1 }],
    periods: [
      { from: '2011-10-10', to: '2011-12-09', label: 'last:2m@2011-12-09', open: false, shortHistory },
    ],
    cells: [
      {
        ...{ method: 0, period: 0, rows: [], columns: [] },
        figures: { activeBase: 1665, totalBase: 4131, coverage: '0.40305', sales: '1461756.25' },
      },
    ],
    explained: [],
    members: {},
  },
});
const basesApplication = (changes: Partial<Application> = {}) =>
  fakeApplication({
    namedBases: async () => [taps],
    namedBaseFigures: async () => [baseAnswer(taps, true)],
    readSet: async ({ set }) => `${JSON.stringify(set)}`,
    ...changes,
  });

describe('akb bases', () => {
  test('shows the figures of each in its own period, and says which history is too short', async () => {
    const { code, stdout, stderr } = await runAkb('bases', { application: basesApplication() });
    expect(code).toBe(0);
    expect(seen(stdout)).toMatch(
      /^ *3 +АКБ кранов, 2 месяца +10\.10\.2011–09\.12\.2011 \* +клиенты +main, версия 1 +1 665 +4 131 +40,3 % +1 461 756,25 +\{"kind":"state","state":"active"/m,
    );
    expect(seen(stderr)).toContain('короче 12 месяцев');
    const english = await runAkb('bases 3 --lang en --csv', { application: basesApplication() });
    expect(english.stdout).toContain(
      '3;АКБ кранов, 2 месяца;2011-10-10–2011-12-09;clients;main, version 1;1665;4131;',
    );
    expect(english.stderr).toBe('');
  });

  test('--json has whole documents, and figures as the report has them', async () => {
    const { stdout } = await runAkb('bases --json', { application: basesApplication() });
    expect(JSON.parse(stdout)).toEqual([
      {
        base: taps,
        period: {
          ...{ from: '2011-10-10', to: '2011-12-09', label: 'last:2m@2011-12-09' },
          ...{ open: false, shortHistory: true },
        },
        method: { id: 'main', version: 1 },
        dataVersion: 7,
        historySince: '2010-12-01',
        figures: { activeBase: 1665, totalBase: 4131, coverage: '0.4031', sales: '1461756.25' },
        reading: expect.stringContaining('Краны'),
      },
    ]);
  });

  test('are asked as of a day', async () => {
    const asked: unknown[] = [];
    const namedBaseFigures: Application['namedBaseFigures'] = async ({ on, metrics }) => {
      asked.push([on, metrics]);
      return [];
    };
    await runAkb('bases --on 2011-09-30', { application: basesApplication({ namedBaseFigures }) });
    expect(asked).toEqual([['2011-09-30', ['activeBase', 'totalBase', 'coverage', 'sales']]]);
  });

  test('a base is added and removed, and one that is not there is refused', async () => {
    const done: unknown[] = [];
    const changes: Partial<Application> = {
      namedBases: async () => [taps],
      addNamedBase: async (base) => {
        done.push(base.name);
        return { id: 4, ...base };
      },
      removeNamedBase: async (id) => {
        done.push(id);
      },
    };
    const { id: _, ...document } = taps;
    const added = await withDocument('bases --add файл.json --json', document, changes);
    expect(JSON.parse(added.stdout)).toEqual({ id: 4, ...document });
    const removed = await withDocument('bases 3 --remove', '', changes);
    expect(removed.stderr).toContain('База 3 «АКБ кранов, 2 месяца» убрана.');
    const unknown = await withDocument('bases 99999999999 --remove', '', changes);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('базы 99')]);
    expect(done).toEqual(['АКБ кранов, 2 месяца', 3]);
  });

  test('without any it says how one is added; without shipments nothing is counted', async () => {
    const none = await runAkb('bases');
    expect([none.code, none.stderr]).toEqual([0, expect.stringContaining('akb bases --add')]);
    const application = basesApplication({
      dataState: async () => ({ dataVersion: 0, historySince: null, asOf: null, imports: 0 }),
    });
    expect((await runAkb('bases', { application })).stderr).toContain('Отгрузок ещё нет');
  });

  test.each([
    ['bases --on 31.10.2011', '«31.10.2011» — не день'],
    ['bases --remove', 'Не хватает аргумента'],
    ['bases три --remove', '«три»'],
    ['bases 3 --add файл.json', 'Лишние аргументы'],
  ])('akb %s is refused before anything is opened', async (commandLine, said) => {
    const { code, opened, stderr } = await runAkb(commandLine);
    expect([code, opened, stderr]).toEqual([1, [], expect.stringContaining(said)]);
  });
});

const bought = {
  language: 1,
  unit: 'client',
  method: { id: 'main' },
  set: { kind: 'bought' },
} as const;
const live: StoredSet = {
  ...{ id: 1, name: 'Покупали', set: bought, frozen: null },
  createdAt: '2011-12-09T09:05:00.000Z',
};
const frozen: StoredSet = {
  ...live,
  ...{ id: 2, name: 'Покупали в ноябре' },
  frozen: { dataVersion: 6, asOf: '2011-11-30', size: 22 },
};
const setsApplication = (changes: Partial<Application> = {}) =>
  fakeApplication({
    storedSets: async () => [live, frozen],
    setSize: async () => 1665,
    readSet: async (_, language) => (language === 'ru' ? 'Клиенты, которые…' : 'Clients that…'),
    ...changes,
  });

describe('akb sets', () => {
  test('says of each whether it lives, how many it has now, and reads it', async () => {
    const { stdout } = await runAkb('sets', { application: setsApplication() });
    expect(seen(stdout)).toMatch(/^1 +Покупали +клиенты +живой +1 665 +Клиенты, которые…$/m);
    expect(seen(stdout)).toMatch(
      /^2 +Покупали в ноябре +клиенты +заморожен на 30\.11\.2011 +22 +Клиенты, которые…$/m,
    );
    const english = await runAkb('sets --lang en', { application: setsApplication() });
    expect(seen(english.stdout)).toMatch(/frozen on 2011-11-30 +22 +Clients that…$/m);
    const { stdout: json } = await runAkb('sets --json', { application: setsApplication() });
    expect(JSON.parse(json)).toEqual([
      {
        ...{ id: 1, name: 'Покупали', unit: 'client', frozen: null, createdAt: live.createdAt },
        ...{ size: 1665, reading: 'Клиенты, которые…', set: bought },
      },
      expect.objectContaining({ id: 2, size: 22, frozen: frozen.frozen }),
    ]);
  });

  test('lists who is in one as akb customers does', async () => {
    const asked: unknown[] = [];
    const application = setsApplication({
      setMembers: async function* (set, query) {
        asked.push([set.set, query]);
        yield customer;
      },
    });
    const { stdout } = await runAkb('sets 2 --sort name --search ромашка', { application });
    expect(seen(stdout)).toContain('Покупали в ноябре · покупки: ноябрь 2011 г.');
    expect(seen(stdout)).toContain('\nзаморожен на 30.11.2011: Клиенты, которые…\n');
    expect(seen(stdout).trimEnd()).toMatch(/ООО «Ромашка».*\n\n1 клиент$/);
    expect(asked).toEqual([
      [
        { kind: 'stored', id: 2 },
        {
          ...{ sort: 'name', search: 'ромашка' },
          period: expect.objectContaining({ label: '2011-11' }),
        },
      ],
    ]);
    expect(JSON.parse((await runAkb('sets 2 --json', { application })).stdout)).toMatchObject([
      { id: 1, avgCheck: '947.50' },
    ]);
    const { cwd } = await runAkb('sets 2 --report full --xlsx кто.xlsx', { application });
    const { sheets } = await readXlsx(await readFile(path.join(cwd, 'кто.xlsx')));
    expect(sheets[0]?.rows[1]?.slice(0, 2)).toEqual(['00000123', 'ООО «Ромашка»']);
    expect((await runAkb('sets 77', { application })).stderr).toContain('набора 77 нет');
  });

  test('stores one, freezes it and removes it', async () => {
    const done: unknown[] = [];
    const changes: Partial<Application> = {
      ...{ storedSets: async () => [live, frozen], setSize: async () => 1665, readSet: async () => '…' },
      storeSet: async (said) => {
        done.push(said);
        return live;
      },
      freezeSet: async (id, name) => {
        done.push([id, name]);
        return frozen;
      },
      removeStoredSet: async (id) => {
        done.push(id);
      },
    };
    const stored = await withDocument('sets --save файл.json --name Покупали', bought, changes);
    expect(seen(stored.stderr)).toContain('набор 1 «Покупали», 1 665 клиентов, живой.');
    await withDocument('sets --save файл.json --name Покупали --frozen', bought, changes);
    const froze = await withDocument('sets 1 --freeze --name Ноябрь --json', '', changes);
    expect(seen(froze.stderr)).toContain('22 клиента, заморожен на 30.11.2011.');
    expect(JSON.parse(froze.stdout)).toMatchObject({ id: 2, frozen: { size: 22 } });
    const removed = await withDocument('sets 1 --remove --json', '', changes);
    expect(JSON.parse(removed.stdout)).toEqual({ id: 1 });
    expect(done).toEqual([
      { name: 'Покупали', set: bought },
      { name: 'Покупали', set: bought, frozen: true },
      [1, 'Ноябрь'],
      1,
    ]);
  });

  test('counts who would be in one, storing nothing', async () => {
    const changes: Partial<Application> = {
      setSize: async () => 22,
      readSet: async () => 'Клиенты, которые…',
    };
    const { stdout } = await withDocument('sets --size файл.json', bought, changes);
    expect(seen(stdout)).toBe('Клиенты, которые…\n22 клиента\n');
    const json = await withDocument('sets --size файл.json --json', bought, changes);
    expect(JSON.parse(json.stdout)).toEqual({ size: 22, reading: 'Клиенты, которые…' });
  });

  test.each([
    ['sets --save файл.json', '--save нужно ещё --name'],
    ['sets 1 --freeze', '--freeze нужно ещё --name'],
    ['sets --freeze --name Имя', 'Не хватает аргумента'],
    ['sets 1 --freeze --remove', '--freeze и --remove'],
    ['sets 1 --freeze --frozen --name Имя', '--frozen и --freeze'],
    ['sets --search ромашка', '--search нужно ещё номер'],
    ['sets 1 --name Имя', '--name нужно ещё --save'],
    ['sets 1 --size файл.json', 'Лишние аргументы'],
    [`sets 1 --freeze --name ${'я'.repeat(121)}`, 'от 1 до 120 знаков'],
  ])('akb %s is refused before anything is opened', async (commandLine, said) => {
    const { code, opened, stderr } = await runAkb(commandLine);
    expect([code, opened, stderr]).toEqual([1, [], expect.stringContaining(said)]);
  });
});

describe('a document that is wrong', () => {
  const { version: _, ...document } = big;
  const base = { ...taps, id: undefined };
  const set = (node: unknown) => ({ ...bought, set: node });
  const nested = (depth: number): unknown =>
    depth === 0 ? bought.set : { kind: 'or', sets: [nested(depth - 1)] };
  const save = 'sets --save файл.json --name Имя';
  test.each<[string, unknown, string, string]>([
    [
      'methods --save файл.json',
      { ...document, thresholds: { amount: 50_000 } },
      'файл.json: поле «thresholds.amount» — ожидается текст в кавычках. Ничего не изменено.',
      'файл.json: the field “thresholds.amount”: it takes text in quotes. Nothing was changed.',
    ],
    [
      'methods --save файл.json',
      { ...document, unit: 'clients' },
      'поле «unit» — ожидается одно из: client, legalEntity, deliveryPoint.',
      'the field “unit”: it takes one of: client, legalEntity, deliveryPoint.',
    ],
    [
      'methods --save файл.json',
      { ...document, name: { ru: 'Крупные' } },
      'поле «name.en» — обязательно, а его нет.',
      'the field “name.en”: it is required and missing.',
    ],
    [
      'methods --save файл.json',
      { ...document, treshold: {} },
      'поле «treshold» — такого поля не бывает.',
      'the field “treshold”: there is no such field.',
    ],
    [
      'methods --save файл.json',
      { ...document, returns: { mode: 'никогда' } },
      'поле «returns.mode» — ожидается одно из: month, days, off.',
      'the field “returns.mode”: it takes one of: month, days, off.',
    ],
    [
      'methods --save файл.json',
      { ...document, returns: { mode: 'days', days: 400 }, kinds: [], excludedParties: [0] },
      'поле «returns.days» — не больше 366.',
      'the field “kinds”: at least 1 value in the list.',
    ],
    [
      'methods --save файл.json',
      { ...document, validFrom: '07.2026' },
      'поле «validFrom» — записано не так',
      'the field “validFrom”: it is not written as it should be',
    ],
    [
      'methods --save файл.json',
      { ...document, kinds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      'и ещё 2 ошибки в этом документе',
      'and 2 more mistakes in this document',
    ],
    [
      'methods --save файл.json',
      { ...document, name: { ru: 'а\0б', en: 'x' } },
      'поле «name.ru» — в тексте есть знак, который базы данных не хранят',
      'the field “name.ru”: the text has a character that databases do not keep',
    ],
    [
      'methods --save файл.json',
      [1],
      'документ целиком — ожидается объект',
      'the whole document: it takes an object',
    ],
    [
      'methods --save файл.json',
      '{\n  "id": "big",\n  "unit": "client",\n}',
      'файл.json, строка 4: это не JSON: лишнее или недостающее около }.',
      'файл.json, row 4: this is no JSON: something is wrong near }.',
    ],
    ['methods --save файл.json', '{"id": }', 'около {"id": }', 'near {"id": }'],
    ['methods --save файл.json', '', 'текст обрывается', 'the text breaks off'],
    [
      'methods --save файл.json',
      Buffer.from([0x22, 0xcf, 0xf0, 0x22]),
      'файл.json: кодировка не UTF-8.',
      'the encoding is not UTF-8',
    ],
    [
      'bases --add файл.json',
      { ...base, products: [{ dimension: 'city', members: ['Киров'] }] },
      'поле «products» — база ограничивается только товарами',
      'the field “products”: a base is limited by products only',
    ],
    [
      'bases --add файл.json',
      { ...base, period: 'moth' },
      'поле «period» — ожидается одно из: month, quarter, halfYear, year.',
      'the field “period”: it takes one of: month, quarter, halfYear, year.',
    ],
    [
      'bases --add файл.json',
      { ...base, period: { length: 0, of: 'days' }, name: ' ' },
      'поле «period.length» — не меньше 1.',
      'the field “name”: at least 1 character.',
    ],
    [
      save,
      set({ kind: 'and', sets: [bought.set, { kind: 'bought', from: '2026-02-30' }] }),
      'поле «set.sets.1.from» — ожидается день вида 2026-10-31.',
      'the field “set.sets.1.from”: it takes a day such as 2026-10-31.',
    ],
    [
      save,
      set({ kind: 'anyone' }),
      'поле «set.kind» — ожидается одно из: state, bought',
      '“set.kind”: it takes one of',
    ],
    [save, set(nested(200)), 'вложены глубже 20 уровней', 'nested deeper than 20 levels'],
    [save, set(nested(30)), 'файл.json: Условия набора', 'nested deeper than 20 levels'],
    [
      save,
      set({ kind: 'attribute', dimension: 'rep', members: ['1'] }),
      'файл.json: Условие attribute набора',
      'A condition “attribute” of the set',
    ],
    [
      'sets --size файл.json',
      { ...bought, language: 2 },
      'поле «language» — ожидается одно из: 1.',
      'one of: 1.',
    ],
  ])(
    'akb %s: %o is refused with its place, and nothing is opened',
    async (command, written, russian, english) => {
      const ru = await withDocument(command, written);
      expect([ru.code, ru.opened, ru.stdout]).toEqual([1, [], '']);
      expect(seen(ru.stderr)).toContain(russian);
      const en = await withDocument(`${command} --lang en`, written);
      expect(seen(en.stderr)).toContain(english);
    },
  );

  test('but one that PowerShell wrote in UTF-16 is read', async () => {
    const said: string[] = [];
    const addNamedBase: Application['addNamedBase'] = async (document) => {
      said.push(document.name);
      return { id: 1, ...document };
    };
    const text = Buffer.from(`\ufeff${JSON.stringify(base)}`, 'utf16le');
    await withDocument('bases --add файл.json', text, { addNamedBase });
    expect(said).toEqual(['АКБ кранов, 2 месяца']);
  });
});
