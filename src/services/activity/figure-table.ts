import { type Dimension, kindOf } from '../../domain/dimensions.ts';
import type { Value } from '../../domain/figure-query.ts';
import { isJudged } from '../../domain/method.ts';
import { type Metric, metrics } from '../../domain/metrics.ts';
import type { Period } from '../../domain/period.ts';
import { textKey } from '../../domain/text-key.ts';
import { breather } from '../../stores/breathe.ts';
import type { Stores } from '../../stores/stores.ts';
import { type Sql, sql, statement } from '../../stores/warehouse/sql.ts';
import { activeAssignedSizes, assignedSizes } from './assigned-base-sql.ts';
import { type FigureOf, Found, figuresOfLevel, isOfOrganisation, type Row } from './figure-values.ts';
import { dimensionsOf, type Frame } from './frame.ts';
import { keptSizes, whyNotSums } from './kept/kept-source.ts';
import { asksWhoCalls, isOpen, notYetSizes } from './not-yet-sql.ts';
import { registeredSizes } from './registered-sql.ts';
import type { Figures } from './report.ts';
import {
  isOfActiveOnly,
  type StateSet,
  sizeColumn,
  stateSetNames,
  stateSizes,
  whyNotKept,
} from './states-sql.ts';
import { stoppedUnits } from './stopped-sql.ts';
import { lineSums } from './sums-sql.ts';
import { timelines } from './timeline.ts';
import type { Distinct } from './told-sums.ts';

/** A combination of members in one period. */
export interface FigurePlace {
  /** Index into the periods of the frame's timeline. */
  readonly period: number;
  readonly level: readonly Dimension[];
  /** A member for each dimension of the level. */
  readonly members: readonly string[];
}

/** Its figures, worked out one by one as they are asked for. */
export interface FigureCell extends FigurePlace {
  value(metric: Metric): Value;
}

/** Which of the passes the metrics asked for need; all of them unless said. */
export interface Passes {
  readonly sizes: readonly StateSet[];
  readonly sums: boolean;
  readonly distinct: Distinct;
  readonly registered: boolean;
  readonly assigned: boolean;
  /** Who of the total base has stopped for good: periods in groups, in each of which nobody's status changes; [] where nobody asks. */
  readonly stopped: readonly (readonly Period[])[];
}
const isBase = (name: StateSet): boolean => name === 'totalBase' || name === 'inactive';
const everything = ({ method }: Frame): Passes => ({
  sizes: stateSetNames.filter((name) => method.totalBase !== 'assigned' || !isBase(name)),
  sums: true,
  distinct: { documents: true, products: true },
  registered: true,
  assigned: method.totalBase === 'assigned',
  stopped: [],
});

const totalBaseOnly = ({ method: { totalBase } }: Frame): Passes => ({
  sizes: totalBase === 'assigned' ? [] : ['active', 'totalBase'],
  ...{ sums: false, distinct: { documents: false, products: false }, stopped: [] },
  ...{ registered: totalBase === 'allRegistered', assigned: totalBase === 'assigned' },
});

export interface FigureTable {
  /** In which something is known; the whole of each period is always there. */
  readonly cells: readonly FigureCell[];
  /** Figures of members who have nothing in a period. */
  readonly nothing: (place: FigurePlace) => FigureCell;
}

/** Nearly all lines of the whole company count: to look first which of them do takes longer than to read them all. */
const readingAll = ({ slice, scope, who }: Frame): string =>
  slice.length === 0 && scope.nodes === null && who === undefined
    ? 'SETTINGS optimize_move_to_prewhere = 0'
    : '';

/** The figures of a frame, of all of its levels and periods. */
export async function figureTable(
  stores: Stores,
  frame: Frame,
  passes: Passes = everything(frame),
): Promise<FigureTable> {
  const rowsOf = async (query: Sql | null): Promise<Row[]> => {
    if (query === null) return [];
    const { text, params } = statement(query);
    return await stores.warehouse.rows<Row>(`${text} ${readingAll(frame)}`, params);
  };
  const active = passes.sums && areOfOnePass(frame, passes);
  const [stoppedBase, sizes, sums, known, notYet, assigned, activeAssigned] = await Promise.all([
    stoppedTables(stores, frame, passes.stopped),
    rowsOf(passes.sizes.length > 0 && !active ? stateSizes(frame, passes.sizes) : null),
    rowsOf(passes.sums ? lineSums(frame, { ...passes.distinct, active }) : null),
    rowsOf(passes.registered ? registeredSizes(frame) : null),
    rowsOf(passes.sizes.includes('lost') ? notYetSizes(frame) : null),
    rowsOf(passes.assigned ? assignedSizes(frame) : null),
    rowsOf(passes.assigned ? activeAssignedSizes(frame) : null),
  ]);
  const breathe = breather(32);
  const { timeline } = frame;
  const levels = levelsOf(frame);
  const cells = new ByPlace<Cell>();
  const membersOf = ({ columns }: CellLevel, row: Row): string[] =>
    columns.map((column) => row[column] ?? '');
  const at = (row: Row, period: number): Cell => {
    const of = levels.ofRow(row);
    return cells.known(period, of, membersOf(of, row), newCell);
  };
  const periodOf = new Map(timeline.last.map((cell, index) => [String(cell), index]));
  const ofRow = (row: Row): number => periodOf.get(String(row.cell)) ?? 0;
  // Of an open period those are lost to whoever is responsible now; of whom they leave that alone says nothing.
  const isLostElsewhere = (row: Row): boolean =>
    isOpen(frame, ofRow(row)) &&
    asksWhoCalls(frame, levels.ofRow(row).level) &&
    passes.sizes.every((name) => name === 'lost' || Number(row[sizeColumn[name]]) === 0);
  const each = async (rows: readonly Row[], note: (cell: Cell, row: Row) => void): Promise<void> => {
    // The rows of one statement are all of different places.
    const areFirst = cells.all.length === 0;
    for (const row of rows) {
      const period = ofRow(row);
      if (areFirst) {
        const of = levels.ofRow(row);
        note(cells.added(newCell(period, of, membersOf(of, row))), row);
      } else note(at(row, period), row);
      const pause = breathe();
      if (pause !== undefined) await pause;
    }
  };
  await each(
    sizes.filter((row) => !isLostElsewhere(row)),
    (cell, row) => {
      cell.sizes = row;
    },
  );
  await each(sums, (cell, row) => {
    cell.sums = row;
    if (active) cell.sizes = row;
  });
  await each(notYet, (cell, row) => {
    cell.notYet = row;
  });
  await each(activeAssigned, (cell, row) => {
    cell.activeAssigned = row;
  });
  await each(assigned, (cell, row) => {
    cell.assigned = Number(row.assigned_size);
  });
  for (const row of known)
    for (const [index] of timeline.periods.entries()) {
      const [registered = 0, prospects = 0] = [row.registered, row.prospects].map((all) =>
        Number((all as unknown as readonly string[] | null)?.[index] ?? 0),
      );
      // Of somebody who bought long ago it says something only where the registered are the base.
      const shown = frame.method.totalBase === 'allRegistered' ? registered : prospects;
      if (shown > 0) Object.assign(at(row, index), { registered, prospects });
    }
  for (const [index] of timeline.periods.entries())
    if (frame.levels.some(({ length }) => length === 0)) at({}, index);
  /** What is known of a cell by other ways than its own rows. */
  const complete = (cell: Cell): Cell => {
    const { period, level, members } = cell;
    const { narrower } = cell.of;
    // Products do not narrow who is assigned.
    if (passes.assigned && narrower !== null) {
      const some = narrower.level.map((one) => members[level.indexOf(one)] ?? '');
      cell.assigned = cells.get(period, narrower, some)?.assigned ?? 0;
    }
    if (stoppedBase !== null) cell.stopped = stoppedBase({ period, level, members });
    return cell;
  };
  const answered: FigureCell[] = [];
  for (const cell of cells.all) {
    if (cell.of.isAsked) answered.push(complete(cell));
    const pause = breathe();
    if (pause !== undefined) await pause;
  }
  return {
    cells: answered,
    nothing: ({ period, level, members }) => {
      const of = levels.of(level);
      const inItsOrder = of.level.map((one) => members[level.indexOf(one)] ?? '');
      return complete(newCell(period, of, inItsOrder));
    },
  };
}

class Cell extends Found implements FigureCell {
  readonly period: number;
  readonly of: CellLevel;
  readonly level: readonly Dimension[];
  readonly members: readonly string[];

  constructor(period: number, of: CellLevel, members: readonly string[]) {
    super();
    this.period = period;
    this.of = of;
    this.level = of.level;
    this.members = members;
  }

  value(metric: Metric): Value {
    return this.of.figures(metric, this.period, this);
  }
}

const newCell = (period: number, of: CellLevel, members: readonly string[]): Cell =>
  new Cell(period, of, members);

type StoppedAt = (place: FigurePlace) => number;

/** How many of the total base have stopped, by place; null: nobody has. */
async function stoppedTables(
  stores: Stores,
  frame: Frame,
  groups: Passes['stopped'],
): Promise<StoppedAt | null> {
  const { periods } = frame.timeline;
  const parts = groups.flatMap((group) =>
    timelines(
      group.filter((period) => periods.includes(period)),
      !isJudged(frame.method),
    ),
  );
  const found = await Promise.all(
    parts.map(async (timeline) => ({ timeline, at: await stoppedTable(stores, { ...frame, timeline }) })),
  );
  const byPeriod = new Map(
    found.flatMap(({ timeline, at }) =>
      at === null ? [] : timeline.periods.map((one, period) => [one, { at, period }] as const),
    ),
  );
  if (byPeriod.size === 0) return null;
  return (place) => {
    const period = periods[place.period];
    const of = period && byPeriod.get(period);
    return of === undefined ? 0 : of.at({ ...place, period: of.period });
  };
}

/** The same of a frame in which nobody's status changes. */
async function stoppedTable(stores: Stores, frame: Frame): Promise<StoppedAt | null> {
  const stopped = stoppedUnits(frame);
  const { text, params } = statement(sql`SELECT count() AS size FROM (${stopped})`);
  const [found] = await stores.warehouse.rows<{ size: string }>(text, params);
  if (Number(found?.size ?? 0) === 0) return null;
  const narrow: Frame = { ...frame, kept: null, who: stopped };
  const { cells, nothing } = await figureTable(stores, narrow, totalBaseOnly(frame));
  const levels = levelsOf(frame);
  const values = new ByPlace<Placed & { readonly size: number }>();
  const baseOf = (cell: FigureCell): number => Number(cell.value('totalBase') ?? 0);
  for (const cell of cells) {
    const { period, level, members } = cell;
    values.added({ ...{ period, of: levels.of(level), members }, size: baseOf(cell) });
  }
  return (place) =>
    values.get(place.period, levels.of(place.level), place.members)?.size ?? baseOf(nothing(place));
}

/** Both come from lines, or from cells of months, which say of each row of sums who is active. */
function areOfOnePass(frame: Frame, { sizes, distinct }: Passes): boolean {
  if (sizes.length === 0 || !isOfActiveOnly(frame, sizes) || isJudged(frame.method)) return false;
  return whyNotSums(frame, distinct) === null
    ? keptSizes(frame, sizes) !== null
    : whyNotKept(frame, frame) !== null;
}

/** What all cells of one level have in common. */
interface CellLevel {
  readonly mask: number;
  readonly level: readonly Dimension[];
  /** The columns of its members. */
  readonly columns: readonly string[];
  readonly isAsked: boolean;
  readonly figures: FigureOf;
  /** The level without products, where it has any. */
  readonly narrower: CellLevel | null;
}

/** Levels by their dimensions: of a row, those whose columns are not NULL. */
function levelsOf(frame: Frame) {
  const dimensions = dimensionsOf(frame);
  const maskOf = (level: readonly Dimension[]): number =>
    level.reduce((mask, one) => mask | (1 << dimensions.indexOf(one)), 0);
  const asked = new Set(frame.levels.map(maskOf));
  const known = new Map<number, CellLevel>();
  const ofMask = (mask: number): CellLevel => {
    const found = known.get(mask);
    if (found !== undefined) return found;
    const level = dimensions.filter((_, index) => mask & (1 << index));
    const withoutProducts = level.filter((one) => kindOf(one) !== 'product');
    const of: CellLevel = {
      ...{ mask, level, isAsked: asked.has(mask), figures: figuresOfLevel(frame, level) },
      columns: level.map((one) => `d${dimensions.indexOf(one)}`),
      narrower: withoutProducts.length === level.length ? null : ofMask(maskOf(withoutProducts)),
    };
    known.set(mask, of);
    return of;
  };
  const columns = dimensions.map((_, index) => `d${index}`);
  return {
    of: (level: readonly Dimension[]) => ofMask(maskOf(level)),
    ofRow: (row: Row) =>
      ofMask(
        columns.reduce(
          (mask, column, index) => ((row[column] ?? null) === null ? mask : mask | (1 << index)),
          0,
        ),
      ),
  };
}

interface Placed {
  readonly period: number;
  readonly of: CellLevel;
  readonly members: readonly string[];
}

/** Something for combinations of members in periods. */
class ByPlace<Item extends Placed> {
  /** By period and level. */
  readonly #places: Map<number, ItemsOfLevel<Item>>[] = [];
  readonly all: Item[] = [];

  get(period: number, { mask }: CellLevel, members: readonly string[]): Item | undefined {
    return this.#places[period]?.get(mask)?.get(members);
  }

  /** What is there, or is put there now. */
  known(
    period: number,
    of: CellLevel,
    members: readonly string[],
    make: (period: number, of: CellLevel, members: readonly string[]) => Item,
  ): Item {
    return this.get(period, of, members) ?? this.added(make(period, of, members));
  }

  /** Puts something where nothing is. */
  added(item: Item): Item {
    const { period, of } = item;
    this.#places[period] ??= new Map();
    const levels = this.#places[period];
    const known = levels.get(of.mask);
    const items = known ?? new ItemsOfLevel<Item>();
    if (known === undefined) levels.set(of.mask, items);
    items.add(item);
    this.all.push(item);
    return item;
  }
}

/** By members, once somebody looks for them: the rows of a single statement are all of different members. */
class ItemsOfLevel<Item extends Placed> {
  readonly #items: Item[] = [];
  #byMembers: Map<string, Item> | null = null;

  add(item: Item): void {
    this.#items.push(item);
    this.#byMembers?.set(textKey(item.members), item);
  }

  get(members: readonly string[]): Item | undefined {
    this.#byMembers ??= new Map(this.#items.map((item) => [textKey(item.members), item]));
    return this.#byMembers.get(textKey(members));
  }
}

/** Every figure of a cell, in the shape of a report. */
export function allFigures(frame: Frame, cell: FigureCell): Figures {
  const said = metrics.filter((metric) => {
    // A later metric: whoever wants it asks a table.
    if (metric === 'workingBase') return false;
    if (metric === 'outsideAssignment') return frame.method.totalBase === 'assigned';
    return !isTransfer(metric) || isOfOrganisation(frame, cell.level);
  });
  return Object.fromEntries(said.map((metric) => [metric, cell.value(metric)])) as unknown as Figures;
}

const isTransfer = (metric: Metric): boolean => metric === 'transferredIn' || metric === 'transferredOut';
