import type { Language } from '../../messages/message.ts';
import type { Column } from '../output/columns.ts';
import { csvHeader, csvRow } from '../output/csv.ts';
import { type Sheet, xlsxStream } from '../output/xlsx.ts';
import { exportTypes } from './contracts/exports.ts';
import type { Download } from './route.ts';
import { jsonLines } from './streams.ts';

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

export function csvDownload<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: Rows<Row>,
  language: Language,
): Download {
  async function* lines() {
    yield csvHeader(columns);
    for await (const row of rows) yield csvRow(columns, row, language);
  }
  return { type: exportTypes.csv, name: `${name}.csv`, content: lines() };
}

export function jsonLinesDownload<Row>(
  name: string,
  rows: Rows<Row>,
  toJson: (row: Row) => unknown,
): Download {
  async function* objects() {
    for await (const row of rows) yield toJson(row);
  }
  return { type: exportTypes.jsonl, name: `${name}.jsonl`, content: jsonLines(objects()) };
}

export function xlsxDownload(name: string, sheets: readonly Sheet[], language: Language): Download {
  return { type: exportTypes.xlsx, name: `${name}.xlsx`, content: xlsxStream(sheets, { language }) };
}
