import path from 'node:path';
import type { Column } from '../../output/columns.ts';
import type { Session } from '../session.ts';
import { printCsv, printJson, printTable } from './print.ts';

/** A list that is at hand as a whole, in the format asked for; on screen an empty one is said to be. */
export async function printList<Row>(
  session: Session,
  rows: readonly Row[],
  {
    sheet,
    columns,
    toJson,
    none,
  }: {
    readonly sheet: string;
    readonly columns: readonly Column<Row>[];
    readonly toJson: (row: Row) => unknown;
    readonly none: string;
  },
): Promise<void> {
  const { format, remark } = session;
  if (format.json) await printJson(session, rows.map(toJson));
  else if (format.csv) await printCsv(session, columns, rows);
  else if (format.xlsx !== undefined) await printXlsx(session, format.xlsx, { sheet, columns, rows });
  else if (rows.length === 0) remark(none);
  else await printTable(session, columns, rows);
}

/** Writes a workbook as its rows arrive, and says where it is and how many rows it has. */
export async function printXlsx<Row>(
  session: Session,
  named: string,
  {
    sheet: title,
    columns,
    rows,
  }: {
    readonly sheet: string;
    readonly columns: readonly Column<Row>[];
    readonly rows: Iterable<Row> | AsyncIterable<Row>;
  },
): Promise<void> {
  const { io, language, say, print } = session;
  const { sheet, writeXlsx } = await import('../../output/xlsx.ts');
  const file = path.resolve(io.cwd, named);
  let count = 0;
  async function* counted() {
    for await (const row of rows) {
      count++;
      yield row;
    }
  }
  await writeXlsx(file, [sheet(title, columns, counted())], { language });
  await print(say('file.written', { file, rows: say('counted.row', { count }) }));
}
