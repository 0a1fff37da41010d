import { Refusal } from '../../../domain/problem.ts';
import type { Ask, ImportOptions } from '../import-summary.ts';
import type { Question } from '../recognition.ts';
import type { SourceTable } from '../source-table.ts';

/**
 * The answer to a question: given beforehand under its key or code, or by the person. Nobody there: `answerNeeded`.
 * An answer that is none of the options, where there are any, is refused (`answerUnknown`).
 */
export async function askFor(question: Question, options: ImportOptions, ask: Ask): Promise<string> {
  const answer = options.answers?.[question.key] ?? options.answers?.[question.code] ?? (await ask(question));
  const params = {
    ...question.params,
    question: question.code,
    key: question.key,
    options: question.options.join(', '),
  };
  if (answer === undefined) throw new Refusal({ code: 'answerNeeded', params });
  if (question.options.length > 0 && !question.options.includes(answer))
    throw new Refusal({ code: 'answerUnknown', params: { ...params, answer } });
  return answer;
}

const rowsShown = 12;
const longestShown = 200;

/** The question with the table that it is about. */
export function about(
  question: Question,
  { file, sheet, head = [] }: Pick<SourceTable, 'file' | 'sheet'> & Partial<Pick<SourceTable, 'head'>>,
): Question {
  const shown = (cell: string): string =>
    cell.length > longestShown ? `${cell.slice(0, longestShown - 1).toWellFormed()}…` : cell;
  return {
    ...question,
    params: { file, ...(sheet !== undefined && { sheet }), ...question.params },
    beginning: head.slice(0, rowsShown).map(({ row, cells }) => ({ row, cells: cells.map(shown) })),
  };
}
