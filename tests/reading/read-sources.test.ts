import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../src/messages/message.ts';
import { readingMessages } from '../../src/messages/reading.ts';
import { type ReadOptions, readSources } from '../../src/services/intake/read/read-sources.ts';
import { dbfOf } from './dbf-fixture.ts';
import { cellsOf, encode, temporaryFolder } from './reading-fixture.ts';
import { encrypted, xlsxOf, zipOf } from './zip-fixture.ts';

const csv = 'Дата;Клиент;Сумма\n05.10.2026;Ромашка;1740\n';
const csvCells = [
  ['Дата', 'Клиент', 'Сумма'],
  ['05.10.2026', 'Ромашка', '1740'],
];
const xlsx = await xlsxOf({
  sheets: [
    {
      name: 'Продажи',
      xml: '<sheetData><row><c t="inlineStr"><is><t>Ромашка</t></is></c><c><v>1740</v></c></row></sheetData>',
    },
  ],
});

async function read(files: Readonly<Record<string, string | Buffer>>, options: Partial<ReadOptions> = {}) {
  const folder = temporaryFolder();
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const { tables, problems } = await readSources(paths, { workDir: join(folder, 'work'), ...options });
  const short = (name: string | undefined) => name?.replace(`${folder}/`, '');
  return {
    folder,
    tables: tables.map((table) => ({ ...table, file: short(table.file) ?? '' })),
    problems: problems.map(({ code, place, params }) => ({
      code,
      place: { ...place, file: short(place?.file) },
      params,
    })),
  };
}

const codesOf = async (
  files: Readonly<Record<string, string | Buffer>>,
  options: Partial<ReadOptions> = {},
) => {
  const { tables, problems } = await read(files, options);
  expect(tables).toEqual([]);
  return problems.map(({ code, place }) => [code, place.file]);
};

describe('a file is read by what it is, not by its name', () => {
  test('CSV, XLSX, XLS, HTML, DBF and a gzipped CSV, in the order of the inputs', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Василёк', 300]]), 'Лист1');
    const { tables, problems } = await read({
      'b.txt': encode(csv, 'windows-1251'),
      'a.csv': xlsx,
      'c.xlsx': write(book, { type: 'buffer', bookType: 'biff8' }),
      'd.xls': '<table><tr><td>Зорин</td><td>1</td></tr></table>',
      'e.txt': dbfOf({
        fields: [{ name: Buffer.from('A'), type: 'C', length: 5 }],
        records: [{ values: [Buffer.from('x')] }],
      }),
      'f.csv.gz': gzipSync(csv),
    });
    expect(problems).toEqual([]);
    expect(tables.map(({ file, format }) => [file, format])).toEqual([
      ['b.txt', 'csv'],
      ['a.csv', 'xlsx'],
      ['c.xlsx', 'xls'],
      ['d.xls', 'html'],
      ['e.txt', 'dbf'],
      ['f.csv.gz', 'csv'],
    ]);
    expect(tables.map(cellsOf)).toEqual([
      csvCells,
      [['Ромашка', '1740']],
      [['Василёк', '300']],
      [['Зорин', '1']],
      [['A'], ['x']],
      csvCells,
    ]);
  });

  test('a folder is read with its folders, in the order of names; what is hidden is said', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'октябрь'));
    mkdirSync(join(folder, 'пусто'));
    for (const name of ['b.csv', 'a.csv', '.DS_Store', '~$a.xlsx', 'октябрь/c.csv'])
      writeFileSync(join(folder, name), csv);
    symlinkSync(folder, join(folder, 'круг'));
    symlinkSync(join(folder, 'a.csv'), join(folder, 'ссылка.csv'));
    const { tables, problems } = await readSources([folder], { workDir: join(temporaryFolder(), 'work') });
    expect(tables.map(({ file }) => file)).toEqual(
      ['a.csv', 'b.csv', 'октябрь/c.csv'].map((name) => join(folder, name)),
    );
    expect(problems.map(({ code, place }) => [code, place?.file?.slice(folder.length + 1)])).toEqual([
      ['hiddenFileSkipped', '.DS_Store'],
      ['hiddenFileSkipped', '~$a.xlsx'],
      ['folderLinkSkipped', 'круг'],
      ['emptyFolder', 'пусто'],
      ['sameFileTwice', 'ссылка.csv'],
    ]);
  });
});

describe('archives', () => {
  test('members are tables of their own, in the order of names, with the archive in their name', async () => {
    const { tables, problems, folder } = await read({
      'выгрузка.zip': await zipOf({
        'отдел/б.csv': csv,
        'а.xlsx': xlsx,
        '__MACOSX/._а.xlsx': 'x',
        'пусто.csv': '',
        'a.zip': await zipOf({ 'x.csv': csv }),
        'a.csv.gz': gzipSync(csv),
      }),
    });
    expect(tables.map(({ file, sheet }) => [file, sheet])).toEqual([
      ['выгрузка.zip/а.xlsx', 'Продажи'],
      ['выгрузка.zip/отдел/б.csv', undefined],
    ]);
    expect(problems.map(({ code, place }) => [code, place.file])).toEqual([
      ['hiddenFileSkipped', 'выгрузка.zip/__MACOSX/._а.xlsx'],
      ['nestedArchive', 'выгрузка.zip/a.csv.gz'],
      ['nestedArchive', 'выгрузка.zip/a.zip'],
      ['emptyFile', 'выгрузка.zip/пусто.csv'],
    ]);
    expect(readdirSync(folder)).toEqual(['work', 'выгрузка.zip'].sort());
  });

  test('of nothing usable are refused: cut, locked, swollen, of another kind', async () => {
    const zip = await zipOf({ 'a.csv': csv.repeat(1000) });
    const gzip = gzipSync(Array.from({ length: 5000 }, (_, at) => `${at};${Math.sin(at)}`).join('\n'));
    expect(
      await codesOf(
        {
          'cut.zip': zip.subarray(0, zip.length - 40),
          'cut.xlsx': xlsx.subarray(0, xlsx.length - 100),
          'cut.gz': gzip.subarray(0, gzip.length - 500),
          'broken.gz': Buffer.concat([gzip.subarray(0, 20), Buffer.alloc(200, 0xff)]),
          'locked.zip': encrypted(zip),
          'bomb.zip': await zipOf({ 'a.csv': Buffer.alloc(4_000_000) }),
          'bomb.gz': gzipSync(Buffer.alloc(4_000_000)),
          'a.rar': Buffer.from('Rar!\x1a\x07\x00....'),
          'a.docx': await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
          'a.ods': await zipOf({
            mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
            'content.xml': '<x/>',
          }),
        },
        { limits: { compressionFloorBytes: 1_000_000 } },
      ),
    ).toEqual([
      ['truncatedFile', 'cut.zip'],
      ['truncatedFile', 'cut.xlsx'],
      ['truncatedFile', 'cut.gz'],
      ['damagedFile', 'broken.gz'],
      ['encryptedArchive', 'locked.zip/a.csv'],
      ['zipBomb', 'bomb.zip'],
      ['zipBomb', 'bomb.gz'],
      ['unsupportedArchive', 'a.rar'],
      ['unsupportedFormat', 'a.docx'],
      ['unsupportedFormat', 'a.ods'],
    ]);
  });

  test('a real bomb of 200 MB is stopped at the default limits', async () => {
    expect(await codesOf({ 'bomb.zip': await zipOf({ 'a.csv': Buffer.alloc(200 * 1024 * 1024) }) })).toEqual([
      ['zipBomb', 'bomb.zip'],
    ]);
  });
});

describe('one bad file among several', () => {
  test('is a problem; the others are read', async () => {
    const folder = temporaryFolder();
    const good = join(folder, 'good.csv');
    const rubbish = join(folder, 'rubbish.csv');
    writeFileSync(good, csv);
    writeFileSync(
      rubbish,
      Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 31 + at * 17) % 256)),
    );
    const missing = join(folder, 'нет.csv');
    const { tables, problems } = await readSources([missing, rubbish, good, good], {
      workDir: join(folder, 'work'),
    });
    expect(tables.map(({ file }) => file)).toEqual([good]);
    expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([
      ['fileMissing', missing],
      ['sameFileTwice', good],
      ['notATable', rubbish],
    ]);
  });

  test('that kills the reader is said; the next one is read by a new reader', async () => {
    const book = utils.book_new();
    const rows = Array.from({ length: 1500 }, (_, row) =>
      Array.from({ length: 15 }, (_, column) => (row * column) / 7),
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Лист1');
    const { tables, problems } = await read(
      { 'big.xls': write(book, { type: 'buffer', bookType: 'biff8' }), 'b.csv': csv },
      { limits: { processMemory: 16 } },
    );
    expect(problems.map(({ code, place }) => [code, place.file])).toEqual([['xlsTooBig', 'big.xls']]);
    expect(tables.map(({ file }) => file)).toEqual(['b.csv']);
  });

  test('that is one endless line is refused', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'line.csv');
    writeFileSync(path, 'a;b;'.repeat(500_000));
    const { problems, tables } = await readSources([path], {
      workDir: join(folder, 'work'),
      limits: { recordBytes: 1_000_000 },
    });
    expect(tables).toEqual([]);
    expect(problems).toMatchObject([{ code: 'lineTooLong', place: { file: path, row: 1 } }]);
  });
});

test('standard input is read like a file', async () => {
  const folder = temporaryFolder();
  const module = new URL('../../src/services/intake/read/read-sources.ts', import.meta.url);
  const script = `import { readSources } from ${JSON.stringify(module.href)};
    const { tables, problems } = await readSources(['-'], { workDir: process.argv[1] });
    console.log(JSON.stringify({ tables, problems }));`;
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, join(folder, 'work')],
    {
      input: encode(csv, 'windows-1251'),
      encoding: 'utf8',
      env: {},
    },
  );
  const { tables, problems } = JSON.parse(stdout);
  expect(problems).toEqual([]);
  expect(tables).toMatchObject([{ file: '-', encoding: 'windows-1251', rowCount: 2 }]);
  expect(tables.map(cellsOf)).toEqual([csvCells]);
});

describe('the work folder', () => {
  test('copies are private, sources stay as they were, what is not needed goes', async () => {
    const { folder, tables } = await read({ 'a.csv': csv, 'b.xlsx': xlsx });
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(csv);
    const paths = tables.map(({ data }) => data.path);
    for (const path of paths) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'work')).mode & 0o777).toBe(0o700);
    const files = readdirSync(join(folder, 'work'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    expect(files.map(({ parentPath, name }) => join(parentPath, name)).sort()).toEqual([...paths].sort());
  });

  test('a later change of the source does not reach the table', async () => {
    const { folder, tables } = await read({ 'a.csv': csv });
    writeFileSync(join(folder, 'a.csv'), 'другое\n');
    expect(tables.map(cellsOf)).toEqual([csvCells]);
  });

  test('progress only grows and ends with everything', async () => {
    const seen: [done: number, total: number][] = [];
    await read(
      { 'a.csv': csv, 'b.zip': await zipOf({ 'c.csv': csv, 'd.csv': csv }) },
      { onProgress: (done, total) => void seen.push([done, total]) },
    );
    expect(seen.map(([done]) => done)).toEqual(
      seen.map(([done]) => done).toSorted((left, right) => left - right),
    );
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
  });

  test('an abort stops the reading with its reason and leaves nothing', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.csv');
    writeFileSync(path, `a;"b\n";c\n${csv.repeat(400_000)}`);
    const controller = new AbortController();
    const work = readSources([path], {
      workDir: join(folder, 'work'),
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('хватит')),
    });
    await expect(work).rejects.toThrow('хватит');
    expect(readdirSync(join(folder, 'work'))).toEqual([]);
  });
});

describe('the sentences', () => {
  const root = new URL('../../src/services/intake/read/', import.meta.url).pathname;
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');

  test('every one of them is used, and every code has one', () => {
    const quoted = new Set([...sources.matchAll(/'([a-z][A-Za-z]+)'/g)].map(([, word]) => word));
    expect(Object.keys(readingMessages).filter((code) => !quoted.has(code))).toEqual([]);
    const codes = [...sources.matchAll(/(?:refusal|report|problem|findings\.add)\(\s*'([A-Za-z]+)'/g)].map(
      ([, code]) => code ?? '',
    );
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !(code in readingMessages))).toEqual([]);
  });

  test.each(Object.entries(readingMessages))('%s says the same in both languages', (_, { ru, en }) => {
    const names = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();
    expect(names(en)).toEqual(names(ru));
    expect(en.replaceAll('АКБ', '')).not.toMatch(/[а-яё]/i);
    const params = {
      file: 'f',
      sheet: 's',
      row: 3,
      count: 2,
      rows: 2,
      bytes: 5,
      limit: 7,
      columns: 9,
      entries: 3,
    };
    const rest = { usual: 4, reason: 'EIO', format: 'PDF', detail: 'x', encoding: 'cp866', fields: 'M' };
    for (const [language, text] of [
      ['ru', ru],
      ['en', en],
    ] as const) {
      expect(formatMessage(text, language, { ...params, ...rest })).not.toMatch(/[{}]/);
    }
  });
});
