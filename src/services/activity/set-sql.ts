import type { DealerTie } from '../../domain/dealer-ties.ts';
import type { Slice } from '../../domain/dimensions.ts';
import type { Method } from '../../domain/method.ts';
import { type Period, parsePeriod } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Scope } from '../../domain/scope.ts';
import type { SetMeasure, SetNode } from '../../domain/sets/customer-set.ts';
import type { CountUnit, Decimal, IsoDate } from '../../domain/units.ts';
import { and, day, decimal, ids, raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { assignedMembers } from './assigned-base-sql.ts';
import { countedCondition } from './counted-lines.ts';
import { dealerUnits } from './dealer-sql.ts';
import { memberOfUnit } from './dimension-sql.ts';
import { flawedUnits } from './flaw-sql.ts';
import { type Frame, lastPeriod, ledgerRows } from './frame.ts';
import type { Kept } from './kept/kept.ts';
import { notYetMembers } from './not-yet-sql.ts';
import { owingUnits } from './receivable-sql.ts';
import { refuseCut, refuseFinerThanMonth } from './refuse-finer-than-month.ts';
import { knowsRegistered, registeredMembers } from './registered-sql.ts';
import { rhythmUnits } from './rhythm-set-sql.ts';
import { stateMembers } from './states-sql.ts';
import { stoppedUnits } from './stopped-sql.ts';
import { timelineOf } from './timeline.ts';
import { unitColumn } from './unit-column.ts';

export interface SetContext {
  readonly version: DataVersion;
  readonly method: Method;
  readonly unit: CountUnit;
  /** For relative periods: the last loaded day, or today. */
  readonly today: IsoDate;
  /** SQL: `SELECT unit …`, the members of a stored set. */
  readonly stored: (id: number) => Sql;
  readonly kept: Kept | null;
  readonly scope: Scope;
  /** The generation of the marks of cards; null: of a set that asks for no flaw. */
  readonly marks?: number | null;
  /** The build of `rhythm`; null: of a set that asks for none. */
  readonly rhythm?: number | null;
  /** Who is whose sub-dealer; null: of a set that asks for no network. */
  readonly dealerTies?: readonly DealerTie[] | null;
  /** Credit limits agreed by hand that are in force, by unit, 0 for none; null: of a set that asks for no use of them. */
  readonly limits?: ReadonlyMap<number, Decimal> | null;
}

/** Where no sets are stored. */
export const noStoredSet = (id: number): Sql => {
  throw new Refusal({ code: 'storedSetUnknown', params: { id } });
};

/**
 * SQL: `SELECT unit …`, each member of a set once.
 * @throws Refusal problems of periods, `finerThanMonth`, `prospectsHaveNoSlice`
 */
export const setMembers = (node: SetNode, context: SetContext): Sql =>
  sql`SELECT arrayJoin(bitmapToArray(${bitmap(node, context)})) AS unit`;

/** SQL: the size of a set. */
export const setSize = (node: SetNode, context: SetContext): Sql =>
  sql`SELECT bitmapCardinality(${bitmap(node, context)}) AS size`;

/** SQL: a set as one bitmap. */
function bitmap(node: SetNode, context: SetContext): Sql {
  const parts = (name: string, sets: readonly SetNode[]): Sql => {
    const [first, ...rest] = sets.map((one) => bitmap(one, context));
    return rest.reduce((all, one) => sql`${raw(name)}(${all}, ${one})`, first ?? nobody);
  };
  switch (node.kind) {
    case 'and':
      return parts('bitmapAnd', node.sets);
    case 'or':
      return parts('bitmapOr', node.sets);
    case 'andNot':
      return parts('bitmapAndnot', [node.of, node.without]);
    default:
      return sql`(SELECT groupBitmapState(assumeNotNull(toUInt32(unit))) FROM (${membersOf(node, context)}))`;
  }
}

const nobody = raw("bitmapBuild(CAST([], 'Array(UInt32)'))");

type Leaf = Exclude<SetNode, { readonly kind: 'and' | 'or' | 'andNot' }>;

function membersOf(node: Leaf, context: SetContext): Sql {
  switch (node.kind) {
    case 'state':
      return stateOf(node, frameOf(context, periodOf(node.period, context), node));
    case 'bought':
      return boughtUnits(node, context);
    case 'neverBought': {
      const everybody = registeredMembers(frameOf(context, upTo(context)), 'registered');
      return sql`SELECT unit FROM (${everybody}) WHERE unit NOT IN (SELECT unit FROM (${boughtUnits(node, context)}))`;
    }
    case 'purchase': {
      const edge = node.which === 'first' ? 'min' : 'max';
      return sql`SELECT unit FROM (
        SELECT ${unitOf(context)} AS unit, ${raw(edge)}(l.date) AS at
        ${countedRows(frameOf(context, upTo(context), node))} GROUP BY unit
      ) WHERE ${and(between('at', node, context))}`;
    }
    case 'measure':
      return measuredUnits(node, frameOf(context, periodOf(node.period, context), node));
    case 'attribute':
      return visible(
        context,
        sql`SELECT DISTINCT ${raw(`p.${unitColumn[context.unit]}`)} AS unit
        FROM (SELECT * FROM dim_point WHERE generation = ${raw(context.version.dimensions)}) AS p
        INNER JOIN (SELECT * FROM dim_party WHERE generation = ${raw(context.version.dimensions)}) AS c ON c.id = p.client
        WHERE ${memberOfUnit(node.dimension, node.on) ?? sql`''`} IN ${texts(node.members)}`,
      );
    case 'flawed': {
      const { marks } = context;
      if (typeof marks !== 'number') throw new Error('flaws without marks');
      return flawedUnits(node, context.unit, { ...context, marks });
    }
    case 'receivable':
      return visible(context, owingUnits(node, context));
    case 'rhythm': {
      const { rhythm, today } = context;
      if (typeof rhythm !== 'number') throw new Error('a rhythm without its build');
      return visible(context, rhythmUnits(node, rhythm, today));
    }
    case 'dealerNetwork': {
      const { dealerTies } = context;
      if (!dealerTies) throw new Error('a network without ties');
      return visible(context, dealerUnits(node, dealerTies, context));
    }
    case 'stored':
      return visible(context, context.stored(node.id));
    case 'ids':
      return visible(context, sql`SELECT arrayJoin(${ids(node.ids)}) AS unit`);
  }
}

/** Units that are known in the scope: a list of ids from outside tells nothing about others. */
function visible(context: SetContext, units: Sql): Sql {
  if (context.scope.nodes === null) return units;
  const known = registeredMembers(frameOf(context, upTo(context)), 'registered');
  return sql`SELECT unit FROM (${units}) WHERE unit IN (${known})`;
}

/** Everything that a state means, by its own period and slice. */
export function stateOf({ state }: Pick<Extract<SetNode, { kind: 'state' }>, 'state'>, frame: Frame): Sql {
  const dimensions = frame.slice.map(({ dimension }) => dimension);
  const known = knowsRegistered(dimensions);
  const registered = (which: 'registered' | 'prospects'): Sql => {
    if (!known)
      throw new Refusal({ code: 'prospectsHaveNoSlice', params: { dimension: dimensions.join(', ') } });
    return registeredMembers(frame, which);
  };
  const assigned = (): Sql => {
    const members = assignedMembers(frame);
    if (members === null)
      throw new Refusal({ code: 'nobodyIsAssignedThere', params: { dimension: dimensions.join(', ') } });
    return members;
  };
  switch (state) {
    case 'registered':
    case 'prospects':
      return registered(state);
    case 'withLines':
      return sql`SELECT DISTINCT ${unitOf(frame)} AS unit
        ${ledgerRows(frame, { slice: frame.slice, scope: frame.scope, joins: [], from: lastPeriod(frame).from })}`;
    case 'lost':
      return notYetMembers(frame) ?? stateMembers(frame, 'lost');
    case 'outsideAssignment':
      return sql`SELECT unit FROM (${stateMembers(frame, 'active')}) WHERE unit NOT IN (${assigned()})`;
    case 'workingBase':
      return sql`SELECT unit FROM (${stateOf({ state: 'totalBase' }, frame)}) WHERE unit NOT IN (${stoppedUnits(frame)})`;
    case 'totalBase':
    case 'inactive': {
      if (frame.method.totalBase === 'assigned')
        return state === 'totalBase'
          ? assigned()
          : sql`SELECT unit FROM (${assigned()}) WHERE unit NOT IN (${stateMembers(frame, 'active')})`;
      if (frame.method.totalBase !== 'allRegistered' || !known) return stateMembers(frame, state);
      const all = registered('registered');
      return state === 'totalBase'
        ? all
        : sql`SELECT unit FROM (${all}) WHERE unit NOT IN (${stateMembers(frame, 'active')})`;
    }
    default:
      return stateMembers(frame, state);
  }
}

function boughtUnits(node: DaySpan & { readonly slice?: Slice | undefined }, context: SetContext): Sql {
  const rows = countedRows(frameOf(context, upTo(context, node.to), node));
  return sql`SELECT DISTINCT ${unitOf(context)} AS unit ${rows} AND ${and(between('l.date', node, context))}`;
}

const measures: Readonly<Record<SetMeasure, { readonly sum: Sql; readonly counted: boolean }>> = {
  sales: { sum: sql`sum(l.amount)`, counted: false },
  salesExVat: { sum: sql`sum(l.amount_net)`, counted: false },
  quantity: { sum: sql`sum(l.quantity)`, counted: false },
  documents: { sum: sql`uniqExactIf(l.doc, l.numbered)`, counted: true },
  products: { sum: sql`uniqExactIf(l.product, l.product != 0)`, counted: true },
  days: { sum: sql`uniqExact(l.date)`, counted: true },
  avgCheck: { sum: sql`sum(l.amount)`, counted: false },
};

/** A unit of which the measure is unknown is not in the set. */
function measuredUnits(node: Extract<SetNode, { kind: 'measure' }>, frame: Frame): Sql {
  const { from } = lastPeriod(frame);
  const rows = ledgerRows(frame, { slice: frame.slice, scope: frame.scope, joins: [], from });
  if (node.measure === 'avgCheck') return byAvgCheck(node, frame, rows);
  const { sum, counted } = measures[node.measure];
  const counting = counted ? sql`AND ${countedCondition(frame.method, frame.version)}` : sql``;
  const bounds = [
    sql`isNotNull(${sum})`,
    ...(node.atLeast === undefined ? [] : [sql`${sum} >= ${decimal(node.atLeast)}`]),
    ...(node.atMost === undefined ? [] : [sql`${sum} <= ${decimal(node.atMost)}`]),
  ];
  return sql`SELECT ${unitOf(frame)} AS unit ${rows} ${counting} GROUP BY unit HAVING ifNull(${and(bounds)}, false)`;
}

/** Sales over documents, compared without dividing: a quotient would be rounded. */
function byAvgCheck(
  { atLeast, atMost }: Extract<SetNode, { kind: 'measure' }>,
  frame: Frame,
  rows: Sql,
): Sql {
  const counts = countedCondition(frame.method, frame.version);
  const bound = (sign: '>=' | '<=', value: string): Sql =>
    sql`sum(amount) ${raw(sign)} ${decimal(value)} * toInt64(documents)`;
  const bounds = [
    sql`isNotNull(sum(amount))`,
    ...(atLeast === undefined ? [] : [bound('>=', atLeast)]),
    ...(atMost === undefined ? [] : [bound('<=', atMost)]),
  ];
  return sql`
    SELECT unit FROM (
      SELECT ${unitOf(frame)} AS unit, l.amount AS amount, l.doc AS doc, l.numbered AS numbered, ${counts} AS counts ${rows}
    )
    GROUP BY unit
    HAVING (uniqExactIf(doc, counts AND numbered) AS documents) > 0 AND countIf(counts AND NOT numbered) = 0
      AND ifNull(${and(bounds)}, false)`;
}

const unitOf = ({ unit }: Pick<SetContext, 'unit'>): Sql => raw(`l.${unitColumn[unit]}`);
const countedRows = (frame: Frame): Sql =>
  sql`${ledgerRows(frame, { slice: frame.slice, scope: frame.scope, joins: [] })} AND ${countedCondition(frame.method, frame.version)}`;

function frameOf(
  { version, method, unit, kept, scope }: SetContext,
  period: Period,
  {
    slice = [],
    history = 'slice',
  }: { slice?: Slice | undefined; history?: Frame['history'] | undefined } = {},
): Frame {
  return { version, method, unit, timeline: timelineOf([period]), slice, levels: [[]], history, kept, scope };
}

function periodOf(text: string, { today, version }: SetContext): Period {
  const period = parsePeriod(text, { today });
  if ('code' in period) throw new Refusal(period);
  refuseFinerThanMonth(period, version);
  return period;
}

function between(column: string, { from, to }: DaySpan, { version }: SetContext): Sql[] {
  if (from !== undefined) refuseCut({ first: from, label: from }, version);
  if (to !== undefined) refuseCut({ last: to, label: to }, version);
  return [
    ...(from === undefined ? [] : [sql`${raw(column)} >= ${day(from)}`]),
    ...(to === undefined ? [] : [sql`${raw(column)} <= ${day(to)}`]),
  ];
}

interface DaySpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Everything that is loaded, or is up to a day. */
const upTo = ({ version, today }: SetContext, to?: string): Period => {
  const loaded = version.asOf ?? today;
  const last = to !== undefined && to < loaded ? to : loaded;
  return { from: last, to: last, label: last, grain: 'days' };
};
