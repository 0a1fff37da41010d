import { fixed, multiply, subtract } from './decimal.ts';
import { type Dimension, isAssignable, isAttribute, kindOf } from './dimensions.ts';
import type { Addition, FigureCell, FigureQuery, Total, Value } from './figure-query.ts';
import type { Method } from './method.ts';
import { isAdditive, isOfAssigned, type Metric, metricShapes } from './metrics.ts';
import { textKey } from './text-key.ts';

interface Rules {
  readonly query: Pick<
    FigureQuery,
    'metrics' | 'rows' | 'columns' | 'slice' | 'history' | 'unit' | 'attributes'
  >;
  readonly method: Method;
  /** Lines of some members only are seen. */
  readonly scoped: boolean;
  /** Index of the period that the others are parts of. */
  readonly whole: number | null;
}

/** Says of every total among the cells of one method what it is to its parts. */
export function withTotals(cells: readonly FigureCell[], rules: Rules): FigureCell[] {
  const { query, whole } = rules;
  const parts = new Map<string, Map<Dimension | 'time', FigureCell[]>>();
  const under = (over: Dimension | 'time' | undefined, total: string, part: FigureCell): void => {
    if (over === undefined) return;
    const found = parts.get(total) ?? new Map<Dimension | 'time', FigureCell[]>();
    const some = found.get(over);
    if (some === undefined) parts.set(total, found.set(over, [part]));
    else some.push(part);
  };
  for (const cell of cells) {
    const { period, rows, columns } = cell;
    if (rows.length > 0) under(query.rows[rows.length - 1], keyOf(period, rows.slice(0, -1), columns), cell);
    if (columns.length > 0)
      under(query.columns[columns.length - 1], keyOf(period, rows, columns.slice(0, -1)), cell);
    if (whole !== null && period !== whole) under('time', keyOf(whole, rows, columns), cell);
  }
  const additive = new Map<string, boolean>();
  const isSum = (metric: Metric, over: Total['over'], cell: FigureCell): boolean => {
    const key = `${metric} ${over} ${cell.rows.length} ${cell.columns.length}`;
    const known = additive.get(key) ?? addsUp(metric, over, cell, rules);
    additive.set(key, known);
    return known;
  };
  return cells.map((cell) => {
    const found = parts.get(keyOf(cell.period, cell.rows, cell.columns));
    if (found === undefined) return cell;
    const totals = [...found].map(([over, some]) =>
      totalOf(cell, over, some, query.metrics, (metric) => isSum(metric, over, cell)),
    );
    return { ...cell, totals };
  });
}

const keyOf = (period: number, rows: readonly string[], columns: readonly string[]): string =>
  textKey([period, rows.length, ...rows, ...columns]);

function totalOf(
  cell: FigureCell,
  over: Total['over'],
  parts: readonly FigureCell[],
  metrics: readonly Metric[],
  isSum: (metric: Metric) => boolean,
): Total {
  const wanted = metrics.filter((metric) => metricShapes[metric].kind !== 'ratio');
  return {
    over,
    parts: parts.length,
    metrics: Object.fromEntries(
      wanted.map((metric): [Metric, Addition] => {
        const sum = sumOf(parts, metric);
        if (isSum(metric)) return [metric, { is: 'sum', sum }];
        const total = cell.figures[metric] ?? null;
        const overlap = sum === null || total === null ? null : difference(sum, total);
        return [metric, { is: 'distinct', sum, overlap }];
      }),
    ),
  };
}

function addsUp(
  metric: Metric,
  over: Total['over'],
  { rows, columns }: FigureCell,
  { query, method, scoped }: Rules,
): boolean {
  if (!isAdditive(metric, over, { ...method, unit: query.unit })) return false;
  if (over !== 'time')
    return !(isOfAssigned(metric, method.totalBase) && isByProduct([...query.rows, ...query.columns]));
  const conditions = [
    ...query.rows.slice(0, rows.length),
    ...query.columns.slice(0, columns.length),
    ...query.slice.map(({ dimension }) => dimension),
  ];
  // Another attribute or handed over within the whole: his lines are of another member than in a part.
  if (query.attributes === 'onDate' && conditions.some(isAttribute)) return false;
  if (method.attribution === 'assigned' && (scoped || conditions.some(isAssignable))) return false;
  if (metric !== 'new') return true;
  // Once new in a part may be new in another one too where the past of others decides.
  const bySelf = query.history === 'slice' || conditions.length === 0;
  return bySelf && !scoped && conditions.every((one) => kindOf(one) !== 'organisation');
}

/** By product only cells of somebody who bought are there, whereas whoever is assigned need not have bought. */
const isByProduct = (dimensions: readonly Dimension[]): boolean =>
  dimensions.some((one) => kindOf(one) === 'product');

/** Counts, or money with two decimals. */
function sumOf(parts: readonly FigureCell[], metric: Metric): Value {
  let count = 0;
  let hundredths: bigint | null = null;
  for (const { figures } of parts) {
    const value = figures[metric] ?? null;
    if (value === null) return null;
    if (typeof value === 'number') count += value;
    else hundredths = (hundredths ?? 0n) + BigInt(value.replace('.', ''));
  }
  return hundredths === null ? count : fixed(multiply(`${hundredths}`, '0.01'), 2);
}

const difference = (a: NonNullable<Value>, b: NonNullable<Value>): Value =>
  typeof a === 'number' && typeof b === 'number' ? a - b : fixed(subtract(`${a}`, `${b}`), 2);
