import { readFileSync } from 'node:fs';
import type { DemoFiles } from '../../src/use-cases/demo/write-demo-company.ts';

/** What tests read back from the demo's files; strictly, as nothing but RFC 4180 with `;` would allow. */

export interface Row {
  readonly number: string;
  readonly kind: 'sale' | 'return' | 'correction';
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly holding: string;
  readonly client: string;
  readonly name: string;
  readonly inn: string;
  readonly pointCode: string;
  readonly address: string;
  readonly city: string;
  readonly sku: string;
  /** Thousandths, kopecks; null where empty. */
  readonly quantity: number | null;
  readonly price: number | null;
  readonly net: number;
  readonly gross: number;
  readonly rep: string;
  readonly branch: string;
}

export interface Card {
  readonly code: string;
  readonly name: string;
  readonly inn: string;
  readonly kpp: string;
  readonly city: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly manager: string;
  /** `YYYY-MM-DD` */
  readonly created: string;
}

export interface Shipment {
  readonly number: string;
  readonly kind: Row['kind'];
  readonly date: string;
  readonly client: string;
  readonly rep: string;
  readonly rows: readonly Row[];
  readonly gross: number;
}

const kinds: Readonly<Record<string, Row['kind']>> = {
  'Реализация (акт, накладная, УПД)': 'sale',
  'Возврат товаров от покупателя': 'return',
  'Корректировка реализации': 'correction',
};

export function readCsv(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8');
  if (!text.startsWith('\ufeff') || !text.endsWith('\r\n'))
    throw new Error(`${path}: no BOM or no last line end`);
  const [header = [], ...rows] = text.slice(1, -2).split('\r\n').map(cells);
  return rows.map((row) => {
    if (row.length !== header.length) throw new Error(`${path}: ${row.length} cells in ${row.join(';')}`);
    return Object.fromEntries(header.map((name, i) => [name, row[i] ?? '']));
  });
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^";]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

export function readShipments(paths: readonly string[]): Row[] {
  return paths.flatMap(readCsv).map((row) => {
    const cell = (name: string): string => {
      const value = row[name];
      if (value === undefined) throw new Error(`no column ${name}`);
      return value;
    };
    const kind = kinds[cell('Вид документа')];
    if (kind === undefined) throw new Error(cell('Вид документа'));
    return {
      number: cell('Регистратор номер'),
      kind,
      date: isoDate(cell('Дата')),
      holding: cell('Партнёр'),
      client: cell('Контрагент.Код'),
      name: cell('Контрагент'),
      inn: cell('Контрагент.ИНН'),
      pointCode: cell('Грузополучатель.Код'),
      address: cell('Адрес доставки'),
      city: cell('Город'),
      sku: cell('Номенклатура.Код'),
      quantity: integer(cell('Количество')),
      price: integer(cell('Цена')),
      net: integer(cell('Сумма без НДС')) ?? Number.NaN,
      gross: integer(cell('Сумма включая НДС')) ?? Number.NaN,
      rep: cell('Торговый представитель'),
      branch: cell('Филиал'),
    };
  });
}

export function readCards(files: DemoFiles): Card[] {
  return readCsv(files.companions[0] ?? '').map((row) => ({
    code: row['Код контрагента'] ?? '',
    name: row.Контрагент ?? '',
    inn: row.ИНН ?? '',
    kpp: row.КПП ?? '',
    city: row.Город ?? '',
    address: row.Адрес ?? '',
    phone: row.Телефон ?? '',
    email: row['E-mail'] ?? '',
    manager: row['Основной менеджер'] ?? '',
    created: isoDate(row['Дата создания'] ?? ''),
  }));
}

/** Rows joined by kind, number and year. */
export function shipmentsOf(rows: readonly Row[]): Shipment[] {
  const groups = Map.groupBy(rows, (row) => `${row.kind} ${row.number} ${row.date.slice(0, 4)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { number, kind, date, client, rep } = first;
    return [{ number, kind, date, client, rep, rows: group, gross: sum(group.map((row) => row.gross)) }];
  });
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** `-1 581,82` → −158182: the digits alone, which is exact. */
function integer(text: string): number | null {
  if (text === '') return null;
  if (!/^-?\d{1,3}(\u00a0\d{3})*,\d{2,3}$/.test(text)) throw new Error(`no number of 1C: ${text}`);
  return Number(text.replaceAll(/[\u00a0,]/g, ''));
}

function isoDate(text: string): string {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text) ?? [];
  if (year === undefined) throw new Error(`no date: ${text}`);
  return `${year}-${month}-${day}`;
}
