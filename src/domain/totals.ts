import { fixed, multiply, subtract } from './decimal.ts';
import { type Dimension, isAssignable, isAttribute, kindOf } from './dimensions.ts';
import type { Addition, FigureCell, FigureQuery, Total, Value } from './figure-query.ts';
import type { Method } from './method.ts';
import { isAdditive, isOfAssigned, isOfBase, type Metric, metricShapes } from './metrics.ts';

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
  const places = new Place();
  const under = (over: Total['over'] | undefined, total: Place, part: FigureCell): void => {
    if (over === undefined) return;
    const some = total.parts.get(over);
    if (some === undefined) total.parts.set(over, [part]);
    else some.push(part);
  };
  for (const cell of cells) {
    const { period, rows, columns } = cell;
    const [ofRows, ofColumns] = [rows.length, columns.length];
    if (ofRows > 0) under(query.rows[ofRows - 1], places.of(period, cell, ofRows - 1, ofColumns), cell);
    if (ofColumns > 0)
      under(query.columns[ofColumns - 1], places.of(period, cell, ofRows, ofColumns - 1), cell);
    if (whole !== null && period !== whole) under('time', places.of(whole, cell, ofRows, ofColumns), cell);
  }
  const additive = new Map<string, boolean>();
  const isSum = (metric: Metric, over: Total['over'], cell: FigureCell): boolean => {
    const key = `${metric} ${over} ${cell.rows.length} ${cell.columns.length}`;
    const known = additive.get(key) ?? addsUp(metric, over, cell, rules);
    additive.set(key, known);
    return known;
  };
  const mayHaveParts = ({ period, rows, columns }: FigureCell): boolean =>
    rows.length < query.rows.length || columns.length < query.columns.length || period === whole;
  return cells.map((cell) => {
    const found = mayHaveParts(cell) ? places.partsOf(cell) : undefined;
    if (found === undefined || found.size === 0) return cell;
    const totals = [...found].map(([over, some]) =>
      totalOf(cell, over, some, query.metrics, (metric) => isSum(metric, over, cell)),
    );
    return { ...cell, totals };
  });
}

/** Where a total stands: found by going from member to member, which joins no texts for tens of thousands of cells. */
class Place {
  readonly parts = new Map<Total['over'], FigureCell[]>();
  readonly #below = new Map<string | number, Place>();

  /** Of the first members of a cell's rows and columns in a period; made where it is not there yet. */
  of(period: number, { rows, columns }: FigureCell, ofRows: number, ofColumns: number): Place {
    // Numbers stand before rows and columns: no member is a number.
    let place = this.#next(period);
    for (let index = 0; index < ofRows; index++) place = place.#next(rows[index] ?? '');
    place = place.#next(ofRows);
    for (let index = 0; index < ofColumns; index++) place = place.#next(columns[index] ?? '');
    return place;
  }

  partsOf(cell: FigureCell): Place['parts'] {
    return this.of(cell.period, cell, cell.rows.length, cell.columns.length).parts;
  }

  #next(key: string | number): Place {
    const known = this.#below.get(key);
    if (known !== undefined) return known;
    const next = new Place();
    this.#below.set(key, next);
    return next;
  }
}

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
  const conditions = [
    ...query.rows.slice(0, rows.length),
    ...query.columns.slice(0, columns.length),
    ...query.slice.map(({ dimension }) => dimension),
  ];
  if (over !== 'time') {
    // Whoever is registered and never bought is of the whole, and of no member of lines.
    const isOfRegistered = method.totalBase === 'allRegistered' && isOfBase(metric);
    if (isOfRegistered && !isAttribute(over) && conditions.every(isAttribute)) return false;
    return !(isOfAssigned(metric, method.totalBase) && isByProduct([...query.rows, ...query.columns]));
  }
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
  let isMoney = false;
  // Of money hundredths, exact as long as they are safe integers; beyond that in `large`.
  let sum = 0;
  let large = 0n;
  for (const { figures } of parts) {
    const value = figures[metric] ?? null;
    if (value === null) return null;
    if (typeof value === 'number') sum += value;
    else {
      isMoney = true;
      const hundredths = Math.round(Number(value) * 100);
      if (Math.abs(hundredths) < EXACT_PRODUCT) sum += hundredths;
      else large += BigInt(value.replace('.', ''));
      if (Math.abs(sum) >= EXACT_PRODUCT) {
        large += BigInt(sum);
        sum = 0;
      }
    }
  }
  return isMoney ? fixed(multiply(`${large + BigInt(sum)}`, '0.01'), 2) : sum;
}

/** Below, a hundred times a number of two decimals is less than half a hundredth off: rounding makes it exact. */
const EXACT_PRODUCT = 2 ** 50;

const difference = (a: NonNullable<Value>, b: NonNullable<Value>): Value =>
  typeof a === 'number' && typeof b === 'number' ? a - b : fixed(subtract(`${a}`, `${b}`), 2);
