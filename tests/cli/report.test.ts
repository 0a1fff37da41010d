import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { displayWidth } from '../../src/edges/cli/output/text.ts';
import { customer, fakeApplication, fakeReport, novemberFigures } from '../doubles/fake-application.ts';
import { runAkb, seen } from '../doubles/run-akb.ts';

beforeEach(() => {
  vi.stubEnv('AKB_TODAY', '2011-12-10');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('akb report --json is what scripts live on', () => {
  test('one period is one object with exactly these keys, money as text with kopecks', async () => {
    const { code, stdout } = await runAkb('report --period 2011-11 --json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      period: { from: '2011-11-01', to: '2011-11-30', label: '2011-11' },
      countUnit: 'client',
      method: { id: 'main', version: 1 },
      dataVersion: 7,
      historySince: '2010-12-01',
      figures: {
        activeBase: 1665,
        totalBase: 4131,
        inactive: 2466,
        prospects: 12,
        coverage: '0.4030',
        new: 323,
        retained: 865,
        reactivated: 477,
        lost: 499,
        sales: '1461756.25',
        salesExVat: '1218130.20',
        documents: 2716,
        avgCheck: '538.20',
        avgPerClient: '877.93',
        frequency: '1.6312',
        skuPairs: 86799,
        avgSkuPerClient: '52.1315',
      },
    });
  });

  test('the order of the keys does not change', async () => {
    const { stdout } = await runAkb('report --period 2011-11 --by rep --json');
    const keys = [...stdout.matchAll(/^ {2}"(\w+)":/gm)].map(([, key]) => key);
    expect(keys).toEqual([
      'period',
      'countUnit',
      'method',
      'dataVersion',
      'historySince',
      'figures',
      'by',
      'rows',
      'total',
    ]);
  });

  test('a dimension adds its rows, each with code and name, and the true total', async () => {
    const { stdout } = await runAkb('report --period 2011-11 --by rep --json');
    const { by, rows, total } = JSON.parse(stdout);
    expect(by).toBe('rep');
    expect(rows.map((row: { key: unknown }) => row.key)).toEqual([
      { code: '007', name: 'Петров Пётр' },
      { code: '', name: 'Не определён' },
    ]);
    expect(rows[0].figures).toMatchObject({ activeBase: 1000, transferredIn: 3, transferredOut: 5 });
    expect(total).toMatchObject({ activeBase: 1665, sales: '1461756.25' });
    expect(total).not.toHaveProperty('transferredIn');
  });

  test('a series of periods is an array, also when it is one period long', async () => {
    const { stdout } = await runAkb('report --periods 2010-12..2011-12 --json');
    const series = JSON.parse(stdout);
    expect(series).toHaveLength(13);
    expect(series[0].period.label).toBe('2010-12');
    expect(JSON.parse((await runAkb('report --periods 2011-11..2011-11 --json')).stdout)).toHaveLength(1);
  });

  test('what is not known is null', async () => {
    const figures = { ...novemberFigures, documents: null, avgCheck: null, frequency: null };
    const application = fakeApplication({
      figures: async (query) => query.periods.map((period) => fakeReport(query, period, { figures })),
    });
    const { stdout } = await runAkb('report --period 2011-11 --json', { application });
    expect(JSON.parse(stdout).figures).toMatchObject({ documents: null, avgCheck: null, frequency: null });
  });

  test('--customers adds those behind the figure', async () => {
    const { stdout } = await runAkb('report --period 2011-11 --customers --json');
    const { figures, customers } = JSON.parse(stdout);
    expect(figures.activeBase).toBe(1665);
    const { shown: _, ...fields } = customer;
    expect(customers).toEqual([{ ...fields, avgCheck: '947.50' }]);
  });
});

describe('what is asked for', () => {
  test.each([
    [
      'report --period 2011-Q4 --unit deliveryPoint --method gross',
      { unit: 'deliveryPoint', method: 'gross' },
    ],
    ['report --by category --scope company', { by: 'category', scope: 'company' }],
    ['report --total-base allRegistered', { totalBase: 'allRegistered' }],
    ['report', { unit: 'client', method: 'main' }],
  ])('akb %s', async (commandLine, query) => {
    const application = fakeApplication();
    expect((await runAkb(`${commandLine} --json`, { application })).code).toBe(0);
    expect(application.asked.figures).toEqual([expect.objectContaining(query)]);
  });

  test('without a period it is the last closed month', async () => {
    const application = fakeApplication();
    await runAkb('report --json', { application });
    expect(application.asked.figures[0]?.periods.map(({ label }) => label)).toEqual(['2011-11']);
  });

  test('when the closed month has no data it is the last month that has, and that is said', async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-15');
    const application = fakeApplication();
    const { stdout, stderr } = await runAkb('report', { application });
    expect(application.asked.figures[0]?.periods.map(({ label }) => label)).toEqual(['2011-12']);
    expect(seen(stderr)).toContain(
      'За последний закрытый месяц (октябрь 2026 г.) отгрузок нет: показан декабрь 2011 г.',
    );
    expect(seen(stdout)).toContain('декабрь 2011 г.');
  });

  test.each([
    ['report --period 2011-13', 1],
    ['report --periods 2011-12..2011-01', 1],
    ['report --unit customer', 1],
    ['report --by manager', 1],
    ['report --method net', 1],
    ['report --period 2011-11 --periods 2011-10..2011-11', 1],
    ['report --json --csv', 1],
  ])('akb %s is refused', async (commandLine, exitCode) => {
    const { code, stdout, stderr } = await runAkb(commandLine);
    expect(code).toBe(exitCode);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^× /);
  });

  test('a slip gets the nearest word', async () => {
    expect((await runAkb('report --unit clinet')).stderr).toContain('Возможно, нужно client.');
    expect((await runAkb('report --method mian --lang en')).stderr).toContain('Did you mean main?');
  });

  test('an installation without shipments is told what would fill it', async () => {
    const application = fakeApplication({
      dataState: async () => ({ dataVersion: 0, historySince: null, asOf: null, imports: 0 }),
    });
    const { code, stderr } = await runAkb('report --period 2011-11 --json', { application });
    expect(code).toBe(1);
    expect(stderr).toContain('akb import');
  });
});

describe('the report on screen', () => {
  test('says what is counted, by which method, up to which day, since when, without how many rows', async () => {
    const { stdout } = await runAkb('report --period 2011-11');
    const text = seen(stdout);
    expect(text).toContain('Активная клиентская база (АКБ) · ноябрь 2011 г.');
    expect(text.replaceAll('\n', ' ')).toContain(
      'Считаем: клиенты · методика «Основная: возвраты месяца вычтены» (main, версия 1) · данные по 09.12.2011 · история с 01.12.2010 · отклонено строк: 2',
    );
  });

  test('the bridge: was + new + reactivated − lost = is', async () => {
    const text = seen((await runAkb('report --period 2011-11')).stdout);
    expect(text).toContain('1 665 клиентов   +301 к прошлому периоду (+22,1 %)');
    expect(text).toMatch(/было, октябрь 2011 г\. +1 364/);
    expect(text).toMatch(/▲ \+ новые +323/);
    expect(text).toMatch(/◆ \+ вернувшиеся +477/);
    expect(text).toMatch(/■ − потерянные +499 .*█/);
    expect(text).toMatch(/= стало, ноябрь 2011 г\. +1 665/);
  });

  test('in an open period nobody is lost yet', async () => {
    const application = fakeApplication({
      figures: async (query) => query.periods.map((period) => fakeReport(query, period, { open: true })),
    });
    const text = seen((await runAkb('report --period 2011-12', { application })).stdout);
    expect(text).toMatch(/□ − ещё не сработали +499 .*░/);
    expect(text).not.toContain('потерянные');
    expect(text).toContain('Период не закончен');
  });

  test('sales are the active base × frequency × average check', async () => {
    const text = seen((await runAkb('report --period 2011-11')).stdout);
    expect(text).toMatch(/Продажи = +АКБ × Частота × Средний чек/);
    expect(text).toMatch(/1 461 756,25 = 1 665 × +1,63 × +538,20/);
  });

  test('clients, legal entities and delivery points stand side by side', async () => {
    const application = fakeApplication();
    const text = seen((await runAkb('report --period 2011-11', { application })).stdout);
    expect(application.asked.figures.map(({ unit }) => unit).sort()).toEqual([
      'client',
      'deliveryPoint',
      'legalEntity',
    ]);
    expect(text).toMatch(/клиенты .*\nюрлица .*\nточки доставки /);
  });

  test('a short history is said: new and total base cannot be trusted', async () => {
    const text = seen((await runAkb('report --period 2011-11')).stdout);
    expect(text).toContain('! До этого периода история короче 12 месяцев');
  });

  test('rows that do not add up to the total say so', async () => {
    const text = seen((await runAkb('report --period 2011-11 --by rep')).stdout).replaceAll('\n', ' ');
    expect(text).toMatch(/Петров Пётр +1 000 .* Не определён +800 .* Итого +1 665/);
    expect(text).toContain('сумма АКБ по строкам 1 800, разных клиентов 1 665');
  });

  test.each([60, 80, 100, 160])('every line fits a terminal of %i cells', async (columns) => {
    for (const commandLine of ['report --by rep', 'report --periods 2011-09..2011-11']) {
      const { stdout } = await runAkb(commandLine, { columns });
      for (const line of seen(stdout).split('\n'))
        expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
    }
  });

  test('columns that do not fit are named', async () => {
    const text = seen((await runAkb('report --periods 2011-09..2011-11', { columns: 80 })).stdout);
    expect(text.replaceAll('\n', ' ')).toMatch(/Не поместились столбцы: .*Частота/);
  });

  test('in English it is English throughout', async () => {
    const { stdout } = await runAkb('report --period 2011-11 --by rep --lang en', { columns: 120 });
    const foreign = seen(stdout)
      .replaceAll('Петров Пётр', '')
      .match(/[а-яё]+/gi);
    expect(foreign).toBeNull();
  });

  test('colours only where they are wanted', async () => {
    const coloured = await runAkb('report', { columns: 100 });
    expect(coloured.stdout).toContain('\u001b[');
    const plain = await runAkb('report', { columns: 100, env: { NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\u001b[');
    const piped = await runAkb('report');
    expect(piped.stdout).not.toContain('\u001b[');
  });
});

describe('tables for spreadsheets', () => {
  test('CSV has a row for every period, in the language of Excel', async () => {
    const { stdout } = await runAkb('report --periods 2011-10..2011-11 --csv');
    const [head, ...rows] = stdout.split('\r\n');
    expect(head).toMatch(/^\ufeffПериод;С;По;АКБ;ОКБ;/);
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatch(
      /^2011-11;01\.11\.2011;30\.11\.2011;1665;4131;2466;12;0,4030;.*;1461756,25;1218130,20;/,
    );
  });

  test('with a dimension it has the codes and the true total', async () => {
    const { stdout } = await runAkb('report --period 2011-11 --by rep --csv');
    expect(stdout).toContain(';Код;Торговый представитель;');
    expect(stdout).toContain(';007;Петров Пётр;1000;');
    expect(stdout).toContain(';;Итого;1665;');
  });

  test('XLSX: the report, the customers, and how it was counted', async () => {
    const { code, stdout, cwd } = await runAkb(
      'report --period 2011-11 --by rep --customers --xlsx отчёт.xlsx',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('отчёт.xlsx');
    const { sheets } = await readXlsx(await readFile(path.join(cwd, 'отчёт.xlsx')), { readStyles: true });
    const [report, list, how] = sheets;
    expect(sheets.map(({ name }) => name)).toEqual(['Отчёт', 'Клиенты', 'Как посчитано']);
    expect(report?.rows.map((row) => row.slice(3, 6))).toEqual([
      ['Код', 'Торговый представитель', 'АКБ'],
      ['007', 'Петров Пётр', 1000],
      [null, 'Не определён', 800],
      [null, 'Итого', 1665],
    ]);
    expect(report?.cells?.get('3,4')?.style?.font?.bold).toBe(true);
    expect(list?.rows[1]?.[0]).toBe('ООО «Ромашка»');
    expect(how?.rows.flat().join(' ')).toContain('клиенты');
  });
});

describe('where the data are', () => {
  test.each([
    [['data', 'data-demo'], {}, 'data'],
    [['data-demo'], {}, 'data-demo'],
    [['data', 'mine'], { AKB_DATA: 'mine' }, 'mine'],
  ])('with folders %j and %o it is %s', async (folders, env, expected) => {
    const { code, opened, cwd } = await runAkb('report --json', { folders, env });
    expect(code).toBe(0);
    expect(opened).toEqual([{ dataDir: path.join(cwd, expected) }]);
  });

  test('--data comes first', async () => {
    const { opened, cwd } = await runAkb('report --json --data other', { folders: ['data', 'other'] });
    expect(opened).toEqual([{ dataDir: path.join(cwd, 'other') }]);
  });

  test('says where rows cannot have the registered customers that the total has', async () => {
    const { stderr } = await runAkb('report --period 2011-11 --by rep --total-base allRegistered --lang en');
    expect(stderr).toContain('a customer without shipments belongs to no row');
    const city = await runAkb('report --period 2011-11 --by city --total-base allRegistered --lang en');
    expect(city.stderr).not.toContain('belongs to no row');
  });

  test('the demo company is never taken for the real one in silence', async () => {
    const { stderr, stdout } = await runAkb('report --json', { folders: ['data-demo'] });
    expect(stderr).toContain('учебная компания');
    expect(() => JSON.parse(stdout)).not.toThrow();
  });

  test('without any data nothing is opened, and the way on is shown', async () => {
    const { code, opened, stderr, cwd } = await runAkb('report', { folders: [] });
    expect(code).toBe(1);
    expect(opened).toEqual([]);
    expect(stderr).toMatch(/akb import .*akb demo/);
    expect(existsSync(path.join(cwd, 'data'))).toBe(false);
  });

  test('a report on files keeps nothing', async () => {
    const application = fakeApplication();
    const { code, stdout, stderr, opened, cwd } = await runAkb('report отгрузки.xlsx --json', {
      application,
      folders: [],
    });
    expect(code).toBe(0);
    expect(application.asked.calls).toEqual(['apply', 'close']);
    expect(opened).toEqual([{ dataDir: expect.any(String), temporary: true }]);
    const folder = opened[0]?.dataDir ?? '';
    expect(folder.startsWith(cwd)).toBe(false);
    expect(existsSync(folder)).toBe(false);
    expect(JSON.parse(stdout).figures.activeBase).toBe(1665);
    expect(stderr).toContain('Отклонено строк: 2.');
  });
});
