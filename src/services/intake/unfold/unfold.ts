import type { Problem } from '../../../domain/problem.ts';
import { canonicalRows } from '../canonical-file.ts';
import type { ColumnReading, Recognition } from '../recognition.ts';
import type { SourceTable } from '../source-table.ts';
import { type FlatLayout, flatLayout, isUndated } from './flat-columns.ts';
import { filledFields, unfoldHierarchy } from './hierarchy.ts';
import { LineWriter } from './line-writer.ts';
import { type SetAside, SetAsideCounter } from './set-aside.ts';
import { spreadRows } from './spread-rows.ts';
import { surveyHierarchy } from './survey-hierarchy.ts';

export interface Unfolded {
  readonly table: SourceTable;
  readonly recognition: Recognition;
  /** Rows of the source that are no lines, by reason; the others became at least one line each. */
  readonly setAside: readonly SetAside[];
}

/**
 * True for tables that have to be unfolded before they are staged: hierarchies, matrices, merged cells among the data,
 * and shipments that only the stated period dates.
 */
export function needsUnfolding(table: SourceTable, recognition: Recognition): boolean {
  const { kind, shape, firstDataRow, columns } = recognition;
  if (kind === 'unknown') return false;
  if (shape !== 'flat' || isUndated(recognition)) return true;
  return table.merges.some(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      toRow > fromRow &&
      toRow >= firstDataRow &&
      columns.some(({ index, field }) => field !== null && fromColumn <= index && index <= toColumn),
  );
}

/**
 * Turns a hierarchy or a matrix into a flat table of lines, streaming from a canonical file to a new one at `outPath`.
 * Lines keep the row of the source that they come from. Nothing is added up or guessed: only leaves become lines, parents
 * and totals are counted and compared with their leaves. Throws a `Refusal` when nothing dates the lines
 * (`reportPeriodMissing`, `statedPeriodNotMonth`) or the levels cannot be told apart (`hierarchyUnclear`); then no file is
 * left behind.
 */
export async function unfold(
  table: SourceTable,
  recognition: Recognition,
  outPath: string,
): Promise<Unfolded> {
  if (table.data.layout !== 'canonical') throw new Error('only canonical tables are unfolded');
  const { path } = table.data;
  const aside = new SetAsideCounter();
  const survey =
    recognition.shape === 'hierarchy' ? await surveyHierarchy(path, table, recognition) : undefined;
  const layout = flatLayout(table, recognition, survey ? filledFields(survey, recognition) : []);
  const writer = new LineWriter(outPath, layout);
  try {
    const findings: Problem[] = [];
    if (survey) findings.push(...(await unfoldHierarchy(path, table, recognition, survey, writer, aside)));
    else {
      const rows = canonicalRows(path);
      const filledDown = await spreadRows(rows, table, recognition, writer, aside);
      findings.push(...[...filledDown].map(([column, cells]) => filledFinding(table, column, cells)));
    }
    const written = writer.finish();
    return {
      table: { ...table, ...written, merges: [] },
      recognition: flatRecognition(
        recognition,
        layout,
        written.head.map(({ cells }) => cells),
        findings,
      ),
      setAside: aside.all,
    };
  } catch (error) {
    writer.discard();
    throw error;
  }
}

function filledFinding(table: SourceTable, column: string, cells: number): Problem {
  const { file, sheet } = table;
  return {
    code: 'filledDown',
    place: { file, ...(sheet !== undefined && { sheet }), column },
    params: { column, cells },
  };
}

function flatRecognition(
  recognition: Recognition,
  { columns }: FlatLayout,
  head: readonly (readonly string[])[],
  findings: readonly Problem[],
): Recognition {
  return {
    ...recognition,
    shape: 'flat',
    headerRows: [],
    // Totals and repeated headers are out already.
    totalMarks: [],
    columns: columns.map(
      ({ field, header, confidence, reason, multiplier }, index): ColumnReading => ({
        index,
        header,
        field,
        confidence,
        reason,
        samples: [...new Set(head.map((cells) => cells[index] ?? '').filter(Boolean))].slice(0, 5),
        ...(multiplier && { multiplier }),
      }),
    ),
    findings: [...recognition.findings, ...findings],
  };
}
