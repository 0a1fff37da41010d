import { divide, fixed } from '../../domain/decimal.ts';
import { type Dimension, kindOf } from '../../domain/dimensions.ts';
import { breather } from '../../stores/breathe.ts';
import type { Stores } from '../../stores/stores.ts';
import { type Sql, statement } from '../../stores/warehouse/sql.ts';
import { dimensionsOf, type Frame } from './frame.ts';
import { knowsRegistered, registeredSizes } from './registered-sql.ts';
import type { Figures } from './report.ts';
import { type StateSet, stateSizes } from './states-sql.ts';
import { lineSums } from './sums-sql.ts';

/** Figures of one combination of members in one period. */
export interface FigureCell {
  /** Index into the periods of the frame's timeline. */
  readonly period: number;
  readonly level: readonly Dimension[];
  /** A member for each dimension of the level. */
  readonly members: readonly string[];
  readonly figures: Figures;
}

type Row = Record<string, string | null>;
type Answer = { sizes?: Row; sums?: Row; registered?: number; prospects?: number };

/** Which of the three passes the metrics asked for need; all of them unless said. */
export interface Passes {
  readonly sizes: boolean;
  readonly sums: boolean;
  readonly registered: boolean;
}
const everything: Passes = { sizes: true, sums: true, registered: true };

/** All cells of a frame in which something is known; the whole of each period is always there. */
export async function figureTable(
  stores: Stores,
  frame: Frame,
  passes: Passes = everything,
): Promise<FigureCell[]> {
  const rowsOf = async (query: Sql | null): Promise<Row[]> => {
    if (query === null) return [];
    const { text, params } = statement(query);
    return await stores.warehouse.rows<Row>(text, params);
  };
  const [sizes, sums, known] = await Promise.all([
    rowsOf(passes.sizes ? stateSizes(frame) : null),
    rowsOf(passes.sums ? lineSums(frame) : null),
    rowsOf(passes.registered ? registeredSizes(frame) : null),
  ]);
  const cells = new Map<string, { readonly place: Omit<FigureCell, 'figures'>; readonly answer: Answer }>();
  const { timeline } = frame;
  const dimensions = dimensionsOf(frame);
  const at = (row: Row, period: number): Answer => {
    const level = dimensions.filter((_, index) => (row[`d${index}`] ?? null) !== null);
    const members = level.map((one) => row[`d${dimensions.indexOf(one)}`] ?? '');
    const key = JSON.stringify([period, level, members]);
    const found = cells.get(key) ?? { place: { period, level, members }, answer: {} };
    cells.set(key, found);
    return found.answer;
  };
  const periodOf = new Map(timeline.last.map((cell, index) => [String(cell), index]));
  const indexOf = (row: Row): number => periodOf.get(String(row.cell)) ?? 0;
  for (const [index] of timeline.periods.entries()) if (frame.levels.some(isWhole)) at({}, index);
  for (const row of sizes) at(row, indexOf(row)).sizes = row;
  for (const row of sums) at(row, indexOf(row)).sums = row;
  for (const row of known)
    for (const [index] of timeline.periods.entries()) {
      const [registered = 0, prospects = 0] = [row.registered, row.prospects].map((all) =>
        Number((all as unknown as readonly string[] | null)?.[index] ?? 0),
      );
      if (registered > 0) Object.assign(at(row, index), { registered, prospects });
    }
  const wanted = new Set(frame.levels.map((level) => keyOfLevel(dimensions, level)));
  const table: FigureCell[] = [];
  const breathe = breather();
  for (const { place, answer } of cells.values()) {
    if (!wanted.has(keyOfLevel(dimensions, place.level))) continue;
    table.push({ ...place, figures: toFigures(frame, place.level, answer) });
    await breathe();
  }
  return table;
}

const isWhole = (level: readonly Dimension[]): boolean => level.length === 0;
const keyOfLevel = (dimensions: readonly Dimension[], level: readonly Dimension[]): string =>
  dimensions.filter((one) => level.includes(one)).join(' ');

/** Without an answer: of members who have nothing in the period. */
export function toFigures(
  { slice, method }: Pick<Frame, 'slice' | 'method'>,
  level: readonly Dimension[],
  answer: Answer = {},
): Figures {
  const size = (name: StateSet): number => Number(answer.sizes?.[`${name}_size`] ?? 0);
  // Σ of an empty set is NULL in SQL and 0 here.
  const sum = (name: string): string => answer.sums?.[name] ?? '0';
  const knows = (blank: string): boolean => sum(blank) === '0';
  const activeBase = size('active');
  const dimensions = [...level, ...slice.map(({ dimension }) => dimension)];
  const prospects = knowsRegistered(dimensions) ? (answer.prospects ?? 0) : null;
  const byRegister = method.totalBase === 'allRegistered' && prospects !== null;
  const totalBase = byRegister ? (answer.registered ?? 0) : size('totalBase');
  const noLines = sum('lines') === '0';
  const sales = noLines || sum('lines') !== sum('amount_unknown') ? sum('sales') : null;
  const documents = knows('unnumbered') ? sum('documents') : null;
  const skuPairs = knows('unknown_product') ? sum('sku_pairs') : null;
  const ratio = (dividend: string | null, divisor: string | number | null, places: number): string | null =>
    dividend === null || divisor === null ? null : quotient(dividend, String(divisor), places);
  return {
    activeBase,
    totalBase,
    inactive: totalBase - activeBase,
    prospects,
    coverage: ratio(String(activeBase), totalBase, 4),
    new: size('new'),
    retained: size('retained'),
    reactivated: size('reactivated'),
    lost: size('lost'),
    ...(dimensions.some((one) => kindOf(one) === 'organisation') && {
      transferredIn: size('transferredIn'),
      transferredOut: size('transferredOut'),
    }),
    sales: sales === null ? null : fixed(sales, 2),
    salesExVat: knows('net_unknown') ? fixed(sum('sales_net'), 2) : null,
    documents: documents === null ? null : Number(documents),
    avgCheck: ratio(sales, documents, 2),
    avgPerClient: ratio(sales, activeBase, 2),
    frequency: ratio(documents, activeBase, 4),
    skuPairs: skuPairs === null ? null : Number(skuPairs),
    avgSkuPerClient: ratio(skuPairs, activeBase, 4),
  };
}

/** Half-up at `places` decimals; null when the divisor is 0. */
export function quotient(dividend: string, divisor: string, places: number): string | null {
  const exact = divide(dividend, divisor);
  return exact === null ? null : fixed(exact, places);
}
