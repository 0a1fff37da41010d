import { type Attribute, type Dimension, isAttribute } from '../../domain/dimensions.ts';
import {
  type ComparedPeriod,
  type Explanation,
  type FigureAnswer,
  type FigureCell,
  type FigureQuery,
  type MemberName,
  periodsOf,
  sliceOn,
  type Value,
} from '../../domain/figure-query.ts';
import { addMonths, daysBetween } from '../../domain/iso-date.ts';
import { isJudged, type Method } from '../../domain/method.ts';
import type { Metric } from '../../domain/metrics.ts';
import type { Period } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { SameWorkingDay } from '../../domain/same-working-day.ts';
import type { Scope } from '../../domain/scope.ts';
import type { IsoDate } from '../../domain/units.ts';
import { breather, sortedInTurns } from '../../stores/breathe.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Sql } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { type ComparedPeriods, comparedPeriods } from './compared-periods.ts';
import { explain } from './explain.ts';
import { explainTotals } from './explain-totals.ts';
import { figureTable, type Passes, type FigureCell as TableCell } from './figure-table.ts';
import { type Frame, lastPeriod } from './frame.ts';
import { keptOf } from './kept/kept.ts';
import { namesOfMembers } from './member-names.ts';
import { refuseFinerThanMonth } from './refuse-finer-than-month.ts';
import { askSharedAhead } from './shared-units.ts';
import type { StateSet } from './states-sql.ts';
import { timelines } from './timeline.ts';

interface Context {
  readonly version: DataVersion;
  /** The methods of the query, in its order. */
  readonly methods: readonly Method[];
  /** For relative periods: the last loaded day, or today. */
  readonly today: IsoDate;
  readonly scope: Scope;
  /** SQL by method, `SELECT unit …`: who is asked about; left out: everybody. */
  readonly among?: readonly Sql[];
}

/**
 * Answers a table of figures, with totals and subtotals counted at their own level.
 * @throws Refusal problems of the period, `grainDoesNotFill`, `finerThanMonth`, `sameWorkingDayOfDay`
 */
export async function answerFigures(
  stores: Stores,
  query: FigureQuery,
  { version, methods, today, scope, among }: Context,
): Promise<FigureAnswer> {
  const periods = periodsOf(query, { today });
  if ('code' in periods) throw new Refusal(periods);
  const { compared, calendar } = await comparedPeriods(stores, query, periods, { version, scope });
  const all = inOrder([
    ...periods,
    ...compared.flatMap((one) => one.periods.flatMap((other) => other?.period ?? [])),
  ]);
  for (const period of all) refuseFinerThanMonth(period, version);
  const cells: FigureCell[] = [];
  const explained: Explanation[] = [];
  for (const [method, rules] of methods.entries()) {
    const some = among?.[method];
    const answered = await cellsOf(stores, query, {
      ...{ version, scope, method: rules, periods: all },
      ...(some && { among: some }),
    });
    explained.push(...answered.sources);
    const laid = await laidOut(query, { method, periods, compared, ...answered });
    for (const cell of await explainTotals(stores, laid, { query, periods, frames: answered.frames }))
      cells.push(cell);
  }
  return {
    query,
    dataVersion: version.version,
    historySince: version.historySince,
    asOf: version.asOf,
    methods: methods.map(({ id, version: number }) => ({ id, version: number })),
    ...(calendar !== undefined && { calendar }),
    periods: periods.map(({ from, to, label }, index) => ({
      ...{ from, to, label },
      open: version.asOf !== null && to > version.asOf,
      shortHistory: version.historySince !== null && from < addMonths(version.historySince, 12),
      ...(query.whole === true && index === periods.length - 1 && { whole: true as const }),
      ...(compared.length > 0 && {
        compared: Object.fromEntries(
          compared.map((one) => [one.comparison, described(one.periods[index] ?? null)]),
        ),
      }),
    })),
    cells,
    explained,
    members: await membersIn(stores, query, cells),
  };
}

function described(other: SameWorkingDay | null): ComparedPeriod | null {
  if (other === null) return null;
  const { period, ...days } = other;
  return { from: period.from, to: period.to, label: period.label, ...days };
}

/** Each period once, earlier ones first, so that as many as possible are answered together. */
function inOrder(periods: readonly Period[]): Period[] {
  const byLabel = new Map(periods.map((period) => [period.label, period]));
  // Those as they stood on a day follow nobody, and a whole does not stand between its parts.
  const key = ({ to, from, grain, whole }: Period): string =>
    [
      whole === undefined ? 0 : 1,
      grain,
      grain === 'days' ? 10_000_000 + daysBetween(from, to) : 0,
      to,
      from,
    ].join(' ');
  return [...byLabel.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

type Place = Pick<TableCell, 'level' | 'members'>;

/** The cells of all periods, by the label of the period, and what there is where no cell is. */
interface Answered {
  readonly found: ReadonlyMap<string, readonly TableCell[]>;
  readonly nothing: (label: string, place: Place) => Pick<TableCell, 'value'>;
}

async function cellsOf(
  stores: Stores,
  query: FigureQuery,
  {
    version,
    method,
    periods,
    scope,
    among,
  }: Pick<Context, 'version' | 'scope'> & { method: Method; periods: readonly Period[]; among?: Sql },
): Promise<Answered & { sources: Explanation[]; frames: Frame[] }> {
  const found = new Map<string, TableCell[]>();
  const nothings = new Map<string, (place: Place) => TableCell>();
  const frames: Frame[] = [];
  const sources: Explanation[] = [];
  const kept = among === undefined ? await keptOf(stores.warehouse, version, method) : null;
  const { unit, slice, history } = query;
  const common = {
    version,
    method,
    unit,
    history,
    kept,
    scope,
    levels: levelsOf(query),
    ...(among && { who: among }),
  };
  const alike = (attributes: readonly Attribute[]) => alikeInAttributes(stores, attributes, periods, version);
  const parts = await alike(query.attributes === 'today' ? [] : attributesIn(query));
  const stopped = query.metrics.includes('workingBase') ? await alike(['status']) : [];
  const passes = passesOf(query.metrics, method, stopped);
  for (const timeline of parts.flatMap((part) => timelines(part, !isJudged(method)))) {
    const { to } = lastPeriod({ timeline });
    const frame: Frame = {
      ...common,
      timeline,
      slice: sliceOn(query, slice, to),
      ...(query.attributes === 'onDate' && { attributesOn: to }),
    };
    frames.push(frame);
    sources.push(explain(frame, passes));
    askSharedAhead(stores, frame, query.metrics);
    const table = await figureTable(stores, frame, passes);
    const ofPeriods = timeline.periods.map((): TableCell[] => []);
    for (const cell of table.cells) ofPeriods[cell.period]?.push(cell);
    for (const [period, { label }] of timeline.periods.entries()) {
      found.set(label, ofPeriods[period] ?? []);
      nothings.set(label, (place) => table.nothing({ period, ...place }));
    }
  }
  const nothing: Answered['nothing'] = (label, place) =>
    nothings.get(label)?.(place) ?? { value: () => null };
  return { found, nothing, sources, frames };
}

const attributesIn = ({ rows, columns, slice }: FigureQuery): Attribute[] =>
  [...rows, ...columns, ...slice.map(({ dimension }) => dimension)].filter(isAttribute);

/** Periods, in their order, between whose last days none of these attributes of a customer has changed. */
async function alikeInAttributes(
  { warehouse }: Stores,
  asked: readonly Attribute[],
  periods: readonly Period[],
  { dimensions }: DataVersion,
): Promise<(readonly Period[])[]> {
  if (asked.length === 0) return [periods];
  const changes = (table: string): string => `
    SELECT arrayJoin(arrayFilter((since, of) -> has({asked:Array(String)}, of), past_since, past_of)) AS since
    FROM ${table} WHERE generation = {dimensions:UInt32} AND notEmpty(past_of)`;
  const rowsFound = await warehouse.rows<{ since: IsoDate }>(
    `SELECT DISTINCT since FROM (${changes('dim_point')} UNION ALL ${changes('dim_party')}) ORDER BY since`,
    { asked, dimensions },
  );
  const days = rowsFound.map(({ since }) => since);
  return [...Map.groupBy(periods, ({ to }) => days.filter((day) => day <= to).length).values()];
}

/** Every total and subtotal: the first few dimensions of rows with the first few of columns. */
function levelsOf({ rows, columns }: FigureQuery): readonly (readonly Dimension[])[] {
  const heads = (all: readonly Dimension[]) =>
    Array.from({ length: all.length + 1 }, (_, end) => all.slice(0, end));
  return heads(rows).flatMap((row) => heads(columns).map((column) => [...row, ...column]));
}

/** Sets whose sizes a metric is made of; sizes of other metrics are of no interest. */
const setsOf: Readonly<Partial<Record<Metric, readonly StateSet[]>>> = {
  activeBase: ['active'],
  totalBase: ['active', 'totalBase'],
  workingBase: ['active', 'totalBase'],
  inactive: ['active', 'totalBase'],
  outsideAssignment: ['active'],
  coverage: ['active', 'totalBase'],
  new: ['new'],
  retained: ['retained'],
  reactivated: ['reactivated'],
  lost: ['lost'],
  transferredIn: ['transferredIn'],
  transferredOut: ['transferredOut'],
  avgPerClient: ['active'],
  frequency: ['active'],
  avgSkuPerClient: ['active'],
};

function passesOf(metrics: readonly Metric[], { totalBase }: Method, stopped: Passes['stopped']): Passes {
  const wants = (...some: readonly Metric[]): boolean => some.some((metric) => metrics.includes(metric));
  const documents = wants('documents', 'avgCheck', 'frequency');
  const products = wants('skuPairs', 'avgSkuPerClient');
  const ofBase = wants('totalBase', 'workingBase', 'inactive', 'coverage');
  return {
    sizes: [...new Set(metrics.flatMap((metric) => setsOf[metric] ?? []))].filter(
      (name) => name !== 'totalBase' || totalBase !== 'assigned',
    ),
    sums: documents || products || wants('sales', 'salesExVat', 'avgPerClient'),
    distinct: { documents, products },
    assigned: wants('outsideAssignment') || (totalBase === 'assigned' && ofBase),
    registered: wants('prospects') || (totalBase === 'allRegistered' && ofBase),
    stopped,
  };
}

interface Found extends Answered {
  readonly method: number;
  readonly periods: readonly Period[];
  readonly compared: ComparedPeriods['compared'];
}

/** Cells of the periods asked for, each with its fellows in the periods that it is compared with. */
async function laidOut(
  query: FigureQuery,
  { method, periods, compared, found, nothing }: Found,
): Promise<FigureCell[]> {
  const breathe = breather(32);
  const keyOf = await placeKeys(query, found.values());
  const laidOf = (label: string): Laid[] => placed(query, found.get(label) ?? [], keyOf);
  const fellows = new Map<string, ReadonlyMap<PlaceKey, Laid>>();
  for (const { periods: others } of compared)
    for (const other of others)
      if (other !== null && !fellows.has(other.period.label))
        fellows.set(other.period.label, byKey(laidOf(other.period.label)));
  const figuresIn = (of: string, { rows, columns }: Laid, cell: TableCell | undefined) => {
    if (cell !== undefined) return chosen(query.metrics, cell);
    const level = [...query.rows.slice(0, rows.length), ...query.columns.slice(0, columns.length)];
    return chosen(query.metrics, nothing(of, { level, members: [...rows, ...columns] }));
  };
  const cells: FigureCell[] = [];
  for (const [period, { label }] of periods.entries()) {
    const own = laidOf(label);
    const places = compared.length === 0 ? null : byKey(own);
    if (places !== null)
      for (const one of compared)
        for (const [key, place] of fellows.get(one.periods[period]?.period.label ?? '') ?? [])
          if (!places.has(key)) places.set(key, { ...place, cell: undefined });
    // In one order, whatever order the engine answers in.
    const inOrder = await sortedInTurns(places === null ? own : [...places.values()], (a, b) =>
      a.key < b.key ? -1 : a.key > b.key ? 1 : 0,
    );
    for (const place of inOrder) {
      const { key, rows, columns } = place;
      const cell = { period, method, rows, columns, figures: figuresIn(label, place, place.cell) };
      if (places === null) cells.push(cell);
      else {
        const against = compared.flatMap(({ comparison, periods: others }) => {
          const other = others[period] ?? null;
          if (other === null) return [];
          const { label: of } = other.period;
          return [[comparison, figuresIn(of, place, fellows.get(of)?.get(key)?.cell)] as const];
        });
        cells.push(against.length > 0 ? { ...cell, compared: Object.fromEntries(against) } : cell);
      }
      const pause = breathe();
      if (pause !== undefined) await pause;
    }
  }
  return cells;
}

/** Says which place it is, and sorts places. */
type PlaceKey = number | string;
type PlaceKeyOf = (rows: readonly string[], columns: readonly string[]) => PlaceKey;

interface Laid {
  readonly key: PlaceKey;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Undefined where there is none in a period, only in one that it is compared with. */
  readonly cell: TableCell | undefined;
}

const byKey = (laid: readonly Laid[]): Map<PlaceKey, Laid> => new Map(laid.map((one) => [one.key, one]));

/**
 * Keys by the number of members in the rows, then by the members: numbers of which each digit is the rank of a member, or
 * texts where that would take more digits than a number has.
 */
async function placeKeys(
  { rows, columns }: FigureQuery,
  found: Iterable<readonly TableCell[]>,
): Promise<PlaceKeyOf> {
  const members = new Set<string>();
  for (const cells of found) for (const cell of cells) for (const member of cell.members) members.add(member);
  const inOrder = await sortedInTurns([...members], (a, b) => (a < b ? -1 : 1));
  const ranks = new Map(inOrder.map((member, index) => [member, index + 1]));
  const [digits, base] = [rows.length + columns.length, ranks.size + 1];
  if ((rows.length + 1) * base ** digits > Number.MAX_SAFE_INTEGER)
    // The number alone is the key of the whole: a member may be empty.
    return (...sides) => [sides[0].length, ...sides.flat()].join('\0');
  return (...sides) => {
    let key = sides[0].length;
    for (const side of sides) for (const member of side) key = key * base + (ranks.get(member) ?? 0);
    return key * base ** (digits - sides[0].length - sides[1].length);
  };
}

/** Cells by the members of their rows and columns; a level that fits no head of them is none of the query's. */
function placed({ rows, columns }: FigureQuery, cells: readonly TableCell[], keyOf: PlaceKeyOf): Laid[] {
  const sides = new Map<TableCell['level'], readonly (readonly number[])[]>();
  const sidesOf = (level: TableCell['level']) => {
    const known = sides.get(level);
    if (known !== undefined) return known;
    const found = [rows, columns].map((side) =>
      side.map((one) => level.indexOf(one)).filter((index) => index >= 0),
    );
    sides.set(level, found);
    return found;
  };
  return cells.map((cell) => {
    const [ofRows = [], ofColumns = []] = sidesOf(cell.level);
    const inRows = membersAt(cell.members, ofRows);
    const inColumns = membersAt(cell.members, ofColumns);
    return { key: keyOf(inRows, inColumns), rows: inRows, columns: inColumns, cell };
  });
}

const none: readonly string[] = [];

/** Tens of thousands of cells of one dimension keep the members that they have. */
function membersAt(members: readonly string[], at: readonly number[]): readonly string[] {
  if (at.length === 0) return none;
  return at.length === 1 && members.length === 1 ? members : at.map((index) => members[index] ?? '');
}

const chosen = (
  wanted: readonly Metric[],
  cell: Pick<TableCell, 'value'>,
): Partial<Record<Metric, Value>> => {
  const figures: Partial<Record<Metric, Value>> = {};
  for (const metric of wanted) figures[metric] = cell.value(metric);
  return figures;
};

async function membersIn(
  stores: Stores,
  query: FigureQuery,
  cells: readonly FigureCell[],
): Promise<FigureAnswer['members']> {
  const found: Partial<Record<Dimension, Record<string, MemberName>>> = {};
  for (const side of ['rows', 'columns'] as const)
    for (const [index, dimension] of query[side].entries()) {
      const members = new Set<string>();
      for (const cell of cells) {
        const member = cell[side][index];
        if (member !== undefined) members.add(member);
      }
      const names = await namesOfMembers(stores, dimension, [...members]);
      if (names.size > 0) found[dimension] = Object.fromEntries(names);
    }
  return found;
}
