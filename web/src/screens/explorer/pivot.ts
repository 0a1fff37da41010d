import type { Comparison } from '../../../../src/domain/figure-query.ts';
import { type Metric, metricShapes } from '../../../../src/domain/metrics.ts';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, type Cell, memberName } from '../../server/cells.ts';

export type Shown = 'value' | 'before' | 'change' | 'percent';

/** One column of figures. */
export interface Leaf {
  /** Stays the same while the question does; the address names columns by it. */
  readonly key: string;
  /** Where its cells are: period, method and members of the columns. */
  readonly place: string;
  readonly period: number;
  readonly method: number;
  readonly columns: readonly string[];
  readonly metric: Metric;
  readonly shown: Shown;
  /** Of all parts of the period, or of all members of the columns. */
  readonly total: boolean;
}

/** Members of the first dimensions of the rows and what is below them. */
export interface PivotRow {
  readonly key: string;
  readonly members: readonly string[];
  /** Empty: nobody knows it. */
  readonly name: string;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly children: readonly PivotRow[];
}

export interface Pivot {
  readonly answer: FigureAnswer;
  readonly leaves: readonly Leaf[];
  /** The total; below it the members of the first dimension. */
  readonly root: PivotRow;
  /** By which rows are ordered when nobody says otherwise: the total of the first metric, else its last column. */
  readonly main: Leaf | undefined;
}

export const rowKey = (members: readonly string[]): string => JSON.stringify(members);

const placeOf = ({ period, method, columns }: Pick<Cell, 'period' | 'method' | 'columns'>): string =>
  JSON.stringify([period, method, ...columns]);

const collator = new Intl.Collator('ru', { numeric: true });

/** Who is not known stands last. */
const byName = (a: string, b: string): number =>
  a === '' || b === '' ? Number(a === '') - Number(b === '') : collator.compare(a, b);

/** An answer as a table: a tree of rows, and columns by period, method, members and metric. */
export function pivotOf(answer: FigureAnswer, compared: 'columns' | 'beside'): Pivot {
  const { query } = answer;
  const cells = new Map<string, Map<string, Cell>>();
  const children = new Map<string, Map<string, readonly string[]>>();
  for (const cell of answer.cells) {
    const key = rowKey(cell.rows);
    const found = cells.get(key) ?? new Map<string, Cell>();
    cells.set(key, found.set(placeOf(cell), cell));
    for (let depth = cell.rows.length; depth > 0; depth--) {
      const above = rowKey(cell.rows.slice(0, depth - 1));
      const members = cell.rows.slice(0, depth);
      const below = children.get(above) ?? new Map<string, readonly string[]>();
      children.set(above, below.set(rowKey(members), members));
    }
  }
  const rowOf = (members: readonly string[]): PivotRow => {
    const key = rowKey(members);
    const member = members.at(-1);
    return {
      key,
      members,
      name:
        member === undefined || member === ''
          ? ''
          : memberName(answer, query.rows[members.length - 1] ?? '', member),
      cells: cells.get(key) ?? new Map(),
      children: [...(children.get(key)?.values() ?? [])].map(rowOf),
    };
  };
  const leaves = leavesOf(answer, compared);
  const [metric] = query.metrics;
  const values = leaves.filter(
    (leaf) => leaf.metric === metric && leaf.shown === 'value' && leaf.method === 0,
  );
  return {
    answer,
    leaves,
    root: rowOf([]),
    main: values.filter(({ total }) => total).at(-1) ?? values.at(-1),
  };
}

function leavesOf(answer: FigureAnswer, compared: 'columns' | 'beside'): readonly Leaf[] {
  const { query, periods, methods } = answer;
  const places = new Map<string, Cell>();
  for (const cell of answer.cells) if (!places.has(placeOf(cell))) places.set(placeOf(cell), cell);
  const nameAt = (columns: readonly string[], depth: number): string | undefined => {
    const member = columns[depth];
    return member === undefined || member === ''
      ? member
      : memberName(answer, query.columns[depth] ?? '', member);
  };
  /** Members by their names, the total behind them. */
  const byMembers = (a: Cell, b: Cell): number => {
    for (let depth = 0; depth < query.columns.length; depth++) {
      const [one, other] = [nameAt(a.columns, depth), nameAt(b.columns, depth)];
      if (one === other) continue;
      if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
      return byName(one, other);
    }
    return 0;
  };
  const shown: readonly Shown[] =
    compared === 'columns' && query.compare.length > 0 ? ['value', 'before', 'change', 'percent'] : ['value'];
  return [...places]
    .sort(([, a], [, b]) => a.period - b.period || a.method - b.method || byMembers(a, b))
    .flatMap(([place, { period, method, columns }]) =>
      query.metrics.flatMap((metric) =>
        shown.map((one) => ({
          key: JSON.stringify([periods[period]?.label, methods[method]?.id, ...columns, metric, one]),
          place,
          period,
          method,
          columns,
          metric,
          shown: one,
          total: periods[period]?.whole === true || columns.length < query.columns.length,
        })),
      ),
    );
}

/** What a cell is compared with; undefined: with nothing. */
export function comparedOf(
  cell: Cell | undefined,
  comparison: Comparison | undefined,
  metric: Metric,
): number | undefined {
  const value = comparison === undefined ? undefined : cell?.compared?.[comparison]?.[metric];
  return value === undefined || value === null ? undefined : Number(value);
}

/** A figure of a row in a column, as a number: for order and colour. */
export function valueIn(row: PivotRow, leaf: Leaf, comparison: Comparison | undefined): number | undefined {
  const cell = row.cells.get(leaf.place);
  const now = amount(cell?.figures, leaf.metric);
  if (leaf.shown === 'value') return now;
  const before = comparedOf(cell, comparison, leaf.metric);
  if (leaf.shown === 'before' || before === undefined) return before;
  if (now === undefined) return undefined;
  if (leaf.shown === 'change') return now - before;
  return before > 0 ? now / before - 1 : undefined;
}

export interface Order {
  /** `name`, or the key of a column. */
  readonly by: string;
  readonly descending: boolean;
}

/** The rows that are seen, each below the one that it is a part of; the total is not among them. */
export function visibleRows(
  pivot: Pivot,
  open: 'all' | ReadonlySet<string>,
  order: Order | undefined,
): readonly PivotRow[] {
  const leaf = order === undefined ? pivot.main : pivot.leaves.find(({ key }) => key === order.by);
  const comparison = pivot.answer.query.compare[0];
  const sign = (order?.descending ?? true) ? -1 : 1;
  const compare = (a: PivotRow, b: PivotRow): number => {
    if (order?.by === 'name' || leaf === undefined)
      return order?.descending ? byName(b.name, a.name) : byName(a.name, b.name);
    const [one, other] = [valueIn(a, leaf, comparison), valueIn(b, leaf, comparison)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return sign * (one - other) || byName(a.name, b.name);
  };
  const seen: PivotRow[] = [];
  const add = (row: PivotRow): void => {
    for (const child of [...row.children].sort(compare)) {
      seen.push(child);
      if (open === 'all' || open.has(child.key)) add(child);
    }
  };
  add(pivot.root);
  return seen;
}

/** What the rows of the first dimension add up to in a column: of counts another number than the total. */
export function sumOfRows({ answer, root }: Pivot, leaf: Leaf): string | number | null | undefined {
  if (leaf.shown !== 'value') return undefined;
  const over = root.cells.get(leaf.place)?.totals?.find((total) => total.over === answer.query.rows[0]);
  return over?.metrics[leaf.metric]?.sum;
}

/** Whether some total counts different things, so that its parts add up to another number. */
export const countsDifferent = ({ answer }: Pivot): boolean =>
  answer.query.metrics.some((metric) => ['size', 'distinct'].includes(metricShapes[metric].kind));
