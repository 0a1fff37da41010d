import type { Say } from '../../../messages/index.ts';
import type { Language } from '../../../messages/message.ts';
import type { Column } from '../../output/columns.ts';
import type { Paint } from './style.ts';
import { layoutTable } from './table.ts';
import { wrap } from './text.ts';

/** What anything for people is printed with. */
export interface Screen {
  readonly language: Language;
  readonly say: Say;
  readonly paint: Paint;
  /** Cells of a line; undefined: not a terminal, as wide as it takes. */
  readonly width: number | undefined;
}

/** A table that is at hand as a whole. */
export function tableLines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  screen: Screen,
  isTotal: (row: Row) => boolean = () => false,
): readonly string[] {
  const layout = layoutTable(columns, rows, screen);
  const body = rows.map((row) => (isTotal(row) ? layout.total(row) : layout.line(row)));
  return [...layout.head, ...body, ...hiddenNote(layout.hidden, screen)];
}

/** Columns that did not fit are named: a table never hides that there is more. */
export function hiddenNote<Row>(
  hidden: readonly Column<Row>[],
  { say, paint, width }: Screen,
): readonly string[] {
  if (hidden.length === 0) return [];
  const columns = hidden.map(({ title }) => title).join(', ');
  return faintly(say('table.hidden', { columns }), { paint, width });
}

/** Text at the terminal's width, in the background. */
export function faintly(
  text: string,
  { paint, width }: Pick<Screen, 'paint' | 'width'>,
  indent = '',
): readonly string[] {
  return wrap(text, width, indent).map((line) => paint('faint', line));
}

/** Parts of one line; where it breaks, the dot stays behind. */
export const separator = '\u00a0· ';

export function warningLines(
  text: string,
  { paint, width }: Pick<Screen, 'paint' | 'width'>,
): readonly string[] {
  return wrap(`! ${text}`, width).map((line) => paint('warning', line));
}
