import type { Language } from '../../../messages/message.ts';
import { type Column, isNumeric } from '../../output/columns.ts';
import { showCell } from './show-cell.ts';
import type { Paint } from './style.ts';
import { displayWidth, pad, printable, truncate } from './text.ts';

const gap = '  ';
/** Text columns give way down to this many cells before whole columns do. */
const narrowest = 12;

export interface TableLayout<Row> {
  /** Title line and rule. */
  readonly head: readonly string[];
  readonly line: (row: Row) => string;
  readonly total: (row: Row) => string;
  /** Columns for which the terminal is too narrow; whoever prints the table says so. */
  readonly hidden: readonly Column<Row>[];
}

/**
 * Lays a table out for `width` cells (undefined: as wide as it likes) after the rows given; later rows of a stream keep
 * to that layout.
 */
export function layoutTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { width, language, paint }: { width: number | undefined; language: Language; paint: Paint },
): TableLayout<Row> {
  const shown = columns.map((column) => ({
    column,
    width: rows.reduce(
      (widest, row) => Math.max(widest, displayWidth(showCell(column.value(row), column.kind, language))),
      displayWidth(column.title),
    ),
  }));
  const hidden = width === undefined ? [] : squeeze(shown, width);

  const cells = (text: (column: Column<Row>) => string) =>
    shown
      .map(({ column, width }) =>
        pad(
          mayShrink(column) ? truncate(text(column), width) : text(column),
          width,
          isNumeric(column.kind) ? 'right' : 'left',
        ),
      )
      .join(gap)
      .trimEnd();
  const row = (row: Row) => cells((column) => showCell(column.value(row), column.kind, language));
  const ruleWidth = shown.reduce((sum, { width }) => sum + width, gap.length * (shown.length - 1));
  return {
    head: [
      paint(
        'faint',
        cells((column) => printable(column.title)),
      ),
      paint('faint', '─'.repeat(ruleWidth)),
    ],
    line: row,
    total: (totalRow) => paint('strong', row(totalRow)),
    hidden,
  };
}

/** A number, date or code that is cut short would be another one. */
const mayShrink = <Row>({ kind }: Column<Row>) => kind === 'text';

interface Sized<Row> {
  readonly column: Column<Row>;
  width: number;
}

/** Narrows the widest text columns, then takes out the most spare columns, until all fit. Returns those taken out. */
function squeeze<Row>(shown: Sized<Row>[], available: number): Column<Row>[] {
  const before = shown.map(({ column }) => column);
  const excess = () =>
    shown.reduce((sum, { width }) => sum + width, gap.length * (shown.length - 1)) - available;
  const least = ({ column, width }: Sized<Row>) => (mayShrink(column) ? Math.min(width, narrowest) : width);
  const slack = () => shown.reduce((sum, sized) => sum + sized.width - least(sized), 0);

  while (excess() > slack()) {
    const sparest = shown.reduce(
      (best, { column }, index) =>
        (column.spare ?? 0) > 0 && (column.spare ?? 0) >= (shown[best]?.column.spare ?? 0) ? index : best,
      -1,
    );
    if (sparest < 0) break;
    shown.splice(sparest, 1);
  }
  for (let left = excess(); left > 0; left--) {
    const widest = shown
      .filter((sized) => sized.width > least(sized))
      .reduce<Sized<Row> | undefined>(
        (best, sized) => (best && best.width >= sized.width ? best : sized),
        undefined,
      );
    if (!widest) break;
    widest.width--;
  }
  return before.filter((column) => !shown.some((sized) => sized.column === column));
}
