import { createHash } from 'node:crypto';
import type { Field } from '../../../domain/fields.ts';
import type { Place, Problem } from '../../../domain/problem.ts';
import { isEmptyCell } from '../format/lexicon.ts';
import { monthEnd } from '../format/month.ts';
import type { ColumnReading, Question, Recognition } from '../recognition.ts';
import type { SourceRow, SourceTable } from '../source-table.ts';
import { type Mapping, readColumns } from './columns.ts';
import { dayFields } from './fields-by-use.ts';
import { foldHeader } from './fold-header.ts';
import { headerColumns } from './header-columns.ts';
import { findHeaderRows, sameCells } from './header-rows.ts';
import { tableKind } from './kind.ts';
import { matchHeader } from './match-header.ts';
import { monthOf, type Preamble, readPeriod, readPreamble, type StatedPeriod } from './preamble.ts';
import { profile } from './profile.ts';
import { settleShape } from './settle-shape.ts';
import { totalMarks, totalWords } from './totals.ts';

/** What is known beforehand of a table. */
export interface RecogniseContext {
  /** Columns fixed by the user: header in any spelling, or 1-based column number → field, null to ignore. */
  readonly given?: Mapping;
  /** Columns as they were read last time from the same source: folded header (`foldHeader`) → field. */
  readonly remembered?: Mapping;
  /** Month of a report that names none: the answer to `reportMonth`, `YYYY-MM`. */
  readonly reportMonth?: string;
}

/**
 * Finds out what a table is and how its columns read, from its first rows, a sample and its last rows. Pure: the file is
 * not touched, nothing is decided about the spelling of values (`format/decide-formats.ts` does that over all of them).
 */
export function recognise(table: SourceTable, context: RecogniseContext = {}): Recognition {
  const place: Place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) };
  const header = findHeaderRows(table.head, table.merges);
  const givenByNumber = Object.keys(context.given ?? {}).some((key) => /^\d+$/.test(key));
  if (header.length === 0 && !givenByNumber) return unreadable(table, place);

  const firstHeader = header[0]?.row ?? 0;
  const preamble = readPreamble(table.head.filter(({ row }) => row < firstHeader));
  const year = /(?:^|\D)(20\d{2})(?!\d)/.exec(`${preamble.text}\n${table.sheet ?? ''}\n${table.file}`)?.[1];
  const columns = headerColumns(header, table.columnCount, table.merges, year);
  const rows = dataRows(table, header);
  const data = rows.filter((row) => !isNoise(row, header));
  const spread = columns.some(({ group }) => group && group.kind !== 'label');
  const period = statedPeriod(preamble, context);
  const profiles = columns.map(({ index }) => profile(data.map((row) => row.cells[index] ?? '')));
  const read = readColumns(columns, profiles, {
    given: context.given,
    remembered: context.remembered,
    dated: spread || period !== undefined,
    labels: labelField(preamble),
    place,
  });
  const title = `${preamble.text}\n${table.sheet ?? ''}`;
  const { shape, columns: settled } = settleShape(columns, read.columns, data, title);
  const fields = new Set(
    settled.flatMap(({ field, levels }) => levels ?? [field]).filter((field) => field !== null),
  );
  const { kind, confidence, missing } = tableKind(fields, spread || period !== undefined);

  const findings: Problem[] = [...read.findings];
  const questions: Question[] = kind === 'unknown' ? [] : [...read.questions];
  if (kind === 'unknown')
    findings.push({ code: 'tableDoesNotFit', place, params: { missing: missing ?? 'figures' } });
  const undated = kind === 'shipments' && !spread && ![...fields].some((field) => dayFields.includes(field));
  if (undated && period === undefined) questions.push(askMonth(table));
  if (undated && period && !monthOf(period)) {
    findings.push({ code: 'statedPeriodNotMonth', place, params: { from: period.from, to: period.to } });
  }
  const repeated = rows.filter((row) => header.some((other) => sameCells(row, other))).length;
  if (repeated > 0) findings.push({ code: 'repeatedHeader', place, params: { rows: repeated } });

  return {
    kind,
    confidence: Math.min(
      confidence,
      ...settled.filter(({ field }) => field !== null).map((column) => column.confidence),
    ),
    shape,
    headerRows: header.map(({ row }) => row),
    firstDataRow: rows[0]?.row ?? (header.at(-1)?.row ?? 0) + 1,
    columns: settled,
    ...(period && { statedPeriod: period }),
    ...(preamble.asOf && { asOf: preamble.asOf }),
    totalMarks: totalMarks(rows, settled),
    fingerprint: fingerprint(kind, settled),
    system: systemOf(settled),
    findings,
    questions,
  };
}

/** No row of the table names its columns: it is not guessed at. */
function unreadable(table: SourceTable, place: Place): Recognition {
  const first = table.head.find((row) => row.cells.some((cell) => !isEmptyCell(cell)));
  const columns = Array.from({ length: table.columnCount }, (_, index): ColumnReading => {
    const { samples } = profile(table.head.map((row) => row.cells[index] ?? ''));
    return { index, header: '', field: null, confidence: 1, reason: 'none', samples };
  });
  return {
    kind: 'unknown',
    confidence: 1,
    shape: 'flat',
    headerRows: [],
    firstDataRow: first?.row ?? 1,
    columns,
    totalMarks: [],
    fingerprint: fingerprint('unknown', columns),
    system: 'main',
    findings: [{ code: first ? 'noHeader' : 'emptyTable', place }],
    questions: [],
  };
}

function dataRows(table: SourceTable, header: readonly SourceRow[]): readonly SourceRow[] {
  const last = header.at(-1)?.row ?? 0;
  const all = new Map([...table.head, ...table.sample, ...table.tail].map((row) => [row.row, row]));
  const rows = [...all.values()]
    .filter(({ row, cells }) => row > last && cells.some((cell) => !isEmptyCell(cell)))
    .sort((a, b) => a.row - b.row);
  return rows[0] && isNumbering(rows[0]) ? rows.slice(1) : rows;
}

/** 1C numbers the columns under the header: 1, 2, 3, … */
function isNumbering({ cells }: SourceRow): boolean {
  const filled = cells.filter((cell) => !isEmptyCell(cell));
  return filled.length > 2 && filled.every((cell, index) => cell.trim() === String(index + 1));
}

const roughTotal = new Set(totalWords.map(foldHeader));

/** Rows that say nothing of the values of a column: totals and repeated headers. */
function isNoise(row: SourceRow, header: readonly SourceRow[]): boolean {
  const first = row.cells.find((cell) => !isEmptyCell(cell)) ?? '';
  return roughTotal.has(foldHeader(first)) || header.some((other) => sameCells(row, other));
}

function statedPeriod(preamble: Preamble, { reportMonth }: RecogniseContext): StatedPeriod | undefined {
  return reportMonth ? { from: `${reportMonth}-01`, to: monthEnd(reportMonth) } : preamble.period;
}

function labelField(preamble: Preamble): Field {
  return (preamble.columnGrouping && matchHeader(preamble.columnGrouping)[0]?.field) || 'managerName';
}

function askMonth(table: SourceTable): Question {
  const named = readPeriod(`${table.sheet ?? ''}\n${table.file.replaceAll('_', ' ')}`);
  const suggested = named && monthOf(named);
  return {
    code: 'reportMonth',
    key: `reportMonth:${table.file}${table.sheet === undefined ? '' : `:${table.sheet}`}`,
    options: [],
    ...(suggested && { suggested }),
    params: { file: table.file },
  };
}

/** Stable over exports of the same report: months and managers over its columns change, their order may too. */
function fingerprint(kind: string, columns: readonly ColumnReading[]): string {
  const names = columns.map(({ header, group }) => (group ? `<${group.field}>` : foldHeader(header)));
  const text = [kind, ...[...new Set(names)].sort()].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function systemOf(columns: readonly ColumnReading[]): Recognition['system'] {
  const headers = new Set(columns.map(({ header }) => foldHeader(header)));
  const has = (...wanted: string[]): boolean => wanted.every((header) => headers.has(foldHeader(header)));
  if (
    [...headers].some((header) => header.startsWith('реквизит россия')) ||
    has('id', 'название компании', 'тип компании')
  ) {
    return 'bitrix24';
  }
  return has('название сделки', 'этап сделки') || has('название сделки', 'воронка') ? 'amocrm' : 'main';
}
