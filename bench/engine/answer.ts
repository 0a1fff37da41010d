import type { Dimension } from '../../src/domain/dimensions.ts';
import { namesOf } from '../../src/services/activity/dimension-sql.ts';
import type { FigureCell } from '../../src/services/activity/figure-table.ts';
import type { Frame } from '../../src/services/activity/frame.ts';
import type { Figures } from '../../src/services/activity/report.ts';
import { monthIndex } from './raw-lines.ts';

/** Rows of one statement, or what the product says to the same. */
export type Rows = readonly (readonly unknown[])[];
/** One element for each statement of the hand-written question. */
export type Answer = readonly Rows[];

/** The same numbers, in whatever form and order, give the same text. Rows whose figures are all 0 say nothing. */
export function plainRows(rows: Rows, keys: number): string[] {
  return rows
    .map((row) => row.map(plain))
    .filter((row) => row.slice(keys).some((figure) => figure !== '0'))
    .map((row) => row.join(' '))
    .sort();
}

function plain(value: unknown): string {
  const text = value === null || value === undefined ? '∑' : String(value);
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

/** Says where two answers differ; null where they do not. `keys`: columns that name a row, for each statement. */
export function difference(ours: Answer, theirs: Answer, keys: readonly number[]): string | null {
  for (const [index, of] of keys.entries()) {
    const [mine, other] = [plainRows(ours[index] ?? [], of), plainRows(theirs[index] ?? [], of)];
    const at = mine.findIndex((row, line) => row !== other[line]);
    if (at >= 0 || mine.length !== other.length) {
      const line = at < 0 ? mine.length : at;
      return `statement ${index + 1}: ${mine.length} and ${other.length} rows, ${mine[line] ?? 'none'} | ${other[line] ?? 'none'}`;
    }
  }
  return null;
}

/** Month (or 0) and members of cells, as the columns of hand-written questions. */
function keysOf(frame: Frame, dimensions: readonly Dimension[], byMonth: boolean) {
  return (cell: FigureCell): unknown[] => [
    byMonth ? monthIndex(frame.periods[cell.period] ?? frame.periods[0]) : 0,
    ...dimensions.map((one) => memberOf(cell, one)),
  ];
}

/** Lines refer to what nobody knows by the number 0. */
function memberOf({ level, members }: FigureCell, dimension: Dimension): unknown {
  const at = level.indexOf(dimension);
  if (at < 0) return null;
  const member = members[at] ?? '';
  return namesOf(dimension) !== null && member === '' ? 0 : member;
}

const totalsOf = ({ activeBase, sales, salesExVat, documents, skuPairs }: Figures): unknown[] => [
  activeBase,
  sales,
  salesExVat,
  documents,
  skuPairs,
];

const bridgeOf = (figures: Figures): unknown[] => [
  figures.activeBase,
  figures.totalBase,
  figures.new,
  figures.retained,
  figures.reactivated,
  figures.lost,
];

export const totalsRows = (frame: Frame, cells: readonly FigureCell[], byMonth: boolean): Rows => {
  const key = keysOf(frame, [...new Set(frame.levels.flat())], byMonth);
  return cells.map((cell) => [...key(cell), ...totalsOf(cell.figures)]);
};

const handedOver = ({ transferredIn, transferredOut }: Figures): unknown[] =>
  transferredIn === undefined ? [] : [transferredIn, transferredOut];

/** Of one period: the whole, or the members of a dimension. */
export const standingRows = (cells: readonly FigureCell[], by?: Dimension): Rows =>
  cells
    .filter(({ level }) => level.length === (by === undefined ? 0 : 1))
    .map((cell) => [
      by === undefined ? 0 : memberOf(cell, by),
      ...bridgeOf(cell.figures),
      ...handedOver(cell.figures),
    ]);

/** The whole company. */
export const bridgeRows = (frame: Frame, cells: readonly FigureCell[]): Rows => {
  const key = keysOf(frame, [], true);
  return cells
    .filter(({ level }) => level.length === 0)
    .map((cell) => [...key(cell), ...bridgeOf(cell.figures)]);
};

/** Members of one dimension of the organisation. */
export const memberBridgeRows = (frame: Frame, cells: readonly FigureCell[], by: Dimension): Rows => {
  const key = keysOf(frame, [by], true);
  return cells
    .filter(({ level }) => level.length === 1)
    .map((cell) => [...key(cell), ...bridgeOf(cell.figures), ...handedOver(cell.figures)]);
};
