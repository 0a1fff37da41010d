import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { appendFile, readFile, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { read } from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ImportSummary } from '../src/services/intake/import-summary.ts';
import { budget } from './budget.ts';
import { runAkb } from './doubles/run-akb.ts';
import {
  customersOf,
  type Files,
  figuresOf,
  newApplication,
  type TestApplication,
} from './harness/application.ts';
import { xlsxOf, zipOf } from './reading/zip-fixture.ts';

// Through `akb import FILE --yes` on the real product: what the user sees, and that nothing is lost.

const header = 'Дата отгрузки;Номер документа;Контрагент;ИНН;Номенклатура;Количество;Сумма с НДС';
let documents = 0;

interface Line {
  readonly date: string;
  readonly client?: string;
  readonly inn?: string;
  readonly product?: string;
  readonly quantity?: string;
  readonly amount?: string;
}

function cellsOf({
  date,
  client = 'Клён',
  inn = '',
  product = 'Сыр',
  quantity = '1',
  amount = '100,00',
}: Line) {
  documents++;
  return [date, `Д-${documents}`, client, inn, product, quantity, amount];
}

/** A shipments file as 1C writes it. */
const csv = (...lines: readonly Line[]) =>
  `${[header, ...lines.map((line) => cellsOf(line).join(';'))].join('\n')}\n`;

async function workbook(sheet: string, ...lines: readonly Line[]): Promise<Buffer> {
  const rows = [header.split(';'), ...lines.map(cellsOf)].map(
    (cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
  );
  return await xlsxOf({ sheets: [{ name: sheet, xml: `<sheetData>${rows.join('')}</sheetData>` }] });
}

let akb: TestApplication;
let loadedBefore: unknown;
beforeAll(async () => {
  akb = await newApplication();
  await akb.load({ 'декабрь.csv': csv({ date: '05.12.2025', client: 'Ландыш', amount: '1000,00' }) });
  loadedBefore = await figuresOf(akb, '2025-12');
});
afterEach(async () => {
  expect(await figuresOf(akb, '2025-12')).toEqual(loadedBefore);
});
afterAll(() => akb.remove());

const run = async (...command: readonly string[]) =>
  await runAkb([...command, '--data', akb.dataDir], {
    application: { ...akb.application, close: async () => undefined },
  });

interface Outcome {
  readonly code: number;
  /** What is said on standard error, one problem a line, files without their folder. */
  readonly said: string;
  readonly summary: ImportSummary;
}

async function importPaths(paths: readonly string[]): Promise<Outcome> {
  const { code, stdout, stderr } = await run('import', ...paths, '--yes', '--json');
  const { summary } = stdout === '' ? { summary: undefined } : JSON.parse(stdout);
  return { code, said: stderr.replaceAll(`${dirname(paths[0] ?? '')}/`, ''), summary };
}

const importFiles = async (files: Files) => await importPaths(await akb.write(files));

/** Imports what cannot be imported: exit code 1, and everything is as it was. */
async function refusal(files: Files | readonly string[]): Promise<string> {
  const state = async () => [await akb.application.dataState(), await akb.application.imports()];
  const before = await state();
  const paths = Array.isArray(files) ? files : await akb.write(files as Files);
  const { code, said } = await importPaths(paths);
  expect(code).toBe(1);
  expect(await state()).toEqual(before);
  return said;
}

/** Rows of the only table: all of them went somewhere. */
function whereRowsWent({ tables: [table] }: ImportSummary) {
  if (table === undefined) throw new Error('no table');
  const { rows, loaded, unchanged, rejected, setAside } = table;
  expect(loaded + unchanged + rejected + setAside).toBe(rows);
  return { rows, loaded, unchanged, rejected, setAside };
}

async function rejectedRows({ rejectedFile }: ImportSummary): Promise<string[][]> {
  const text = await readFile(rejectedFile ?? '', 'utf8');
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
}

describe('nothing to load is refused', () => {
  test('an empty file', async () => {
    expect(await refusal({ 'пусто.csv': '' })).toMatch(
      /^× В файле пусто\.csv нет ни одной заполненной ячейки\. .* Проверьте отбор и период выгрузки\.$/m,
    );
  });

  test('a file with nothing but a header', async () => {
    expect(await refusal({ 'шапка.csv': `${header}\n` })).toMatch(
      /^× шапка\.csv: В таблице только заголовок.* данные не изменились\. Проверьте отбор и период выгрузки\.$/m,
    );
  });

  test('a table in which no column is recognised, with a header and without', async () => {
    const said = await refusal({ 'чужое.csv': 'foo;bar;baz\nx;y;z\nq;w;e\n' });
    expect(said).toMatch(/^× чужое\.csv: Загружать нечего.*--map "Заголовок=поле"\.$/m);
    expect(said).toMatch(
      /^× чужое\.csv: В таблице нет строки с названиями колонок.* Добавьте строку заголовков/m,
    );
    expect(await refusal({ 'числа.csv': 'a;b;c\n1;2;3\n4;5;6\n' })).toMatch(
      /^× числа\.csv: .*не видно ни клиентов, ни товаров, ни сумм\..*назовите колонки сами\.$/m,
    );
  });

  test('rows of which none can be loaded: the sheet, row and column of the first are named', async () => {
    const said = await refusal({
      'годы.xlsx': await workbook('Продажи', { date: '05.10.1900' }, { date: '06.10.2199' }),
    });
    expect(said).toMatch(/^× годы\.xlsx, лист «Продажи»: Загружать нечего/m);
    expect(said).toMatch(
      /^× годы\.xlsx, лист «Продажи», строка 2, столбец «Дата отгрузки»: Невозможная дата.* Исправьте дату\.$/m,
    );
  });
});

test('a column whose values are not what its header says is asked about; with --yes nothing is imported', async () => {
  const { code, said } = await importFiles({ 'даты.csv': csv({ date: 'вчера' }, { date: 'позавчера' }) });
  expect(code).toBe(2);
  expect(said).toMatch(
    /^\? даты\.csv: Что в столбце «Дата отгрузки» \(№ 1, например вчера\)\? .*--map 'Дата отгрузки=shipmentDate'/m,
  );
  expect(await akb.application.imports()).toHaveLength(1);
});

describe('a file that is not what it seems is refused', () => {
  test('binary rubbish with the name of a table', async () => {
    const rubbish = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at % 13) * 31) & 255));
    expect(await refusal({ 'мусор.csv': rubbish })).toMatch(
      /^× Файл мусор\.csv — не таблица.* Сохраните данные как XLSX или CSV\.$/m,
    );
  });

  test('an archive and a workbook that break off', async () => {
    const packed = gzipSync(csv(...Array.from({ length: 500 }, () => ({ date: '05.10.2026' }))));
    const book = await workbook('Продажи', ...Array.from({ length: 100 }, () => ({ date: '05.10.2026' })));
    const said = await refusal({
      'обрыв.csv.gz': packed.subarray(0, packed.length / 2),
      'обрыв.xlsx': book.subarray(0, book.length / 2),
    });
    for (const file of ['обрыв.csv.gz', 'обрыв.xlsx'])
      expect(said).toContain(
        `× Файл ${file} обрывается: он скопирован или скачан не до конца. Из него ничего не взято. Получите его заново.`,
      );
  });

  test('a file that is a single line of a gigabyte', async ({ task }) => {
    const mebibytes = budget(task, 'MiB in one line', { usual: 64, long: 1024 });
    const [path = ''] = await akb.write({ 'строка.csv': `${header};${'x;'.repeat(1024 ** 2)}` });
    // The rest is a hole in the file: no disk is used.
    await truncate(path, mebibytes * 1024 ** 2);
    expect(await refusal([path])).toMatch(
      /^× строка 1: В файле строка\.csv строка или ячейка длиннее 16777216 байт.* Выгрузите файл заново, по строке на запись\.$/m,
    );
  });

  test('an archive that would fill the disk', async () => {
    const flood = Buffer.alloc(110 * 1024 ** 2, 'a;b\n');
    const said = await refusal({
      'бомба.csv.gz': gzipSync(flood),
      'бомба.zip': await zipOf({ 'x.csv': flood }),
    });
    for (const file of ['бомба.csv.gz', 'бомба.zip'])
      expect(said).toMatch(
        new RegExp(`^× Файл ${file} распаковывается в непомерно большой объём.* загрузите частями\\.$`, 'm'),
      );
  });

  test('a file that somebody is still writing', async () => {
    const [path = ''] = await akb.write({ 'пишется.csv': csv({ date: '05.10.2026' }) });
    const stream = createWriteStream(path, { flags: 'a' });
    for (let block = 0; block < 32; block++) stream.write(Buffer.alloc(1024 ** 2, 'x'));
    stream.end();
    await once(stream, 'finish');
    let writing = true;
    const writer = (async () => {
      while (writing) await appendFile(path, 'x');
    })();
    const said = await refusal([path]).finally(() => {
      writing = false;
    });
    await writer;
    expect(said).toMatch(
      /^× Файл пишется\.csv меняется во время чтения.* Дождитесь конца выгрузки и загрузите файл снова\.$/m,
    );
  });

  test('the others of the same import are loaded, and it is said which one was not', async () => {
    const { code, summary } = await importFiles({
      'октябрь.csv': csv({ date: '05.10.2026' }),
      'мусор.csv': Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7, 7]),
    });
    expect(code).toBe(0);
    expect(summary.findings).toMatchObject([{ code: 'notATable' }]);
    expect(await figuresOf(akb, '2026-10')).toMatchObject({ activeBase: 1, sales: '100.00' });
  });
});

describe('what is wrong with a row is its own affair: the others are loaded', () => {
  test('dates of 1900 and 2199, of no calendar, and none', async () => {
    const { code, summary } = await importFiles({
      'даты.csv': csv(
        { date: '01.01.1900' },
        { date: '01.01.2199' },
        { date: '05.08.2026' },
        { date: '31.02.2026' },
        { date: '' },
      ),
    });
    expect(code).toBe(0);
    expect(whereRowsWent(summary)).toMatchObject({ rows: 5, loaded: 1, rejected: 4 });
    expect(summary.rejects).toEqual([
      { code: 'dateMissing', rows: 1, amount: '100' },
      { code: 'dateUnreadable', rows: 1, amount: '100' },
      { code: 'dateImpossible', rows: 2, amount: '200' },
    ]);
    const rows = await rejectedRows(summary);
    expect(rows[0]?.slice(0, 6)).toEqual([
      '\uFEFFПричина',
      'Файл',
      'Лист',
      'Строка',
      'Столбец',
      'Дата отгрузки',
    ]);
    expect(rows.slice(1).map(([reason, , , row, column, cell]) => [reason, row, column, cell])).toEqual([
      [expect.stringMatching(/^Невозможная дата.*Исправьте дату\.$/), '2', 'Дата отгрузки', '01.01.1900'],
      [expect.stringMatching(/^Невозможная дата/), '3', 'Дата отгрузки', '01.01.2199'],
      [expect.stringMatching(/^Дата не читается.*31\.12\.2026\.$/), '5', 'Дата отгрузки', '31.02.2026'],
      [expect.stringMatching(/^Нет даты отгрузки.*Впишите дату/), '6', 'Дата отгрузки', ''],
    ]);
  });

  test('in a workbook the sheet is named as well', async () => {
    const { summary } = await importFiles({
      'книга.xlsx': await workbook(
        'Продажи 2026',
        { date: '05.08.2026' },
        { date: '05.08.2026', quantity: 'много' },
      ),
    });
    expect(whereRowsWent(summary)).toMatchObject({ rows: 2, loaded: 1, rejected: 1 });
    const [, row] = await rejectedRows(summary);
    expect(row?.slice(0, 5)).toEqual([
      'Количество не читается как число. Строка отклонена. Оставьте в ячейке только число.',
      expect.stringMatching(/книга\.xlsx$/),
      'Продажи 2026',
      '3',
      'Количество',
    ]);
  });

  test('the file of rejected rows, mended, is imported as it is', async () => {
    const { summary } = await importFiles({
      'ошибки.csv': csv(
        { date: '05.07.2026' },
        { date: '06.07.1926', amount: '50,00' },
        { date: '07.07.2026', client: '' },
      ),
    });
    const mended = (await readFile(summary.rejectedFile ?? '', 'utf8'))
      .replace('06.07.1926', '06.07.2026')
      .replace(/;;;Сыр;/, ';Зорин;;Сыр;');
    const again = await importFiles({ 'исправлено.csv': mended });
    expect(whereRowsWent(again.summary)).toMatchObject({ rows: 2, loaded: 2 });
    expect(await figuresOf(akb, '2026-07')).toMatchObject({ activeBase: 2, sales: '250.00', documents: 3 });
  });

  test('negative sums are returns, absurd ones are rejected', async () => {
    const { summary } = await importFiles({
      'суммы.csv': csv(
        ...Array.from({ length: 5 }, () => ({ date: '01.06.2026', client: 'Ландыш', amount: '10,00' })),
        { date: '01.06.2026', amount: '9999999999999,99' },
        { date: '02.06.2026', amount: '10000000000000,00' },
        { date: '03.06.2026', amount: '99999999999999999999999,00' },
        { date: '04.06.2026', amount: '1e308' },
        { date: '05.06.2026', amount: '-250,00', quantity: '-2', product: 'Молоко' },
        { date: '05.06.2026', amount: '-99999999999999999999999,00' },
      ),
    });
    expect(whereRowsWent(summary)).toMatchObject({ rows: 11, loaded: 7, rejected: 4 });
    expect(summary.rejects).toEqual([{ code: 'amountUnreadable', rows: 4, amount: null }]);
    const rows = await rejectedRows(summary);
    expect(rows.slice(1).map(([, , , row, column]) => `${row} ${column}`)).toEqual(
      [8, 9, 10, 12].map((row) => `${row} Сумма с НДС`),
    );
    expect(await figuresOf(akb, '2026-06')).toMatchObject({
      activeBase: 2,
      sales: '9999999999799.99',
      documents: 6,
    });
  });
});

describe('what is odd is data all the same', () => {
  test('two thousand columns', async () => {
    const [head, line] = csv({ date: '05.05.2026' }).split('\n');
    const more = Array.from({ length: 1993 }, (_, at) => `Доп. ${at}`);
    const { code, summary } = await importFiles({
      'широко.csv': `${[head, ...more].join(';')}\n${[line, ...more.map(() => 'x')].join(';')}\n`,
    });
    expect(code).toBe(0);
    expect(summary.tables[0]?.columns).toHaveLength(2000);
    expect(await figuresOf(akb, '2026-05')).toMatchObject({ activeBase: 1, sales: '100.00' });
  });

  test('a formula is a name like any other, and text in everything that is exported', async () => {
    const names = ['=CMD()', '@SUM(A1)', '+7 апельсинов', '-2+3', '=HYPERLINK("http://example.test")'];
    const { summary } = await importFiles({
      'формулы.csv': csv(...names.slice(0, 4).map((client) => ({ date: '05.04.2026', client })), {
        date: 'вчера',
        client: names[4] ?? '',
        product: '=1+1',
      }),
    });
    expect(whereRowsWent(summary)).toMatchObject({ rows: 5, loaded: 4, rejected: 1 });
    const listed = await customersOf(akb, '2026-04');
    expect(listed.map(({ name }) => name).sort()).toEqual(names.slice(0, 4).sort());

    const [, rejected] = await rejectedRows(summary);
    expect(rejected?.slice(7)).toEqual([
      '"\'=HYPERLINK(""http://example.test"")"',
      '',
      "'=1+1",
      '1',
      '100,00',
    ]);

    const { stdout } = await run('customers', '--period', '2026-04', '--csv');
    const cells = stdout.split(/\r\n|;/).map((cell) => cell.replace(/^"/, ''));
    for (const name of names.slice(0, 4)) expect(cells).toContain(`'${name}`);
    expect(cells.filter((cell) => /^[=@+]/.test(cell))).toEqual([]);

    const path = join(akb.dataDir, 'клиенты.xlsx');
    await run('customers', '--period', '2026-04', '--xlsx', path);
    const [sheet] = Object.values(read(await readFile(path), { cellFormula: true }).Sheets);
    const found = Object.values(sheet ?? {}).filter((cell) => names.includes(cell.v));
    expect(found.map(({ t, f }) => ({ t, f }))).toEqual(Array(4).fill({ t: 's', f: undefined }));
  });

  test('an ИНН that a spreadsheet made a number of is the same ИНН; one that it rounded is none', async () => {
    // Inns of the range that is never given out.
    await importFiles({
      'инн.csv': csv(
        { date: '01.03.2026', client: 'Ромашка', inn: '0001000010' },
        { date: '02.03.2026', client: 'РОМАШКА ООО', inn: '1000010.0' },
        { date: '03.03.2026', client: 'Василёк', inn: '1.00E+09' },
        { date: '04.03.2026', client: 'Зорин', inn: '1.00E+09' },
      ),
    });
    expect(await figuresOf(akb, '2026-03')).toMatchObject({ activeBase: 3, documents: 4 });
  });

  test('zero bytes are dropped, and that is said', async () => {
    const { summary } = await importFiles({
      'нули.csv': csv(
        { date: '01.02.2026', client: 'Кл\u0000ён\u0000' },
        { date: '02.02.2026', client: 'Клён' },
      ),
    });
    expect(whereRowsWent(summary)).toMatchObject({ rows: 2, loaded: 2 });
    expect(summary.findings).toMatchObject([{ code: 'nulBytesRemoved', params: { bytes: 2 } }]);
    expect(await figuresOf(akb, '2026-02')).toMatchObject({ activeBase: 1, documents: 2 });
  });
});
