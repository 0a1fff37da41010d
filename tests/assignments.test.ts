import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from 'vitest';
import type { Dimension } from '../src/domain/dimensions.ts';
import type { ImportOptions } from '../src/services/intake/import-summary.ts';
import { everyOther } from './budget.ts';
import {
  customersOf,
  type Files,
  newApplication,
  reportsOf,
  type TestApplication,
} from './harness/application.ts';

const test = everyOther();

// Who is responsible for a customer from which day (docs/counting.md, §6), by customer cards and by the lines.

let akb: TestApplication;
beforeAll(async () => {
  akb = await newApplication();
});
afterAll(() => akb.remove());
afterEach(() => vi.unstubAllEnvs());

/** Every test has a year and customers of its own: no data of another test is in its way. */
let year = 2001;
beforeEach(() => {
  year++;
});

/** Lines of a shipments file: day of the test's year, customer's code, rep. */
type Sale = readonly [day: string, code: string, rep?: string];

function sales(...lines: readonly Sale[]): string {
  const rows = lines.map(([day, code, rep = ''], index) =>
    [`${day}.${year}`, `РН-${index + 1}`, `${code}-${year}`, code, 'Молоко', 1, '100,00', rep].join(';'),
  );
  const header =
    'Дата отгрузки;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма с НДС;Торговый представитель';
  return `${[header, ...rows].join('\n')}\n`;
}

/** The same without a column for the rep. */
const salesWithoutReps = (...lines: readonly Sale[]): string => sales(...lines).replaceAll(/;[^;\n]*$/gm, '');

/** A list of customers: code, manager. */
function cards(...rows: readonly (readonly [code: string, manager: string])[]): string {
  const lines = rows.map(([code, manager]) => `${code}-${year};${code};Киров;${manager}`);
  return `${['Код;Наименование;Город;Основной менеджер', ...lines].join('\n')}\n`;
}

/** Imports files on a day of the test's year, `11-15`. */
async function load(day: string, files: Files, options: ImportOptions = {}) {
  vi.stubEnv('AKB_TODAY', `${year}-${day}`);
  return await akb.load(files, options);
}

const periodOf = (period: string): string =>
  period
    .split('..')
    .map((part) => `${year}-${part}`)
    .join('..');

/** АКБ of a month or of days of the test's year (`11-01..11-09`) by name of the member, '' where nobody is known. */
async function by(dimension: Dimension, period: string): Promise<Record<string, number>> {
  const [report] = await reportsOf(akb.application, [periodOf(period)], { by: dimension });
  const rows = (report?.rows ?? []).filter(({ figures }) => figures.activeBase > 0);
  return Object.fromEntries(
    rows.map(({ key, figures }) => [key.code === '' ? '' : key.name, figures.activeBase]),
  );
}

/** Managers of the customers of a list, by name of the customer. */
async function managers(
  period: string,
  question: Parameters<typeof customersOf>[2] = {},
): Promise<Record<string, string>> {
  const rows = await customersOf(akb, periodOf(period), question);
  const own = rows.filter(({ code }) => code.endsWith(`-${year}`));
  return Object.fromEntries(own.map(({ name, manager }) => [name, manager]));
}

describe('sales that name no rep', () => {
  test('count for the manager on the customer card, also those from before the card was loaded', async () => {
    await load('11-15', {
      'продажи.csv': salesWithoutReps(
        ['10.09', 'Астра'],
        ['12.10', 'Астра'],
        ['20.10', 'Лютик'],
        ['20.11', 'Лютик'],
      ),
      'клиенты.csv': cards(['Астра', 'Петров'], ['Лютик', 'Сидорова']),
    });
    expect(await by('rep', '09')).toEqual({ Петров: 1 });
    expect(await by('rep', '10')).toEqual({ Петров: 1, Сидорова: 1 });
    expect(await by('rep', '11')).toEqual({ Сидорова: 1 });
  });

  test('count for nobody where no card names a manager', async () => {
    await load('11-15', {
      'продажи.csv': salesWithoutReps(['12.10', 'Астра'], ['20.10', 'Лютик']),
      'клиенты.csv': cards(['Астра', 'Петров'], ['Лютик', '']),
    });
    expect(await by('rep', '10')).toEqual({ Петров: 1, '': 1 });
  });

  test('find their manager when the cards come in a later import, and lose him when that is undone', async () => {
    await load('11-01', { 'продажи.csv': salesWithoutReps(['12.10', 'Астра'], ['20.11', 'Астра']) });
    expect(await by('rep', '10')).toEqual({ '': 1 });
    const { importId, effect } = await load('11-15', { 'клиенты.csv': cards(['Астра', 'Петров']) });
    expect(effect.map(({ month }) => month)).toEqual([`${year}-10`, `${year}-11`]);
    expect([await by('rep', '10'), await by('rep', '11')]).toEqual([{ Петров: 1 }, { Петров: 1 }]);
    await akb.undo(importId);
    expect([await by('rep', '10'), await by('rep', '11')]).toEqual([{ '': 1 }, { '': 1 }]);
  });

  test('count for the branch and the department of the card as well', async () => {
    await load('11-15', {
      'продажи.csv': sales(['12.10', 'Астра', 'Петров'], ['13.10', 'Лютик', 'Сидорова']),
      'клиенты.csv': [
        'Код;Наименование;Город;Филиал;Отдел',
        `Астра-${year};Астра;Киров;Вятка;Розница`,
        `Лютик-${year};Лютик;Пермь;Кама;Розница`,
      ].join('\n'),
    });
    expect(await by('branch', '10')).toEqual({ Вятка: 1, Кама: 1 });
    expect(await by('department', '10')).toEqual({ Розница: 2 });
    expect(await by('rep', '10')).toEqual({ Петров: 1, Сидорова: 1 });
  });
});

describe('another manager on a later card', () => {
  const shipments = () =>
    salesWithoutReps(['12.10', 'Астра'], ['09.11', 'Астра'], ['10.11', 'Астра'], ['20.11', 'Лютик']);
  const first = () => cards(['Астра', 'Петров'], ['Лютик', 'Петров']);
  const second = () => cards(['Астра', 'Сидорова'], ['Лютик', 'Петров']);

  test('gets the lines from the day of that import on; the months before stay as they are', async () => {
    await load('11-01', { 'продажи.csv': shipments(), 'клиенты.csv': first() });
    const { effect } = await load('11-10', { 'клиенты.csv': second() });
    expect(effect.map(({ month }) => month)).toEqual([`${year}-11`]);
    expect(await by('rep', '10')).toEqual({ Петров: 1 });
    expect(await by('rep', '11-01..11-09')).toEqual({ Петров: 1 });
    expect(await by('rep', '11-10..11-30')).toEqual({ Сидорова: 1, Петров: 1 });
  });

  test('gives everything back when that import is undone', async () => {
    await load('11-01', { 'продажи.csv': shipments(), 'клиенты.csv': first() });
    const { importId } = await load('11-10', { 'клиенты.csv': second() });
    await akb.undo(importId);
    expect(await by('rep', '11')).toEqual({ Петров: 2 });
    expect(await managers('11')).toEqual({ Астра: 'Петров', Лютик: 'Петров' });
  });

  test('was the manager all along when the first cards are undone', async () => {
    await load('11-01', { 'продажи.csv': shipments() });
    const { importId } = await load('11-01', { 'клиенты.csv': first() });
    await load('11-10', { 'клиенты.csv': second() });
    await akb.undo(importId);
    expect(await by('rep', '10')).toEqual({ Сидорова: 1 });
    expect(await by('rep', '11')).toEqual({ Сидорова: 1, Петров: 1 });
  });

  test('is forgotten when a correction of the same day names a third one', async () => {
    await load('11-01', { 'продажи.csv': shipments(), 'клиенты.csv': first() });
    await load('11-10', { 'клиенты.csv': second() });
    await load('11-10', { 'клиенты.csv': cards(['Астра', 'Орлова'], ['Лютик', 'Петров']) });
    expect(await by('rep', '11-10..11-30')).toEqual({ Орлова: 1, Петров: 1 });
  });

  test('hands the customer back to the first one by a third list', async () => {
    await load('11-01', { 'продажи.csv': shipments(), 'клиенты.csv': first() });
    const { importId } = await load('11-05', { 'клиенты.csv': second() });
    await load('11-10', { 'клиенты.csv': first() });
    expect(await by('rep', '11-01..11-09')).toEqual({ Сидорова: 1 });
    expect(await by('rep', '11-10..11-30')).toEqual({ Петров: 2 });
    await akb.undo(importId);
    expect(await by('rep', '11')).toEqual({ Петров: 2 });
  });
});

test('the same list of customers again changes nothing, and stands alone when the first one is undone', async () => {
  const list = { 'клиенты.csv': cards(['Астра', 'Петров']) };
  await load('09-01', {
    'продажи.csv': sales(['10.09', 'Астра'], ['12.10', 'Астра', 'Орлова'], ['20.11', 'Астра']),
  });
  const { importId } = await load('09-01', list);
  const { effect } = await load('11-10', list);
  expect(effect).toEqual([]);
  expect([await by('rep', '09'), await by('rep', '11')]).toEqual([{ Петров: 1 }, { Орлова: 1 }]);
  await akb.undo(importId);
  expect([await by('rep', '09'), await by('rep', '11')]).toEqual([{ Петров: 1 }, { Петров: 1 }]);
  const { effect: later } = await load('11-12', { 'клиенты.csv': cards(['Астра', 'Сидорова']) });
  expect(later.map(({ month }) => month)).toEqual([`${year}-11`]);
  expect([await by('rep', '09'), await by('rep', '11')]).toEqual([{ Петров: 1 }, { Сидорова: 1 }]);
});

describe('lines that name a rep', () => {
  test('count for him, whoever stands on the card', async () => {
    await load('11-15', {
      'продажи.csv': sales(['12.10', 'Астра', 'Орлова'], ['20.11', 'Астра', 'Орлова']),
      'клиенты.csv': cards(['Астра', 'Петров']),
    });
    expect(await by('rep', '10')).toEqual({ Орлова: 1 });
    expect(await by('rep', '11')).toEqual({ Орлова: 1 });
  });

  test('show since when he serves the customer: a line without a rep counts for whom the lines showed last', async () => {
    await load('11-15', {
      'продажи.csv': sales(
        ['30.08', 'Астра'],
        ['10.09', 'Астра', 'Петров'],
        ['02.10', 'Астра'],
        ['05.10', 'Астра', 'Сидорова'],
        ['06.10', 'Астра', 'Петров'],
        ['07.10', 'Астра', 'Сидорова'],
        ['20.10', 'Астра'],
        ['25.11', 'Астра'],
      ),
    });
    expect(await by('rep', '08')).toEqual({ '': 1 });
    expect(await by('rep', '10-01..10-04')).toEqual({ Петров: 1 });
    expect(await by('rep', '10-08..10-31')).toEqual({ Сидорова: 1 });
    expect(await by('rep', '11')).toEqual({ Сидорова: 1 });
  });

  test('no longer show what a corrected document takes back', async () => {
    await load('11-15', { 'продажи.csv': sales(['10.09', 'Астра', 'Петров'], ['20.11', 'Астра']) });
    const { importId, effect } = await load('11-16', {
      'исправлено.csv': sales(['10.09', 'Астра', 'Сидорова']),
    });
    expect(effect.map(({ month }) => month)).toEqual([`${year}-09`, `${year}-11`]);
    expect(await by('rep', '11')).toEqual({ Сидорова: 1 });
    await akb.undo(importId);
    expect(await by('rep', '11')).toEqual({ Петров: 1 });
  });

  test('show it later than a card said otherwise, and earlier than the next card', async () => {
    await load('09-01', {
      'продажи.csv': sales(
        ['01.08', 'Астра'],
        ['10.10', 'Астра', 'Орлова'],
        ['11.10', 'Астра'],
        ['20.11', 'Астра'],
      ),
      'клиенты.csv': cards(['Астра', 'Петров']),
    });
    await load('11-15', { 'клиенты.csv': cards(['Астра', 'Сидорова']) });
    expect(await by('rep', '08')).toEqual({ Петров: 1 });
    expect(await by('rep', '10-11..10-31')).toEqual({ Орлова: 1 });
    expect(await by('rep', '11')).toEqual({ Сидорова: 1 });
  });

  test('show nobody by a return', async () => {
    await load('11-15', {
      'продажи.csv': sales(
        ['10.09', 'Астра', 'Петров'],
        ['10.10', 'Астра', 'Орлова'],
        ['20.11', 'Астра'],
      ).replace('1;100,00;Орлова', '-1;-100,00;Орлова'),
    });
    expect(await by('rep', '11')).toEqual({ Петров: 1 });
  });
});

describe('the manager in the list of customers', () => {
  test('is the one responsible at the end of the period, for those who bought nothing too', async () => {
    await load('10-15', {
      'продажи.csv': salesWithoutReps(['12.10', 'Астра'], ['20.11', 'Астра']),
      'клиенты.csv': cards(['Астра', 'Петров'], ['Лютик', 'Орлова']),
    });
    await load('11-10', { 'клиенты.csv': cards(['Астра', 'Сидорова']) });
    expect(await managers('10')).toEqual({ Астра: 'Петров' });
    expect(await managers('11')).toEqual({ Астра: 'Сидорова' });
    expect(await managers('11', { unit: 'legalEntity' })).toEqual({ Астра: 'Сидорова' });
    expect(await managers('11', { unit: 'deliveryPoint' })).toEqual({ Астра: 'Сидорова' });
    expect(await managers('11', { set: 'prospects' })).toEqual({ Лютик: 'Орлова' });
  });

  test('is the rep on his documents where no card names one', async () => {
    await load('11-15', {
      'продажи.csv': sales(['12.10', 'Астра', 'Петров'], ['20.11', 'Астра', 'Сидорова']),
    });
    expect(await managers('10')).toEqual({ Астра: 'Петров' });
    expect(await managers('11')).toEqual({ Астра: 'Сидорова' });
  });

  test('is the rep of the latest document when the lines show nobody up to that day', async () => {
    await load('11-15', {
      'продажи.csv': sales(
        ['02.11', 'Астра', 'Петров'],
        ['20.11', 'Астра', 'Сидорова'],
        ['21.11', 'Астра', 'Сидорова'],
      ),
    });
    expect(await managers('11-01..11-10')).toEqual({ Астра: 'Петров' });
  });

  test('of a client is the one of most of his legal entities', async () => {
    const list = [
      ['Астра', 'Петров'],
      ['Лютик', 'Сидорова'],
      ['Клевер', 'Сидорова'],
    ] as const;
    await load('11-15', {
      'продажи.csv': salesWithoutReps(['12.10', 'Астра'], ['12.10', 'Лютик'], ['13.10', 'Клевер']),
      'клиенты.csv': [
        'Код;Наименование;Холдинг;Основной менеджер',
        ...list.map(([code, manager]) => `${code}-${year};${code};Луг ${year};${manager}`),
      ].join('\n'),
    });
    const rows = await customersOf(akb, periodOf('10'));
    expect(rows.filter(({ name }) => name === `Луг ${year}`)).toMatchObject([{ manager: 'Сидорова' }]);
    expect(await managers('10', { unit: 'legalEntity' })).toEqual({
      Астра: 'Петров',
      Лютик: 'Сидорова',
      Клевер: 'Сидорова',
    });
  });
});

test('two identities of one customer share their history: the card of one assigns the sales of the other', async () => {
  const inn = '0001000010';
  await load('11-01', {
    'продажи.csv': [
      'Дата отгрузки;Номер документа;Контрагент;ИНН;Номенклатура;Количество;Сумма с НДС',
      `12.10.${year};РН-1;Ромашка;${inn};Молоко;1;100,00`,
      `20.11.${year};РН-2;Ромашка;${inn};Молоко;1;100,00`,
    ].join('\n'),
  });
  const card = ['Код;Наименование;ИНН;Основной менеджер', `Р-${year};ООО Ромашка;${inn};Петров`].join('\n');
  const { importId } = await load('11-10', { 'клиенты.csv': card }, { source: 'crm' });
  expect(await by('rep', '10')).toEqual({ Петров: 1 });
  await load('11-15', { 'клиенты.csv': card.replace('Петров', 'Сидорова') }, { source: 'crm' });
  expect([await by('rep', '10'), await by('rep', '11')]).toEqual([{ Петров: 1 }, { Сидорова: 1 }]);
  await akb.undo(importId);
  expect([await by('rep', '10'), await by('rep', '11')]).toEqual([{ Сидорова: 1 }, { Сидорова: 1 }]);
});
