import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from 'chdb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDate } from '../../src/services/intake/format/date.ts';
import { type DateStats, dateStats, dateStatsSql } from '../../src/services/intake/format/date-format.ts';
import {
  dateSql,
  dayNumberSteps,
  dayOfNumberSql,
  isNoDateSql,
} from '../../src/services/intake/format/date-sql.ts';
import type { DateFormat, NumberFormat } from '../../src/services/intake/format/format.ts';
import { parseNumber } from '../../src/services/intake/format/number.ts';
import {
  type NumberStats,
  numberStats,
  numberStatsSql,
} from '../../src/services/intake/format/number-format.ts';
import { isBadNumberSql, numberSql } from '../../src/services/intake/format/number-sql.ts';
import { parsePresentation, presentationSql } from '../../src/services/intake/format/presentation.ts';

let folder: string;
let engine: Session;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'akb-format-'));
  engine = new Session();
});
afterAll(() => {
  engine.cleanup();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks the engine for expressions over the text `x` of every cell, and over columns made of it step by step. */
function ask(
  cells: readonly string[],
  expressions: Readonly<Record<string, string>>,
  ...steps: readonly string[]
): Record<string, unknown>[] {
  const path = join(folder, 'cells.tsv');
  writeFileSync(path, `${cells.join('\n')}\n`);
  const select = Object.entries(expressions).map(([name, sql]) => `${sql} AS ${name}`);
  const source = steps.reduce(
    (from, column) => `(SELECT *, ${column} FROM ${from})`,
    `file('${path}', 'TSVRaw', 'x String')`,
  );
  const sql = `SELECT ${select.join(', ')} FROM ${source}`;
  const settings =
    'output_format_json_quote_decimals = 1, output_format_json_quote_64bit_integers = 0, max_threads = 1';
  const answer = String(engine.query(`${sql} SETTINGS ${settings}`, 'JSONEachRow')).trim();
  return answer.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}

const clean = (cell: string): boolean => !/[\t\n\r\\]/.test(cell);
const numberPieces = fc.constantFrom(
  '0',
  '1',
  '5',
  '9',
  '00',
  '123',
  '000',
  ',',
  '.',
  ' ',
  '\u00a0',
  '\u202f',
  "'",
  '-',
  '−',
  '+',
  '(',
  ')',
  'e',
  'E+0',
  '₽',
  ' руб.',
  'р',
  'шт',
  '%',
  '$',
);
const aNumber = fc.oneof(
  fc.array(numberPieces, { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.nat({ max: 9 }), fc.constantFrom(',', '.'))
    .map(([digits, places, separator]) => {
      const text = String(digits);
      const at = Math.max(text.startsWith('-') ? 2 : 1, text.length - places);
      return at < text.length ? `${text.slice(0, at)}${separator}${text.slice(at)}` : text;
    }),
  fc
    .tuple(
      fc.nat({ max: 999 }),
      fc.array(fc.nat({ max: 999 }), { maxLength: 4 }),
      fc.constantFrom(' ', '\u00a0', ',', '.'),
      fc.constantFrom('', ',5', '.00', ' ₽', '-'),
    )
    .map(
      ([first, groups, separator, tail]) =>
        [first, ...groups.map((group) => String(group).padStart(3, '0'))].join(separator) + tail,
    ),
);
const datePieces = fc.constantFrom(
  '1',
  '5',
  '05',
  '10',
  '12',
  '13',
  '28',
  '29',
  '30',
  '31',
  '2024',
  '2025',
  '2026',
  '26',
  '0001',
  '1899',
  '2300',
  '.',
  '.',
  '/',
  '-',
  ' ',
  'окт',
  'мая',
  'Февраля',
  'Dec',
  ' 0:00:00',
  'T10:00:00',
  ' г.',
  '46300',
  '20261005',
);
const aDate = fc.oneof(
  fc.array(datePieces, { maxLength: 7 }).map((pieces) => pieces.join('')),
  fc
    .tuple(
      fc.date({ min: new Date('1880-01-01'), max: new Date('2320-01-01'), noInvalidDate: true }),
      fc.constantFrom(0, 1, 2),
    )
    .map(([date, spelling]) => {
      const [y = '', m = '', d = ''] = date.toISOString().slice(0, 10).split('-');
      return [`${d}.${m}.${y}`, `${y}-${m}-${d}T00:00:00`, `${Number(m)}/${Number(d)}/${y}`][spelling] ?? '';
    }),
);
const many = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: 400, maxLength: 400 });

const numberFormats: readonly NumberFormat[] = [
  { decimal: ',', thousands: null },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ',' },
];
const dateFormats: readonly DateFormat[] = [
  { order: 'dmy', serials: false },
  { order: 'mdy', serials: true },
  { order: 'dmy', serials: true, months: true },
];

describe('the engine reads like the careful reader', () => {
  test.each(numberFormats)('numbers with decimal $decimal and thousands $thousands', (format) => {
    fc.assert(
      fc.property(many(aNumber), (cells) => {
        const texts = cells.filter(clean);
        const rows = ask(texts, { value: numberSql('x', format), bad: isBadNumberSql('x', format) });
        const read = rows.map(({ value, bad }) => (bad ? undefined : value));
        expect(read).toEqual(texts.map((text) => parseNumber(text, format)));
      }),
      { numRuns: 12 },
    );
  });

  test.each(dateFormats)('dates in the order $order, serials $serials, months $months', (format) => {
    const clamped = (date: string | null | undefined) =>
      date && date < '1900-01-01' ? '1900-01-01' : date && date > '2299-12-31' ? '2299-12-31' : date;
    fc.assert(
      fc.property(many(aDate), (cells) => {
        const texts = cells.filter(clean);
        const { read: text, number } = dayNumberSteps('x', format, 'text');
        const rows = ask(
          texts,
          {
            value: dayOfNumberSql('number', format),
            bad: isNoDateSql('number'),
            whole: dateSql('x', format),
          },
          ...[`${text} AS text`, `${number} AS number`],
        );
        expect(rows.map(({ whole }) => whole)).toEqual(rows.map(({ value }) => value));
        const read = rows.map(({ value, bad }) => (bad ? undefined : value));
        expect(read).toEqual(texts.map((text) => clamped(parseDate(text, format))));
      }),
      { numRuns: 12 },
    );
  });

  test('traps of its own number parser: «-», «1..5», «1.234.567» and more digits than it keeps', () => {
    const [format] = numberFormats as [NumberFormat];
    const cells = ['-', '.', '1..5', '1.234.567', '0e30', '1,99995', '-1,99995', '1,99994999999999999999'];
    const rows = ask(cells, { value: numberSql('x', format), bad: isBadNumberSql('x', format) });
    expect(rows.map(({ value }) => value)).toEqual([null, null, null, null, '0', '2', '-2', '1.9999']);
    expect(rows.map(({ bad }) => Boolean(bad))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('traps of its own date parser: days that no calendar has are not moved to the next month', () => {
    const cells = ['30.02.2026', '2026-02-30', '31.04.2026', '01.01.0001'];
    const format: DateFormat = { order: 'dmy', serials: false };
    expect(ask(cells, { value: dateSql('x', format) }).map(({ value }) => value)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('names of documents', () => {
    const cells = [
      'Реализация товаров и услуг 00БП-001234 от 05.10.2026 14:05:33',
      'УПД № 123 от 5 октября 2026 г.',
      'просто текст',
    ];
    const rows = ask(cells, { ...presentationSql('x') });
    expect(rows).toEqual(
      cells.map((cell) => ({ type: '', number: '', date: null, ...parsePresentation(cell) })),
    );
  });

  test('statistics of a column', () => {
    const cells = [
      '1 740,00',
      '0,500',
      '-0,250',
      '12.5',
      '',
      'итого',
      '6,000',
      'очень длинный текст, который числом никогда не был',
      "'0.100",
    ];
    const dates = [
      '05.10.2026',
      '31.12.2026 0:00:00',
      '12/31/2026',
      '2026-10-05',
      '46300',
      '12345',
      '01.01.0001',
      '',
    ];
    const numbersRow = aggregate(cells, numberStatsSql('x'));
    const datesRow = aggregate(dates, dateStatsSql('x'));
    expect(numbersRow).toEqual({ ...numberStats(cells) } satisfies NumberStats);
    expect(datesRow).toEqual(dateStats(dates) satisfies DateStats);
  });

  function aggregate(cells: readonly string[], statistics: readonly { name: string; sql: string }[]) {
    const [row] = ask(cells, Object.fromEntries(statistics.map(({ name, sql }) => [name, sql])));
    return row;
  }
});
