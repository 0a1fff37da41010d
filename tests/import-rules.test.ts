import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { ImportOptions, ImportSummary } from '../src/services/intake/import-summary.ts';
import type { Question } from '../src/services/intake/recognition.ts';
import { everyOther } from './budget.ts';
import { runAkb } from './doubles/run-akb.ts';
import {
  customersOf,
  type Files,
  figuresOf,
  newApplication,
  refusalOf,
  type TestApplication,
} from './harness/application.ts';

const test = everyOther();

// Rules of docs/counting.md, §1 and §8, through real files.

let akb: TestApplication;
beforeAll(async () => {
  akb = await newApplication();
});
afterAll(() => akb.remove());

/** Every test has a year of its own: no data of another test is in its way. */
let year = 1990;
beforeEach(() => {
  year++;
});

const salesHeader =
  'Дата отгрузки;Номер документа;Вид документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма с НДС';
const sale = 'Реализация товаров и услуг';

/** Lines of 1C's sales report: day, number, customer's code and name, product, quantity, amount; [type]. */
function sales(...lines: readonly (readonly (string | number)[])[]): string {
  const rows = lines.map(([day, number, code, name, product, quantity, amount, type = sale]) =>
    [dated(day), number, type, code, name, product, quantity, amount].join(';'),
  );
  return `${[salesHeader, ...rows].join('\n')}\n`;
}

/** `05.10` is a day of the test's year. */
const dated = (day: string | number | undefined) => (String(day).length === 5 ? `${day}.${year}` : day);

/** Figures of a month of the test's year, or of days of it (`10-01..10-15`). */
const of = (period: string) =>
  figuresOf(
    akb,
    period
      .split('..')
      .map((part) => `${year}-${part}`)
      .join('..'),
  );
const salesOf = async (period: string) => (await of(period)).sales;
const listOf = (month: string) => customersOf(akb, `${year}-${month}`);

const asked: Question[] = [];
/** Imports files; a person answers every question so. */
async function loadAnswering(
  answer: string,
  files: Files,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  asked.length = 0;
  return await akb.load(files, options, async (question) => {
    asked.push(question);
    return answer;
  });
}

describe('a document with number and date', () => {
  test('a corrected document replaces the earlier version, also when its date moved to another month', async () => {
    await akb.load({
      'октябрь.csv': sales(
        ['30.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
        ['30.10', 'РН-1', 'К-1', 'Ландыш', 'Сыр', 1, '400,00'],
        ['30.10', 'РН-2', 'К-2', 'Клён', 'Молоко', 5, '500,00'],
      ),
    });
    const { documents, effect } = await akb.load({
      'исправлено.csv': sales(
        ['02.11', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
        ['02.11', 'РН-1', 'К-1', 'Ландыш', 'Сыр', 1, '450,00'],
      ),
    });
    expect(documents).toEqual({ new: 0, changed: 1, same: 0, shrunk: 0 });
    expect(effect.map(({ month, before, after }) => [month, before.client, after.client])).toEqual([
      [`${year}-10`, 2, 1],
      [`${year}-11`, 0, 1],
    ]);
    expect(await of('10')).toMatchObject({ activeBase: 1, sales: '500.00', documents: 1 });
    expect(await of('11')).toMatchObject({ activeBase: 1, sales: '1450.00', documents: 1 });
  });

  test('a number that begins again in the next year is another document', async () => {
    await akb.load({
      'два-года.csv': sales(
        [`30.12.${year++}`, 'РН-1', 'К-1', 'Ландыш', 'Молоко', 1, '100,00'],
        ['12.01', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 2, '200,00'],
      ),
    });
    expect(await figuresOf(akb, `${year - 1}-12..${year}-01`)).toMatchObject({
      sales: '300.00',
      documents: 2,
    });
  });

  test('a sale and its return may have the same number', async () => {
    await akb.load({
      'п.csv': sales(
        ['01.10', '7', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
        ['05.10', '7', 'К-1', 'Ландыш', 'Молоко', -4, '-400,00', 'Возврат товаров от покупателя'],
      ),
    });
    const { documents } = await akb.load({
      'ещё.csv': sales(['01.10', '7', 'К-1', 'Ландыш', 'Молоко', 12, '1200,00']),
    });
    expect(documents).toEqual({ new: 0, changed: 1, same: 0, shrunk: 0 });
    expect(await salesOf('10')).toBe('800.00');
  });

  test('a document is the same in a report that prints its type and in one that does not', async () => {
    const lines = [
      ['01.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
      ['01.10', 'РН-1', 'К-1', 'Ландыш', 'Тара', -1, '-50,00'],
      ['05.10', '7', 'К-1', 'Ландыш', 'Молоко', -4, '-400,00', 'Возврат товаров от покупателя'],
    ] as const;
    await akb.load({ 'с видом.csv': sales(...lines) });
    const untyped = sales(...lines)
      .split('\n')
      .map((line) => line.split(';').toSpliced(2, 1).join(';'));
    const { documents } = await akb.load({ 'без вида.csv': untyped.join('\n') });
    expect(documents).toMatchObject({ new: 0 });
    expect(await salesOf('10')).toBe('550.00');
  });

  test('what was imported last counts, whatever its date; what was imported before never comes back', async () => {
    const first = await akb.load({
      'а.csv': sales(['20.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00']),
    });
    await akb.load({ 'б.csv': sales(['10.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 11, '1100,00']) });
    await akb.load({ 'в.csv': sales(['11.10', 'РН-2', 'К-2', 'Клён', 'Молоко', 1, '1,00']) });
    expect(await salesOf('10')).toBe('1101.00');
    await akb.undo(first.importId);
    expect(await salesOf('10')).toBe('1101.00');
  });

  test('the same file again changes nothing', async () => {
    const file = {
      'р.csv': sales(
        ['01.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
        ['01.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
        ['02.10', 'РН-2', 'К-2', 'Клён', 'Сыр', 1, '300,00'],
      ),
    };
    await akb.load(file);
    const again = await akb.load(file);
    expect(again).toMatchObject({
      lines: 0,
      documents: { new: 0, changed: 0, same: 2, shrunk: 0 },
      effect: [],
    });
    expect(again.tables).toMatchObject([{ rows: 3, loaded: 0, unchanged: 3, rejected: 0, setAside: 0 }]);
    expect(await of('10')).toMatchObject({ activeBase: 2, sales: '2300.00', documents: 2 });
  });

  test('undoing the middle one of three versions leaves the last; undoing that as well leaves the first', async () => {
    const version = (amount: string) => ({
      [`${amount}.csv`]: sales(['05.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 1, amount]),
    });
    await akb.load(version('100,00'));
    const second = await akb.load(version('120,00'));
    const third = await akb.load(version('150,00'));
    await akb.undo(second.importId);
    expect(await salesOf('10')).toBe('150.00');
    await akb.undo(third.importId);
    expect(await salesOf('10')).toBe('100.00');
  });
});

describe('a document that lost more than half of its lines or of its sum', () => {
  const full = () => ({
    'до.csv': sales(
      ['05.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
      ['05.10', 'РН-1', 'К-1', 'Ландыш', 'Сыр', 1, '300,00'],
      ['05.10', 'РН-1', 'К-1', 'Ландыш', 'Масло', 1, '200,00'],
      ['06.10', 'РН-2', 'К-2', 'Клён', 'Молоко', 10, '1000,00'],
    ),
  });
  const shrunken = () => ({
    'после.csv': sales(
      ['05.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
      ['06.10', 'РН-2', 'К-2', 'Клён', 'Молоко', 4, '400,00'],
    ),
  });

  test('is listed, and needs consent', async () => {
    await akb.load(full());
    expect(await refusalOf(akb.load(shrunken()))).toMatchObject([
      { code: 'shrunkDocuments', params: { documents: 2 } },
    ]);
    expect(await salesOf('10')).toBe('2500.00');
    const { shrunk, documents } = await akb.load(shrunken(), { acceptShrunk: true });
    expect(documents.shrunk).toBe(2);
    expect(
      shrunk.map(({ document, date, lines, amount }) => [document, date, lines, amount.map(Number)]),
    ).toEqual([
      ['РН-1', `${year}-10-05`, [3, 1], [1500, 1000]],
      ['РН-2', `${year}-10-06`, [1, 1], [1000, 400]],
    ]);
    expect(await salesOf('10')).toBe('1400.00');
  });

  test('half of it is not less than half', async () => {
    await akb.load({ 'а.csv': sales(['05.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 2, '200,00']) });
    const { documents } = await akb.load({
      'б.csv': sales(['05.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 1, '100,00']),
    });
    expect(documents).toEqual({ new: 0, changed: 1, same: 0, shrunk: 0 });
  });
});

describe('the same document in two files of one import', () => {
  const one = ['05.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'] as const;
  const two = ['06.10', 'РН-2', 'К-2', 'Клён', 'Сыр', 1, '300,00'] as const;
  const more = ['06.10', 'РН-2', 'К-2', 'Клён', 'Масло', 1, '200,00'] as const;
  const three = ['07.10', 'РН-3', 'К-3', 'Зорин', 'Сыр', 1, '50,00'] as const;

  test('alike in both, it counts once, and no row is lost or counted twice', async () => {
    const files = { 'а.csv': sales(one, two), 'б.csv': sales(two, three) };
    const { findings, tables, lines } = await akb.load(files);
    expect(findings).toContainEqual({ code: 'documentTwice', params: { documents: 1, first: 'РН-2' } });
    expect(await of('10')).toMatchObject({ sales: '1350.00', documents: 3 });
    expect(lines).toBe(3);
    expect(tables).toMatchObject([
      { rows: 2, loaded: 2, unchanged: 0, rejected: 0, setAside: 0 },
      { rows: 2, loaded: 1, unchanged: 1, rejected: 0, setAside: 0 },
    ]);
    const again = await akb.load(files);
    expect(again.tables.map(({ rows, loaded, unchanged }) => [rows, loaded, unchanged])).toEqual([
      [2, 0, 2],
      [2, 0, 2],
    ]);
  });

  test('at the end of one file and the beginning of the next, its parts are joined', async () => {
    const { findings, documents } = await akb.load({ 'а.csv': sales(one, two), 'б.csv': sales(more, three) });
    expect(findings).toContainEqual({ code: 'documentJoined', params: { documents: 1, first: 'РН-2' } });
    expect(documents.new).toBe(3);
    expect(await of('10')).toMatchObject({ sales: '1550.00', documents: 3 });
  });

  test('different elsewhere, it is a conflict that a person has to settle', async () => {
    await akb.load({ 'прежнее.csv': sales(one) });
    const [problem] = await refusalOf(akb.load({ 'а.csv': sales(two, three), 'б.csv': sales(one, more) }));
    expect(problem).toMatchObject({ code: 'documentConflict', params: { documents: 1, first: 'РН-2' } });
    expect(problem?.params?.files).toMatch(/а\.csv, .*б\.csv$/);
    expect(await salesOf('10')).toBe('1000.00');
  });
});

describe('a source with dates and no numbers', () => {
  const header = 'Дата отгрузки;Контрагент;Номенклатура;Количество;Сумма с НДС';
  const days = (...lines: readonly string[]) => ({
    'дни.csv': `${[header, ...lines].join('\n').replaceAll('YYYY', String(year))}\n`,
  });
  const october = () => days('01.10.YYYY;Ландыш;Молоко;10;1000,00', '02.10.YYYY;Клён;Сыр;1;300,00');
  const november = () => days('03.11.YYYY;Ландыш;Молоко;1;100,00');
  const second = () => days('02.10.YYYY;Зорин;Масло;2;250,00', '03.10.YYYY;Зорин;Сыр;1;70,00');

  test('nothing is asked while none of its days is loaded', async () => {
    await loadAnswering('no answer fits', october());
    await loadAnswering('no answer fits', november());
    expect(asked).toEqual([]);
    expect(await of('10')).toMatchObject({ activeBase: 2, sales: '1300.00', documents: null });
  });

  test('whole days are replaced where the person says so', async () => {
    await akb.load(october());
    await loadAnswering('replace', second(), { acceptShrunk: true });
    expect(asked).toMatchObject([
      { code: 'daysReplaceOrAdd', options: ['replace', 'add'], params: { days: 1 } },
    ]);
    expect(await salesOf('10')).toBe('1320.00');
  });

  test('lines are added where the person says so', async () => {
    await akb.load(october());
    const added = await loadAnswering('add', second());
    expect(await salesOf('10')).toBe('1620.00');
    await akb.undo(added.importId);
    expect(await salesOf('10')).toBe('1300.00');
  });

  test('replacing a day replaces what was added to it, too; undoing that brings it back', async () => {
    await akb.load(october());
    await loadAnswering('add', second());
    const third = await loadAnswering('replace', days('02.10.YYYY;Клён;Сыр;1;310,00'), {
      acceptShrunk: true,
    });
    expect(await salesOf('10-02..10-02')).toBe('310.00');
    await akb.undo(third.importId);
    expect(await salesOf('10-02..10-02')).toBe('550.00');
  });

  test('a day that was replaced twice stays replaced when the first replacement is undone', async () => {
    const day = (amount: string) => days(`02.10.YYYY;Клён;Сыр;1;${amount}`);
    await akb.load(october());
    await loadAnswering('add', second());
    const third = await loadAnswering('replace', day('310,00'), { acceptShrunk: true });
    await loadAnswering('replace', day('320,00'), { acceptShrunk: true });
    await akb.undo(third.importId);
    expect(await salesOf('10-02..10-02')).toBe('320.00');
  });

  test('with --yes nothing is guessed: the import fails, names the option, and changes nothing', async () => {
    await akb.load(october());
    const [file = ''] = await akb.write(second());
    const { code, stderr } = await runAkb(['import', file, '--yes', '--data', akb.dataDir], {
      application: { ...akb.application, close: async () => undefined },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('заменить или дополнить?');
    expect(stderr).toContain("--answer 'daysReplaceOrAdd=");
    expect(await salesOf('10')).toBe('1300.00');
  });
});

describe('a source that knows months only', () => {
  const header = 'Месяц;Контрагент;Сумма с НДС';
  const months = (...lines: readonly string[]) => ({
    'месяцы.csv': `${[header, ...lines].join('\n').replaceAll('YYYY', String(year))}\n`,
  });

  test('replaces its whole month, and no other', async () => {
    await akb.load(months('01.YYYY;Ландыш;1000,00', '01.YYYY;Клён;500,00', '02.YYYY;Ландыш;700,00'));
    const { documents } = await akb.load(months('01.YYYY;Зорин;900,00', '01.YYYY;Ландыш;800,00'));
    expect(documents).toEqual({ new: 0, changed: 1, same: 0, shrunk: 0 });
    expect(await of('01')).toMatchObject({ activeBase: 2, sales: '1700.00', documents: null });
    expect(await salesOf('02')).toBe('700.00');
  });

  test('leaves the month of another source alone', async () => {
    await akb.load(months('01.YYYY;Ландыш;1000,00'));
    await akb.load(months('01.YYYY;Ландыш;50,00'), { source: 'филиал' });
    expect(await salesOf('01')).toBe('1050.00');
  });

  test('cannot answer for days', async () => {
    await akb.load(months('01.YYYY;Ландыш;1000,00'));
    expect(await refusalOf(of('01-01..01-15'))).toMatchObject([{ code: 'finerThanMonth' }]);
  });
});

test('a document with a GUID is the same whatever its number, date and year', async () => {
  const guid = '5f0c1c6e-8a31-11ee-9b6f-00155d012345';
  const header = 'Ref_Key;Номер документа;Дата отгрузки;Контрагент;Номенклатура;Количество;Сумма с НДС';
  await akb.load({ 'а.csv': `${header}\n${guid};РН-1;30.12.${year};Ландыш;Молоко;10;1000,00\n` });
  const { documents } = await akb.load({
    'б.csv': `${header}\n${guid};РН-9;11.01.${++year};Ландыш;Молоко;11;1100,00\n`,
  });
  expect(documents).toEqual({ new: 0, changed: 1, same: 0, shrunk: 0 });
  expect(await figuresOf(akb, `${year - 1}-12`)).toMatchObject({ activeBase: 0 });
  expect(await of('01')).toMatchObject({ activeBase: 1, sales: '1100.00' });
});

describe('what a document is', () => {
  test('returns written as positive numbers are subtracted, and that is said', async () => {
    const { findings } = await akb.load({
      'р.csv': sales(
        ['01.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
        ['05.10', 'В-1', 'К-1', 'Ландыш', 'Молоко', 4, '400,00', 'Возврат товаров от покупателя'],
      ),
    });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'returnsNegated' }));
    expect(await of('10')).toMatchObject({ sales: '600.00', documents: 1 });
  });

  test('an order of a customer and an invoice for payment are no sales: set aside, not rejected', async () => {
    const { tables, rejects } = await akb.load({
      'р.csv': sales(
        ['01.10', 'РН-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00'],
        ['01.10', 'З-1', 'К-2', 'Клён', 'Молоко', 20, '2000,00', 'Заказ клиента'],
        ['01.10', 'С-1', 'К-2', 'Клён', 'Молоко', 20, '2000,00', 'Счет на оплату'],
      ),
    });
    expect(tables).toMatchObject([{ rows: 3, loaded: 1, rejected: 0, setAside: 2 }]);
    expect(rejects).toEqual([]);
    expect(await of('10')).toMatchObject({ activeBase: 1, sales: '1000.00' });
  });

  test('an unknown type counts by the sign of its lines, and that is said', async () => {
    const { findings } = await akb.load({
      'р.csv': sales(
        ['01.10', 'Б-1', 'К-1', 'Ландыш', 'Молоко', 10, '1000,00', 'Бумага на товар'],
        ['02.10', 'Б-2', 'К-1', 'Ландыш', 'Молоко', -3, '-300,00', 'Бумага на товар'],
      ),
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'documentTypeUnknown', params: { type: 'Бумага на товар' } }),
    );
    expect(await of('10')).toMatchObject({ activeBase: 1, sales: '700.00', documents: 1 });
  });

  const withStatus = (header: string, ...lines: readonly string[]) =>
    `Дата отгрузки;Номер документа;${header};Контрагент;Номенклатура;Количество;Сумма с НДС\n${lines.join('\n').replaceAll('YYYY', String(year))}\n`;

  test('an unposted document and one marked for deletion do not count', async () => {
    const { tables } = await akb.load({
      'проведение.csv': withStatus(
        'Проведен',
        '01.10.YYYY;РН-1;Да;Ландыш;Молоко;10;1000,00',
        '01.10.YYYY;РН-2;Нет;Клён;Молоко;20;2000,00',
      ),
      'удаление.csv': withStatus(
        'Пометка удаления',
        '01.10.YYYY;РН-3;Нет;Зорин;Молоко;10;1,00',
        '01.10.YYYY;РН-4;Да;Клён;Молоко;20;4000,00',
      ),
    });
    expect(tables.map(({ loaded, setAside, rejected }) => [loaded, setAside, rejected])).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ]);
    expect(await of('10')).toMatchObject({ activeBase: 2, sales: '1001.00' });
  });

  test('a document that counted and is unposted now no longer counts; as it lost everything, that needs consent', async () => {
    const posted = (word: string) => ({
      [`${word}.csv`]: withStatus(
        'Проведен',
        '01.10.YYYY;РН-1;Да;Ландыш;Молоко;10;1000,00',
        `01.10.YYYY;РН-2;${word};Клён;Молоко;20;2000,00`,
      ),
    });
    await akb.load(posted('Да'));
    expect(await refusalOf(akb.load(posted('Нет')))).toMatchObject([
      { code: 'shrunkDocuments', params: { first: 'РН-2' } },
    ]);
    const taken = await akb.load(posted('Нет'), { acceptShrunk: true });
    expect(taken.shrunk).toMatchObject([{ document: 'РН-2', lines: [1, 0] }]);
    expect(await of('10')).toMatchObject({ activeBase: 1, sales: '1000.00' });
    await akb.undo(taken.importId);
    expect(await of('10')).toMatchObject({ activeBase: 2, sales: '3000.00' });
  });
});

describe('a list of customers beside the shipments', () => {
  const codes = () => Array.from({ length: 100 }, (_, index) => `К-${year}-${100 + index}`);
  /** Shipments to a hundred customers, and a list of them that lacks the first few. */
  const lacking = (count: number): Files => ({
    'отгрузки.csv': sales(
      ...codes().map((code, index) => ['01.10', `РН-${index}`, code, `Клиент ${code}`, 'Молоко', 1, '10,00']),
    ),
    'клиенты.csv': [
      'Код;Наименование;Вид деятельности;Город',
      ...codes()
        .slice(count)
        .map((code) => `${code};Фирма ${code};HoReCa;Киров`),
    ].join('\n'),
  });
  const inKirov = async () => (await listOf('10')).filter(({ city }) => city === 'Киров').length;

  test('is joined when it has 99 of 100 codes', async () => {
    await loadAnswering('skip', lacking(1));
    expect(asked).toEqual([]);
    expect(await inKirov()).toBe(99);
  });

  test('is asked for when it has 98 of 100 codes; nobody there to answer: nothing is imported', async () => {
    expect(await refusalOf(akb.load(lacking(2)))).toMatchObject([
      { code: 'answerNeeded', params: { question: 'companionJoin' } },
    ]);
    expect(await of('10')).toMatchObject({ activeBase: 0 });
  });

  test('is joined all the same if the person says so', async () => {
    await loadAnswering('join', lacking(2));
    expect(asked).toMatchObject([{ code: 'companionJoin', params: { found: 98, total: 100, percent: 98 } }]);
    expect(await inKirov()).toBe(98);
  });

  test('is left out if the person says so: its rows are set aside, and that is said', async () => {
    const { findings, tables } = await loadAnswering('skip', lacking(2));
    expect(findings).toContainEqual(expect.objectContaining({ code: 'companionSkipped' }));
    expect(tables[1]).toMatchObject({ kind: 'customers', rows: 98, loaded: 0, setAside: 98 });
    expect(await inKirov()).toBe(0);
  });
});

describe('a code beats a name', () => {
  test('one name under two codes is two customers, one code under two names is one', async () => {
    const { customers } = await akb.load({
      'р.csv': sales(
        ['01.10', 'РН-1', 'Н-1', 'Ромашка', 'Молоко', 1, '10,00'],
        ['02.10', 'РН-2', 'Н-2', 'Ромашка', 'Молоко', 1, '20,00'],
        ['03.10', 'РН-3', 'Н-3', 'Ива', 'Молоко', 1, '30,00'],
        ['04.10', 'РН-4', 'Н-3', 'Ивушка', 'Молоко', 1, '40,00'],
      ),
    });
    expect(customers).toEqual({ new: 3, known: 0 });
    expect((await listOf('10')).map(({ code, sales: sum }) => [code, sum])).toEqual([
      ['Н-3', '70.00'],
      ['Н-2', '20.00'],
      ['Н-1', '10.00'],
    ]);
  });

  test('a card is joined by its code although its name is that of another customer', async () => {
    await akb.load({
      'р.csv': sales(
        ['01.10', 'РН-1', 'Л-1', 'Лютик', 'Молоко', 1, '10,00'],
        ['02.10', 'РН-2', 'Л-2', 'Астра', 'Молоко', 1, '20,00'],
      ),
      'клиенты.csv': 'Код;Наименование;Город\nЛ-1;Астра;Киров\nЛ-2;Лютик;Пермь\n',
    });
    expect((await listOf('10')).map(({ code, name, city }) => [code, name, city])).toEqual([
      ['Л-2', 'Лютик', 'Пермь'],
      ['Л-1', 'Астра', 'Киров'],
    ]);
  });
});

test('a customer whom an undo hid keeps the number when a later import shows him again', async () => {
  const file = { 'р.csv': sales(['01.10', 'РН-1', 'Х-1', 'Хвоя', 'Молоко', 1, '10,00']) };
  const { importId } = await akb.load(file);
  const [first] = await listOf('10');
  await akb.undo(importId);
  expect(await listOf('10')).toEqual([]);
  const again = await akb.load({
    'ещё.csv': sales(['09.10', 'РН-2', 'Х-1', 'Хвоя плюс', 'Сыр', 1, '20,00']),
  });
  expect(again.customers).toEqual({ new: 1, known: 0 });
  const [second] = await listOf('10');
  expect(second).toMatchObject({ id: first?.id, code: 'Х-1', name: 'Хвоя плюс' });
});
