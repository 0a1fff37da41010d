import type { Dimension } from '../../domain/dimensions.ts';
import {
  type Comparison,
  comparedWith,
  type FigureAnswer,
  type FigureCell,
  type FigureQuery,
  type MemberName,
  periodsOf,
  type Value,
} from '../../domain/figure-query.ts';
import { addMonths } from '../../domain/iso-date.ts';
import type { Method } from '../../domain/method.ts';
import type { Metric } from '../../domain/metrics.ts';
import type { Period } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { figureTable, type Passes, type FigureCell as TableCell, toFigures } from './figure-table.ts';
import type { Frame } from './frame.ts';
import { namesOfMembers } from './member-names.ts';
import { refuseFinerThanMonth } from './refuse-finer-than-month.ts';
import type { Figures } from './report.ts';
import { timelines } from './timeline.ts';

interface Context {
  readonly version: DataVersion;
  /** The methods of the query, in its order. */
  readonly methods: readonly Method[];
  /** For relative periods: the last loaded day, or today. */
  readonly today: IsoDate;
}

/**
 * Answers a table of figures, with totals and subtotals counted at their own level.
 * @throws Refusal problems of the period, `grainDoesNotFill`, `finerThanMonth`
 */
export async function answerFigures(
  stores: Stores,
  query: FigureQuery,
  { version, methods, today }: Context,
): Promise<FigureAnswer> {
  const periods = periodsOf(query, { today });
  if ('code' in periods) throw new Refusal(periods);
  const compared = query.compare.map((comparison) => ({
    comparison,
    periods: periods.map((period) => comparedWith(period, comparison)),
  }));
  const all = inOrder([...periods, ...compared.flatMap((one) => one.periods)]);
  for (const period of all) refuseFinerThanMonth(period, version);
  const cells: FigureCell[] = [];
  for (const [method, rules] of methods.entries()) {
    const found = await cellsOf(stores, query, { version, method: rules, periods: all });
    cells.push(...laidOut(query, { method, rules, periods, compared, found }));
  }
  return {
    query,
    dataVersion: version.version,
    historySince: version.historySince,
    asOf: version.asOf,
    methods: methods.map(({ id, version: number }) => ({ id, version: number })),
    periods: periods.map(({ from, to, label }) => ({
      ...{ from, to, label },
      open: version.asOf !== null && to > version.asOf,
      shortHistory: version.historySince !== null && from < addMonths(version.historySince, 12),
    })),
    cells,
    members: await membersIn(stores, query, cells),
  };
}

/** Each period once, earlier ones first, so that as many as possible are answered together. */
function inOrder(periods: readonly Period[]): Period[] {
  const byLabel = new Map(periods.map((period) => [period.label, period]));
  const key = ({ to, from }: Period): string => `${to} ${from}`;
  return [...byLabel.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The cells of all periods, by the label of the period. */
async function cellsOf(
  stores: Stores,
  query: FigureQuery,
  { version, method, periods }: { version: DataVersion; method: Method; periods: readonly Period[] },
): Promise<Map<string, TableCell[]>> {
  const found = new Map<string, TableCell[]>();
  const judged = Object.keys(method.thresholds).length > 0;
  for (const timeline of timelines(periods, !judged)) {
    const { unit, slice, history } = query;
    const frame: Frame = { version, method, unit, slice, history, timeline, levels: levelsOf(query) };
    for (const cell of await figureTable(stores, frame, passesOf(query.metrics, method))) {
      const { label } = timeline.periods[cell.period] ?? timeline.periods[0];
      found.set(label, [...(found.get(label) ?? []), cell]);
    }
  }
  return found;
}

/** Every total and subtotal: the first few dimensions of rows with the first few of columns. */
function levelsOf({ rows, columns }: FigureQuery): readonly (readonly Dimension[])[] {
  const heads = (all: readonly Dimension[]) =>
    Array.from({ length: all.length + 1 }, (_, end) => all.slice(0, end));
  return heads(rows).flatMap((row) => heads(columns).map((column) => [...row, ...column]));
}

const ofLines: readonly Metric[] = [
  'sales',
  'salesExVat',
  'documents',
  'skuPairs',
  'avgCheck',
  'avgPerClient',
  'frequency',
  'avgSkuPerClient',
];
const ofLinesOnly: readonly Metric[] = ['sales', 'salesExVat', 'documents', 'skuPairs', 'avgCheck'];

function passesOf(wanted: readonly Metric[], { totalBase }: Method): Passes {
  const ofBase = (metric: Metric): boolean => ['totalBase', 'inactive', 'coverage'].includes(metric);
  return {
    sizes: wanted.some((metric) => !ofLinesOnly.includes(metric) && metric !== 'prospects'),
    sums: wanted.some((metric) => ofLines.includes(metric)),
    registered: wanted.some(
      (metric) => metric === 'prospects' || (totalBase === 'allRegistered' && ofBase(metric)),
    ),
  };
}

interface Found {
  readonly method: number;
  readonly rules: Method;
  readonly periods: readonly Period[];
  readonly compared: readonly { readonly comparison: Comparison; readonly periods: readonly Period[] }[];
  readonly found: ReadonlyMap<string, readonly TableCell[]>;
}

/** Cells of the periods asked for, each with its fellows in the periods that it is compared with. */
function laidOut(query: FigureQuery, { method, rules, periods, compared, found }: Found): FigureCell[] {
  const fellows = new Map(
    compared
      .flatMap(({ periods: others }) => others)
      .map(({ label }) => [label, byPlace(query, found.get(label) ?? [])]),
  );
  return periods.flatMap(({ label }, period) => {
    const own = byPlace(query, found.get(label) ?? []);
    const places = new Set([
      ...own.keys(),
      ...compared.flatMap((one) => [...(fellows.get(one.periods[period]?.label ?? '')?.keys() ?? [])]),
    ]);
    return [...places].map((place): FigureCell => {
      const [rows = [], columns = []] = JSON.parse(place) as string[][];
      const level = [...query.rows.slice(0, rows.length), ...query.columns.slice(0, columns.length)];
      const figuresIn = (cell: TableCell | undefined) =>
        chosen(query.metrics, cell?.figures ?? toFigures({ slice: query.slice, method: rules }, level));
      const against = compared.map(({ comparison, periods: others }) => {
        const fellow = fellows.get(others[period]?.label ?? '')?.get(place);
        return [comparison, figuresIn(fellow)] as const;
      });
      return {
        ...{ period, method, rows, columns, figures: figuresIn(own.get(place)) },
        ...(against.length > 0 && { compared: Object.fromEntries(against) }),
      };
    });
  });
}

/** Cells by the members of their rows and columns; a level that fits no head of them is none of the query's. */
function byPlace({ rows, columns }: FigureQuery, cells: readonly TableCell[]): Map<string, TableCell> {
  return new Map(
    cells.map((cell) => {
      const of = (all: readonly Dimension[]): string[] =>
        all
          .filter((one) => cell.level.includes(one))
          .map((one) => cell.members[cell.level.indexOf(one)] ?? '');
      return [JSON.stringify([of(rows), of(columns)]), cell];
    }),
  );
}

const chosen = (wanted: readonly Metric[], figures: Figures): Partial<Record<Metric, Value>> =>
  Object.fromEntries(wanted.map((metric) => [metric, figures[metric] ?? null]));

async function membersIn(
  stores: Stores,
  query: FigureQuery,
  cells: readonly FigureCell[],
): Promise<FigureAnswer['members']> {
  const found: Partial<Record<Dimension, Record<string, MemberName>>> = {};
  for (const side of ['rows', 'columns'] as const)
    for (const [index, dimension] of query[side].entries()) {
      const members = [...new Set(cells.flatMap((cell) => cell[side].slice(index, index + 1)))];
      const names = await namesOfMembers(stores, dimension, members);
      if (names.size > 0) found[dimension] = Object.fromEntries(names);
    }
  return found;
}
