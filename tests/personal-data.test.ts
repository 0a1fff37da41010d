import { readdirSync, readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWarehouse } from '../src/stores/warehouse/warehouse.ts';
import { runAkb, seen } from './doubles/run-akb.ts';
import { customersOf, newApplication, nobody, type TestApplication, unseen } from './harness/application.ts';
import { encode } from './reading/reading-fixture.ts';
import { xlsxOf } from './reading/zip-fixture.ts';

// Names, phones, addresses, e-mails and reps go to the records only; see docs/decisions.

const person = { name: 'Жмыховейская Евпраксия', phone: '8 (999) 123-04-57', digits: '9991230457' };
const planted = {
  company: 'Пуздрятина и сыновья',
  person: person.name,
  phone: person.phone,
  digits: person.digits,
  email: 'evpraksia@planted.example',
  address: 'ул. Кривозубовская, д. 77',
  contact: 'Тряпичкин Лукьян',
  rep: 'Щукарёвин Прокофий',
  rejected: 'Отвергнутая Пелагея',
  ordered: 'Незагруженный Фрол',
  undone: 'Отменённая Агриппина',
  cancelled: 'Передумавший Никодим',
  inHierarchy: 'Вложенная Степанида',
};
/** A place is no person: towns do stand in the warehouse. The search has to find them, or it proves nothing. */
const town = 'Задонжинск';

const shipments = `Дата отгрузки;Номер документа;Вид документа;Код контрагента;Контрагент;Телефон;E-mail;Адрес доставки;Город;Номенклатура;Количество;Сумма с НДС;Торговый представитель
05.10.2026;РН-1;Реализация товаров и услуг;К-1;${planted.company};${planted.phone};${planted.email};${planted.address};${town};Молоко;10;1000,00;${planted.rep}
06.10.2026;РН-2;Реализация товаров и услуг;К-2;${planted.person};${planted.phone};;;${town};Молоко;1;100,00;${planted.rep}
00.13.2026;РН-3;Реализация товаров и услуг;;${planted.rejected};;;;${town};Молоко;1;100,00;${planted.rep}
07.10.2026;З-1;Заказ клиента;;${planted.ordered};;;;${town};Молоко;1;100,00;${planted.rep}
`;
const customers = `Код;Наименование;Телефон;E-mail;Адрес;Контактное лицо;Должность;Город
К-1;${planted.company};${planted.phone};${planted.email};${planted.address};${planted.contact};директор;${town}
К-2;${planted.person};${planted.phone};;;;;${town}
`;
const hierarchy = await xlsxOf({
  sheets: [
    {
      name: 'Продажи',
      xml: `<sheetData>${[
        ['Параметры:', 'Период: 01.09.2026 - 30.09.2026'],
        ['Клиент', 'Количество', 'Выручка'],
        ['Номенклатура'],
        [planted.inHierarchy, '3', '300'],
        ['Молоко, шт', '3', '300'],
        ['Итого', '3', '300'],
      ]
        .map(
          (cells, at) =>
            `<row outlineLevel="${at === 4 ? 1 : 0}">${cells.map((cell) => (/^\d+$/.test(cell) ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`,
        )
        .join('')}</sheetData>`,
    },
  ],
});
const later = (name: string) =>
  `Дата отгрузки;Номер документа;Контрагент;Номенклатура;Количество;Сумма с НДС\n09.10.2026;Р-${name.length};${name};Молоко;1;10,00\n`;

let akb: TestApplication;
beforeAll(async () => {
  akb = await newApplication();
});
afterAll(() => akb.remove());

const run = async (...command: readonly string[]) =>
  await runAkb([...command, '--data', akb.dataDir], {
    application: { ...akb.application, close: async () => undefined },
  });

/** The engine may have put another file in its place. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Which of the texts stand in files of a folder, in whatever encoding and case: `text: file`. The product stands still meanwhile. */
function found(texts: readonly string[], folder: string): string[] {
  const needles = texts.flatMap((text) =>
    [text, text.toLowerCase(), text.toUpperCase()].flatMap((spelling) => [
      { text, bytes: Buffer.from(spelling) },
      { text, bytes: Buffer.from(spelling, 'utf16le') },
      { text, bytes: encode(spelling, 'windows-1251') },
    ]),
  );
  const places = new Set<string>();
  for (const file of filesUnder(folder)) {
    const bytes = contentOf(file);
    for (const needle of needles)
      if (bytes.includes(needle.bytes)) places.add(`${needle.text}: ${relative(folder, file)}`);
  }
  return [...places].sort();
}

describe('persons in the files of an import', () => {
  const inStaging = () => found([planted.rep], join(akb.dataDir, 'warehouse'));

  test('stand in the intake folder, and not even in staging on disk', async () => {
    const paths = await akb.write({ 'отгрузки.csv.gz': gzipSync(shipments), 'клиенты.csv': customers });
    let meanwhile: string[] | undefined;
    const prepared = await akb.application.prepareImport(paths, {}, nobody, ({ stage }) => {
      if (stage === 'resolve') meanwhile ??= inStaging();
    });
    expect(meanwhile).toEqual([]);
    expect(inStaging()).toEqual([]);
    await prepared.apply();
    expect(prepared.summary.tables.map(({ kind }) => kind)).toEqual(['shipments', 'customers']);
    expect(prepared.summary.customers).toEqual({ new: 3, known: 0 });
    expect(prepared.summary.rejects).toMatchObject([{ code: 'dateUnreadable', rows: 1 }]);

    const folder = join(akb.dataDir, 'intake');
    expect(found([planted.rejected], folder)).not.toEqual([]);
  });

  test('of more than 100,000 rows stand in staging no longer than until they are resolved', async () => {
    const rows = Array.from(
      { length: 100_001 },
      (_, row) => `09.10.2026;Р-${row % 1000};Лютик;Молоко;1;10,00;${planted.rep}\n`,
    );
    const header =
      'Дата отгрузки;Номер документа;Контрагент;Номенклатура;Количество;Сумма с НДС;Торговый представитель\n';
    const paths = await akb.write({ 'большой.csv': header + rows.join('') });
    let meanwhile: string[] | undefined;
    const prepared = await akb.application.prepareImport(paths, {}, nobody, ({ stage }) => {
      if (stage === 'resolve') meanwhile ??= inStaging();
    });
    expect(meanwhile).not.toEqual([]);
    expect(inStaging()).toEqual([]);
    await prepared.cancel();
  });

  test('leave a gap that is counted where nobody named the legal basis', async () => {
    const [path = ''] = await akb.write({ 'ещё.csv': later(planted.company) });
    const { code, stdout } = await run('import', path, '--yes');
    expect(code).toBe(0);
    expect(seen(stdout)).toContain('Основание обработки персональных данных: не указано (--basis)');
    const named = await akb.load(
      { 'основание.csv': later(planted.person) },
      {
        ...{ basis: 'договор поставки', purpose: 'поставка' },
      },
    );
    expect([named.basis, named.purpose]).toEqual(['договор поставки', 'поставка']);
    expect((await akb.application.imports()).map(({ basis }) => basis)).toEqual([
      null,
      null,
      'договор поставки',
    ]);
    expect(seen((await run('imports')).stdout).match(/не указано/g)).toHaveLength(2);
    const checks = await akb.application.doctor();
    expect(checks.find(({ check }) => check === 'basis')?.problem).toEqual({
      code: 'importsWithoutBasis',
      params: { count: 2, total: 3 },
    });
  });

  test('go with an import that is undone, cancelled, refused or broken off', async () => {
    const listed = await customersOf(akb, '2026-10');
    expect(listed.map(({ name, manager }) => [name, manager])).toEqual([
      [planted.company, planted.rep],
      [planted.person, planted.rep],
    ]);
    expect(listed[0]).toMatchObject({
      phone: `+7${planted.digits}`,
      address: planted.address,
      decisionMaker: planted.contact,
    });
    const undone = await akb.load({ 'отмена.csv': encode(later(planted.undone), 'windows-1251') });
    await akb.undo(undone.importId);
    expect(await customersOf(akb, '2026-10')).toHaveLength(2);
    await akb.load({ 'иерархия.xlsx': hierarchy });
    expect(await customersOf(akb, '2026-09')).toMatchObject([{ name: planted.inHierarchy, sales: '300.00' }]);

    const paths = await akb.write({ 'раздумал.csv': encode(later(planted.cancelled), 'utf-16le') });
    const prepared = await akb.application.prepareImport(paths, {}, nobody, unseen);
    await prepared.cancel();
    const stopped = new AbortController();
    const broken = akb.application.prepareImport(
      paths,
      {},
      nobody,
      ({ stage }) => {
        if (stage === 'journal') stopped.abort();
      },
      stopped.signal,
    );
    await expect(broken).rejects.toThrow();
    expect(found([planted.cancelled], join(akb.dataDir, 'intake'))).toEqual([]);
  });

  test('are for the eyes of the owner of the data folder only', async () => {
    const folder = join(akb.dataDir, 'intake');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const modes = await Promise.all(
      entries.map(async (entry) => {
        const { mode } = await stat(join(entry.parentPath, entry.name));
        return `${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`;
      }),
    );
    expect([...new Set(modes)].sort()).toEqual(['file 600', 'folder 700']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('are nowhere in the warehouse afterwards, nor in what it leaves beside it', async () => {
    await akb.application.close();
    expect(found([town], join(akb.dataDir, 'warehouse'))).not.toEqual([]);
    const outside = await readdir(akb.dataDir);
    for (const folder of outside.filter((name) => name !== 'records' && name !== 'intake')) {
      const path = join(akb.dataDir, folder);
      if ((await stat(path)).isDirectory()) expect(found(Object.values(planted), path)).toEqual([]);
    }
    const warehouse = await openWarehouse({ dataDir: akb.dataDir });
    try {
      expect(await textsIn(warehouse, Object.values(planted))).toEqual([]);
      expect(await textsIn(warehouse, [town])).toEqual([`${town}: akb.dim_point.city`]);
    } finally {
      await warehouse.close();
    }
  });
});

/** The same as a question to the engine, for files may be packed: every column of text of every table. */
async function textsIn(
  warehouse: Awaited<ReturnType<typeof openWarehouse>>,
  texts: readonly string[],
): Promise<string[]> {
  const columns = await warehouse.rows<{ database: string; table: string; name: string }>(
    `SELECT c.database AS database, c.table AS table, c.name AS name FROM system.columns AS c
     INNER JOIN system.tables AS t ON t.database = c.database AND t.name = c.table
     WHERE c.type LIKE '%String%' AND t.engine LIKE '%MergeTree'`,
  );
  const places: string[] = [];
  for (const { database, table, name } of columns)
    for (const text of texts) {
      const [row] = await warehouse.rows<{ rows: string }>(
        `SELECT count() AS rows FROM ${database}.${table} WHERE positionCaseInsensitiveUTF8(toString(${name}), {text:String}) > 0`,
        { text },
      );
      if (row?.rows !== '0') places.push(`${text}: ${database}.${table}.${name}`);
    }
  return places;
}
