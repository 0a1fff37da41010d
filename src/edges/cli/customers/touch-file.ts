import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { foldText } from '../../../domain/fold.ts';
import { Refusal } from '../../../domain/problem.ts';
import { readSources } from '../../../services/intake/read/read-sources.ts';
import { tableCells } from '../../../services/intake/read/table-cells.ts';
import type { SourceTable } from '../../../services/intake/source-table.ts';
import type { TouchRow } from '../../../use-cases/timeline/load-entries.ts';

/** Names of the columns, in Russian and English. */
const columns = {
  day: ['дата', 'день', 'дата и время', 'day', 'date'],
  customer: ['клиент', 'код клиента', 'код', 'инн', 'контрагент', 'customer', 'code', 'client'],
  kind: ['вид', 'тип', 'событие', 'kind', 'type'],
  text: ['текст', 'описание', 'комментарий', 'text', 'description'],
  author: ['автор', 'менеджер', 'сотрудник', 'author', 'manager'],
} as const;
type Column = keyof typeof columns;
const required: readonly Column[] = ['day', 'customer', 'text'];

/**
 * Rows of touches of a file, in batches.
 * @throws Refusal `touchColumnsMissing`, `fileNotRead`, and the problems of a file that cannot be read
 */
export async function* touchRows(file: string, batch: number): AsyncGenerator<TouchRow[]> {
  const workDir = await mkdtemp(path.join(tmpdir(), 'akb-touches-'));
  try {
    const { tables, problems } = await readSources([file], { workDir });
    const [problem, ...others] = problems;
    if (problem !== undefined) throw new Refusal(problem, ...others);
    for (const table of tables) yield* rowsOf(table, batch);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function* rowsOf(table: SourceTable, batch: number): AsyncGenerator<TouchRow[]> {
  let places: Partial<Record<Column, number>> | undefined;
  let rows: TouchRow[] = [];
  for await (const { row, cells } of tableCells(table)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (places === undefined) {
      places = placesOf(cells);
      const missing = required.filter((column) => places?.[column] === undefined);
      if (missing.length > 0)
        throw new Refusal({
          code: 'touchColumnsMissing',
          place: { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) },
          params: { columns: missing.map((column) => columns[column][0]).join(', ') },
        });
      continue;
    }
    const cell = (column: Column): string => cells[places?.[column] ?? -1]?.trim() ?? '';
    rows.push({
      ...{ row, day: cell('day'), customer: cell('customer'), kind: cell('kind') },
      ...{ text: cell('text'), author: cell('author') },
    });
    if (rows.length < batch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function placesOf(header: readonly string[]): Partial<Record<Column, number>> {
  const folded = header.map(foldText);
  return Object.fromEntries(
    (Object.keys(columns) as Column[]).flatMap((column) => {
      const at = folded.findIndex((name) => (columns[column] as readonly string[]).includes(name));
      return at === -1 ? [] : [[column, at]];
    }),
  );
}
