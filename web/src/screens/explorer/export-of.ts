import type { FigureAnswer } from '../../server/api.ts';
import { pivotOf, rowKey, visibleRows } from './pivot.ts';
import type { Question } from './question.ts';
import type { ExplorerState } from './state.ts';

/** So many rows a file takes in the order of the screen; more of them come by their names, and all of them. */
const mostOrdered = 20_000;

/** What makes a file as the table stands on screen: its rows in their order, the total last, its columns. */
export function exportOf(
  answer: FigureAnswer,
  { compared }: Pick<Question, 'compared'>,
  { open, sort }: Pick<ExplorerState, 'open' | 'sort'>,
  format: 'xlsx' | 'csv',
) {
  const pivot = pivotOf(answer, compared === 'columns' ? 'columns' : 'beside');
  const opened = open === 'all' ? 'all' : new Set(open?.map(rowKey));
  const rows = [...visibleRows(pivot, opened, sort).map(({ members }) => members), []];
  return {
    // A comparison that colours cells alone has no column.
    query: { ...answer.query, ...(compared === 'colour' && { compare: [] }) },
    ...(rows.length <= mostOrdered && { rows }),
    format,
  };
}
