import { divide, fixed } from '../../domain/decimal.ts';
import { type Dimension, kindOf } from '../../domain/dimensions.ts';
import type { Value } from '../../domain/figure-query.ts';
import { type Metric, metrics } from '../../domain/metrics.ts';
import type { Stores } from '../../stores/stores.ts';
import { type Sql, statement } from '../../stores/warehouse/sql.ts';
import { activeAssignedSizes, assignedSizes, knowsAssigned } from './assigned-base-sql.ts';
import { dimensionsOf, type Frame } from './frame.ts';
import type { Distinct } from './kept/kept-source.ts';
import { asksWhoCalls, isOpen, notYetSizes } from './not-yet-sql.ts';
import { knowsRegistered, registeredSizes } from './registered-sql.ts';
import type { Figures } from './report.ts';
import { type StateSet, stateSetNames, stateSizes } from './states-sql.ts';
import { lineSums } from './sums-sql.ts';

/** Figures of one combination of members in one period. */
export interface FigureCell {
  /** Index into the periods of the frame's timeline. */
  readonly period: number;
  readonly level: readonly Dimension[];
  /** A member for each dimension of the level. */
  readonly members: readonly string[];
  readonly value: (metric: Metric) => Value;
}

type Row = Record<string, string | null>;
type Answer = {
  sizes?: Row;
  sums?: Row;
  notYet?: Row;
  activeAssigned?: Row;
  registered?: number;
  prospects?: number;
  /** Of the level without products. */
  assigned?: number;
};

/** Which of the passes the metrics asked for need; all of them unless said. */
export interface Passes {
  readonly sizes: readonly StateSet[];
  readonly sums: boolean;
  readonly distinct: Distinct;
  readonly registered: boolean;
  readonly assigned: boolean;
}
const isBase = (name: StateSet): boolean => name === 'totalBase' || name === 'inactive';
const everything = ({ method }: Frame): Passes => ({
  sizes: stateSetNames.filter((name) => method.totalBase !== 'assigned' || !isBase(name)),
  sums: true,
  distinct: { documents: true, products: true },
  registered: true,
  assigned: method.totalBase === 'assigned',
});

export interface FigureTable {
  /** In which something is known; the whole of each period is always there. */
  readonly cells: readonly FigureCell[];
  /** Figures of members who have nothing in a period. */
  readonly nothing: (place: Omit<FigureCell, 'value'>) => FigureCell['value'];
}

/** The figures of a frame, of all of its levels and periods. */
export async function figureTable(
  stores: Stores,
  frame: Frame,
  passes: Passes = everything(frame),
): Promise<FigureTable> {
  const rowsOf = async (query: Sql | null): Promise<Row[]> => {
    if (query === null) return [];
    const { text, params } = statement(query);
    return await stores.warehouse.rows<Row>(text, params);
  };
  const [sizes, sums, known, notYet, assigned, activeAssigned] = await Promise.all([
    rowsOf(passes.sizes.length > 0 ? stateSizes(frame, passes.sizes) : null),
    rowsOf(passes.sums ? lineSums(frame, passes.distinct) : null),
    rowsOf(passes.registered ? registeredSizes(frame) : null),
    rowsOf(passes.sizes.includes('lost') ? notYetSizes(frame) : null),
    rowsOf(passes.assigned ? assignedSizes(frame) : null),
    rowsOf(passes.assigned ? activeAssignedSizes(frame) : null),
  ]);
  const cells = new Map<string, { readonly place: Omit<FigureCell, 'value'>; readonly answer: Answer }>();
  const { timeline } = frame;
  const dimensions = dimensionsOf(frame);
  const at = (row: Row, period: number): Answer => {
    const level = dimensions.filter((_, index) => (row[`d${index}`] ?? null) !== null);
    const members = level.map((one) => row[`d${dimensions.indexOf(one)}`] ?? '');
    const key = keyOf({ period, level, members });
    const found = cells.get(key) ?? { place: { period, level, members }, answer: {} };
    cells.set(key, found);
    return found.answer;
  };
  const periodOf = new Map(timeline.last.map((cell, index) => [String(cell), index]));
  const indexOf = (row: Row): number => periodOf.get(String(row.cell)) ?? 0;
  for (const [index] of timeline.periods.entries()) if (frame.levels.some(isWhole)) at({}, index);
  for (const row of sizes) at(row, indexOf(row)).sizes = row;
  for (const row of sums) at(row, indexOf(row)).sums = row;
  for (const row of notYet) at(row, indexOf(row)).notYet = row;
  for (const row of activeAssigned) at(row, indexOf(row)).activeAssigned = row;
  for (const row of assigned) at(row, indexOf(row)).assigned = Number(row.assigned_size);
  for (const row of known)
    for (const [index] of timeline.periods.entries()) {
      const [registered = 0, prospects = 0] = [row.registered, row.prospects].map((all) =>
        Number((all as unknown as readonly string[] | null)?.[index] ?? 0),
      );
      if (registered > 0) Object.assign(at(row, index), { registered, prospects });
    }
  const wanted = new Set(frame.levels.map((level) => keyOfLevel(dimensions, level)));
  // Products do not narrow who is assigned.
  const withAssigned = (place: Omit<FigureCell, 'value'>, answer: Answer): Answer => {
    const narrows = place.level.map((one) => kindOf(one) !== 'product');
    if (!passes.assigned || narrows.every(Boolean)) return answer;
    const whole = cells.get(
      keyOf({
        period: place.period,
        level: place.level.filter((_, index) => narrows[index]),
        members: place.members.filter((_, index) => narrows[index]),
      }),
    );
    return { ...answer, assigned: whole?.answer.assigned ?? 0 };
  };
  const figuresOf = (place: Omit<FigureCell, 'value'>, answer: Answer) =>
    valuesOf(frame, place, withAssigned(place, answer));
  return {
    cells: [...cells.values()]
      .filter(({ place }) => wanted.has(keyOfLevel(dimensions, place.level)))
      .map(({ place, answer }) => ({ ...place, value: figuresOf(place, answer) })),
    nothing: (place) => figuresOf(place, {}),
  };
}

const keyOf = ({ period, level, members }: Omit<FigureCell, 'value'>): string =>
  JSON.stringify([period, level, members]);

const isWhole = (level: readonly Dimension[]): boolean => level.length === 0;
const keyOfLevel = (dimensions: readonly Dimension[], level: readonly Dimension[]): string =>
  dimensions.filter((one) => level.includes(one)).join(' ');

/** Every figure of a cell, in the shape of a report. */
export function allFigures(frame: Frame, cell: FigureCell): Figures {
  const said = metrics.filter((metric) => {
    if (metric === 'outsideAssignment') return frame.method.totalBase === 'assigned';
    return !isTransfer(metric) || isOfOrganisation(frame, cell.level);
  });
  return Object.fromEntries(said.map((metric) => [metric, cell.value(metric)])) as unknown as Figures;
}

const isTransfer = (metric: Metric): boolean => metric === 'transferredIn' || metric === 'transferredOut';

/** Members are compared with the company: customers come from others and go to them. */
const isOfOrganisation = (
  { slice, scope }: Pick<Frame, 'slice' | 'scope'>,
  level: readonly Dimension[],
): boolean =>
  scope.nodes !== null ||
  [...level, ...slice.map(({ dimension }) => dimension)].some((one) => kindOf(one) === 'organisation');

/** Figures one by one: a table of thousands of cells asks for few of them. */
function valuesOf(
  frame: Frame,
  { period, level }: Omit<FigureCell, 'value'>,
  answer: Answer,
): FigureCell['value'] {
  const { slice, scope, method } = frame;
  const size = (name: StateSet): number => Number(answer.sizes?.[`${name}_size`] ?? 0);
  // Σ of an empty set is NULL in SQL and 0 here.
  const sum = (name: string): string => answer.sums?.[name] ?? '0';
  const knows = (blank: string): boolean => sum(blank) === '0';
  const dimensions = [...level, ...slice.map(({ dimension }) => dimension)];
  const prospects = (): number | null => (knowsRegistered(dimensions) ? (answer.prospects ?? 0) : null);
  const isAssigned = method.totalBase === 'assigned';
  const outside = (): number | null =>
    knowsAssigned(dimensions) ? size('active') - Number(answer.activeAssigned?.active_assigned ?? 0) : null;
  /** Those of the base who are active. */
  const activeInBase = (): number | null => {
    const rest = isAssigned ? outside() : 0;
    return rest === null ? null : size('active') - rest;
  };
  const totalBase = (): number | null => {
    if (isAssigned) return knowsAssigned(dimensions) ? (answer.assigned ?? 0) : null;
    return method.totalBase === 'allRegistered' && knowsRegistered(dimensions)
      ? (answer.registered ?? 0)
      : size('totalBase');
  };
  const inactive = (): number | null => {
    const [all, active] = [totalBase(), activeInBase()];
    return all === null || active === null ? null : all - active;
  };
  const sales = (): string | null => {
    const noLines = sum('lines') === '0';
    return noLines || sum('lines') !== sum('amount_unknown') ? sum('sales') : null;
  };
  const documents = (): string | null => (knows('unnumbered') ? sum('documents') : null);
  const skuPairs = (): string | null => (knows('unknown_product') ? sum('sku_pairs') : null);
  const ratio = (dividend: string | null, divisor: string | number | null, places: number): string | null =>
    dividend === null || divisor === null ? null : quotient(dividend, String(divisor), places);
  const text = (value: number | null): string | null => (value === null ? null : String(value));
  const number = (value: string | null): number | null => (value === null ? null : Number(value));
  const money = (value: string | null): string | null => (value === null ? null : fixed(value, 2));
  const transfers = isOfOrganisation({ slice, scope }, level);
  const isOfCaller = isOpen(frame, period) && asksWhoCalls(frame, level);
  const figures: Readonly<Record<Metric, () => Value>> = {
    activeBase: () => size('active'),
    totalBase,
    inactive,
    outsideAssignment: outside,
    prospects,
    coverage: () => ratio(text(activeInBase()), totalBase(), 4),
    new: () => size('new'),
    retained: () => size('retained'),
    reactivated: () => size('reactivated'),
    lost: () => (isOfCaller ? Number(answer.notYet?.not_yet ?? 0) : size('lost')),
    transferredIn: () => (transfers ? size('transferredIn') : null),
    transferredOut: () => (transfers ? size('transferredOut') : null),
    sales: () => money(sales()),
    salesExVat: () => money(knows('net_unknown') ? sum('sales_net') : null),
    documents: () => number(documents()),
    avgCheck: () => ratio(sales(), documents(), 2),
    avgPerClient: () => ratio(sales(), size('active'), 2),
    frequency: () => ratio(documents(), size('active'), 4),
    skuPairs: () => number(skuPairs()),
    avgSkuPerClient: () => ratio(skuPairs(), size('active'), 4),
  };
  return (metric) => figures[metric]();
}

/** Half-up at `places` decimals; null when the divisor is 0. */
export function quotient(dividend: string, divisor: string, places: number): string | null {
  const exact = divide(dividend, divisor);
  return exact === null ? null : fixed(exact, places);
}
