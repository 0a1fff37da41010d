import { type Dimension, isAttribute, kindOf, type Slice } from '../../../domain/dimensions.ts';
import type { LinesReason } from '../../../domain/figure-query.ts';
import { lastDayOfMonth } from '../../../domain/iso-date.ts';
import { isJudged } from '../../../domain/method.ts';
import type { Period } from '../../../domain/period.ts';
import { membersByDimension, type Scope } from '../../../domain/scope.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { day, joined, raw, type Sql, sql, texts } from '../../../stores/warehouse/sql.ts';
import { monthNumber } from '../../ledger/data-version.ts';
import { dimensionsOf, type Frame, type FramePart, isByAssignment, lastPeriod } from '../frame.ts';
import { type Distinct, toldSums } from '../told-sums.ts';
import { unitColumn } from '../unit-column.ts';
import type { Kept } from './kept.ts';
import { buildList, isOfWholeMonths } from './kept-months.ts';
import { dayLevel, keptLevel, levelName, organisationLevels, sharedLevel, stateLevels } from './levels.ts';

type Level = readonly Dimension[];

/** Why something has to be answered from lines; null where bitmaps serve. */
export function whyNotBitmaps(frame: Frame, { slice, scope, levels }: FramePart): LinesReason | null {
  if (frame.kept === null) return 'notKept';
  if (slice.some(({ on }) => on !== undefined) || (frame.attributesOn && levels.flat().some(isAttribute)))
    return 'attributesOnDate';
  const bases = levels.map((level) => baseOf(level, slice, scope));
  if (!isOfWholeMonths(frame) && !bases.every((base) => base?.length === 0)) return 'cutsMonth';
  return bases.every((base) => base !== null) ? null : 'combinationNotKept';
}

/** Numbers of different documents do not add up over months, nor over members. */
export function whyNotSums(
  frame: Frame,
  { documents, products }: Omit<Distinct, 'active'>,
): LinesReason | null {
  const { slice, scope, levels, timeline } = frame;
  if (isByAssignment(frame)) return 'byAssignment';
  const reason = whyNotBitmaps(frame, frame);
  if (reason !== null) return reason;
  if (timeline.width > 1) return 'distinctOverMonths';
  if (products) return 'productsNotKept';
  if (!documents) return null;
  const isOne = ({ from, to }: Period): boolean =>
    (isOfWholeMonths(frame) ? lastDayOfMonth(from) : from) === to;
  if (!timeline.periods.every(isOne)) return 'distinctOverMonths';
  const addsUp = levels.every((level) => isOfOneMember(level, [...slice, ...asSlice(scope)]));
  return addsUp ? null : 'distinctOverMembers';
}

/** The kept level that tells apart all that a level, a slice and a scope do. Of a scope of several kinds of nodes none does. */
function baseOf(level: Level, slice: Slice, scope: Scope): Level | null {
  const conditions = asSlice(scope);
  if (scope.nodes !== null && conditions.length !== 1) return null;
  return keptLevel([...level, ...[...slice, ...conditions].map(({ dimension }) => dimension)]);
}

/** A scope of nodes of one kind is a slice. */
const asSlice = ({ nodes }: Scope): Slice =>
  [...membersByDimension(nodes ?? [])].map(([dimension, members]) => ({
    dimension,
    members: members.map(String),
  }));

/**
 * SQL: the kept rows of levels within a slice: their members as `d0`, …, the cell of time, and `columns`. Without a slice
 * all levels are read at once; within one each of them is another level that is kept.
 */
function keptRows(frame: Frame, kept: Kept, rows: KeptRows): Sql {
  const isWhole = rows.slice.length === 0 && rows.scope.nodes === null;
  const together = isWhole ? [rows.levels] : rows.levels.map((level) => [level]);
  return joined(
    together.map((levels) => rowsOfLevels(frame, kept, { ...rows, levels })),
    ' UNION ALL ',
  );
}

function rowsOfLevels(frame: Frame, kept: Kept, rows: KeptRows): Sql {
  const { slice, scope, levels, from, columns, of = 'cell' } = rows;
  const { to } = lastPeriod(frame);
  const byDay = of === 'cell' && !isOfWholeMonths(frame);
  const bases = levels.map((level) => ({ level, base: baseOf(level, slice, scope) ?? [] }));
  const nameOf = (base: Level): string => `'${byDay ? dayLevel : levelName(base)}'`;
  const column = (dimension: Dimension, base: Level): string => `m${base.indexOf(dimension) + 1}`;
  const members = dimensionsOf(frame).map((dimension, index) => {
    const having = bases
      .filter(({ level }) => level.includes(dimension))
      .map(({ base }) => `level = ${nameOf(base)}, toNullable(${column(dimension, base)})`);
    const member = having.length === 0 ? nobody : `multiIf(${having.join(', ')}, ${nobody})`;
    return raw(`${member} AS d${index}, `);
  });
  const date = byDay ? 'toDateOrZero(m1)' : 'makeDate(intDiv(ym, 100), ym % 100, 1)';
  const builds = of === 'cell' ? kept.builds : kept.states;
  const conditions = bases.flatMap(({ base }) =>
    [...slice, ...asSlice(scope)].map(
      ({ dimension, members: some }) => sql` AND ${raw(column(dimension, base))} IN ${texts(some)}`,
    ),
  );
  const first = from === undefined ? 0 : monthNumber(from);
  return sql`
    SELECT ${joined(members, '')}
      toUInt32(roundDown(toUInt32(toUInt16(${raw(date)})), [${raw(frame.timeline.edges.join(', '))}])) AS time,
      ${raw(columns)}
    FROM ${raw(`kept_${of}`)}
    WHERE (ym, build) IN ${raw(buildList(builds, first, monthNumber(to)))}
      AND method = ${raw(`'${kept.key}'`)} AND level IN (${raw(bases.map(({ base }) => nameOf(base)).join(', '))})
      ${byDay ? sql`AND m1 BETWEEN toString(${day(from ?? '')}) AND toString(${day(to)})` : sql``}
      ${raw(of === 'state' ? `AND unit = '${frame.unit}'` : '')} ${joined(conditions, '')}`;
}

const nobody = "CAST(NULL, 'Nullable(String)')";

/**
 * SQL: `unit`, `first`, `last` and `rep` of everybody who bought up to the end of the last period, as the lines have
 * them; null where these have to be asked. `among`: only these.
 */
export function keptHistory(frame: Frame, among: Sql | null): Sql | null {
  const { kept, scope, unit, version } = frame;
  const { to } = lastPeriod(frame);
  const cutsMonth = to !== lastDayOfMonth(to) && (version.asOf === null || version.asOf > to);
  if (kept === null || scope.nodes !== null || cutsMonth) return null;
  const some = among === null ? sql`` : sql`AND id IN ${among}`;
  return sql`
    SELECT id AS unit, min(b.first) AS first, max(b.last) AS last,
      argMaxIf(b.rep, (b.rep_date, b.rep_doc), b.rep != 0) AS rep
    FROM kept_buyer AS b
    WHERE (ym, build) IN ${raw(buildList(kept.builds, 0, monthNumber(to)))} AND method = ${raw(`'${kept.key}'`)}
      AND level = ${raw(`'${unitColumn[unit]}'`)} ${some}
    GROUP BY id`;
}

interface KeptRows extends FramePart {
  /** The first day: everything from the beginning where it is left out. */
  readonly from?: IsoDate;
  readonly columns: string;
  /** Bitmaps and sums, or sizes of states (of the frame's unit); the former when left out. */
  readonly of?: 'cell' | 'state';
}

const memberNames = (frame: Frame): string =>
  dimensionsOf(frame)
    .map((_, index) => `d${index}, `)
    .join('');

/** SQL: as a scan of lines without thresholds, from bitmaps. */
export function bitmapScan(
  frame: Frame,
  kept: Kept,
  { role, slice, scope, levels, from }: FramePart & { readonly role: string; readonly from?: IsoDate },
): Sql {
  const rows = keptRows(frame, kept, {
    ...{ slice, scope, levels, ...(from && { from }) },
    columns: `${unitColumn[frame.unit]} AS members`,
  });
  return sql`
    SELECT ${raw(`'${role}' AS role, ${memberNames(frame)}`)} time,
      groupBitmapMergeState(members) AS touching, groupBitmapMergeState(members) AS hitting
    FROM (${rows}) GROUP BY ${raw(memberNames(frame))} time`;
}

/** SQL: as `lineSums`, from kept sums. `distinct.active`: only where `keptSizes` has them of the same cells. */
export function keptSums(frame: Frame, kept: Kept, distinct: Distinct): Sql {
  const kinds = ['lines', 'sales', 'amount_unknown', 'sales_net', 'net_unknown', 'documents', 'unnumbered'];
  const sums = distinct.active ? [...kinds, 'active_size'] : kinds;
  const { slice, scope, levels, timeline } = frame;
  const columns = sums.map((sum) =>
    sum === 'active_size' ? `active_${unitColumn[frame.unit]} AS ${sum}` : sum,
  );
  const ofKept = { slice, scope, levels, from: timeline.periods[0].from, columns: columns.join(', ') };
  const rows = sql`(${keptRows(frame, kept, ofKept)}) AS rows`;
  const of = raw(memberNames(frame));
  if (areCells(frame)) return sql`SELECT ${of} time AS cell, ${raw(toldSums(distinct))} FROM ${rows}`;
  return sql`
    SELECT ${of} cell, ${raw(toldSums(distinct))}
    FROM (
      SELECT ${of} time AS cell, ${raw(sums.map((sum) => `sum(rows.${sum}) AS ${sum}`).join(', '))}
      FROM ${rows} GROUP BY ${of} cell
    )`;
}

/** Nothing has to be added up: a row that is kept is a cell of the table. */
function areCells(frame: Frame): boolean {
  const { levels, slice, scope, timeline } = frame;
  if (!isOfWholeMonths(frame) || !isOfSingleMonths(timeline)) return false;
  return levels.every((level) => isOfOneMember(level, [...slice, ...asSlice(scope)]));
}

const isOfOneMember = (level: Level, conditions: Slice): boolean =>
  conditions.every(({ dimension, members }) => members.length === 1 || level.includes(dimension));

/**
 * SQL: how many units (`size`) have several members of a dimension of the organisation in each month (`ym`) of a frame and
 * the one before it; null where that is not kept.
 */
export function keptShared(frame: Frame, over: Dimension): Sql | null {
  const { kept, method, slice, scope, timeline } = frame;
  const part = { slice, scope, levels: [[over]] };
  const isKept = organisationLevels.includes(over) && slice.length === 0 && scope.nodes === null;
  if (kept === null || !isKept || isJudged(method) || isByAssignment({ ...frame, ...part })) return null;
  if (whyNotBitmaps(frame, part) !== null || !isOfSingleMonths(timeline)) return null;
  const builds = buildList(kept.builds, 0, monthNumber(lastPeriod(frame).to));
  return sql`SELECT ym, ${raw(`active_${unitColumn[frame.unit]}`)} AS size FROM kept_cell
    WHERE (ym, build) IN ${raw(builds)} AND method = ${raw(`'${kept.key}'`)} AND level = ${raw(`'${sharedLevel(over)}'`)}`;
}

const isOfSingleMonths = ({ periods, width }: Frame['timeline']): boolean =>
  width === 1 && periods.every(({ from, to }) => monthNumber(from) === monthNumber(to));

/**
 * SQL: sizes of sets by level, member and month, as they are written down, each as `<set>_size`; null where they have to
 * be worked out from bitmaps: other spans than months, several members together, sets against another past.
 */
export function keptSizes(frame: Frame, wanted: readonly string[]): Sql | null {
  const { kept, method, slice, scope, levels, history, timeline } = frame;
  if (kept === null || whyNotBitmaps(frame, frame) !== null) return null;
  if (isJudged(method) || isByAssignment(frame) || !areCells(frame)) return null;
  const months = timeline.periods.map(({ from }) => monthNumber(from));
  const bases = levels.map((level) => baseOf(level, slice, scope));
  if (bases.includes(null) || wanted.includes('inactive')) return null;
  const activeOnly = wanted.every((name) => name === 'active');
  const judgesPast = history === 'company' && wanted.some((name) => name === 'new' || name === 'reactivated');
  const isKept = (base: Level): boolean =>
    stateLevels.includes(base) && !(judgesPast && base.some((one) => kindOf(one) !== 'organisation'));
  // Before the first month with lines there is nobody; after the last one everybody is lost.
  const firstKept = kept.states.size === 0 ? 0 : Math.min(...kept.states.keys());
  const isKnown = (ym: number): boolean => kept.states.has(ym) || ym < firstKept;
  if (!activeOnly && !(bases.every((base) => base !== null && isKept(base)) && months.every(isKnown)))
    return null;
  const sizes = wanted.map(
    (name) => `${activeOnly ? `active_${unitColumn[frame.unit]}` : name} AS ${name}_size`,
  );
  const rows = keptRows(frame, kept, {
    ...{ slice, scope, levels, from: timeline.periods[0].from, columns: sizes.join(', ') },
    of: activeOnly ? 'cell' : 'state',
  });
  const names = raw(`${memberNames(frame)} time AS cell, ${wanted.map((name) => `${name}_size`).join(', ')}`);
  const isSomething = raw(wanted.map((name) => `${name}_size`).join(' + '));
  return sql`SELECT ${names} FROM (${rows}) WHERE ${isSomething} > 0`;
}
