import { type Dimension, kindOf } from '../../domain/dimensions.ts';
import type { LinesReason } from '../../domain/figure-query.ts';
import { isJudged, type Method } from '../../domain/method.ts';
import { type Scope, wholeCompany } from '../../domain/scope.ts';
import type { IsoDate } from '../../domain/units.ts';
import { and, decimal, integer, joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { statesByAssignment, withoutAssignable } from './assigned-states-sql.ts';
import { countedCondition } from './counted-lines.ts';
import {
  dimensionsOf,
  distinctLevels,
  type Frame,
  type FramePart,
  groupByLevels,
  isByAssignment,
  ledgerRows,
  memberKeys,
  memberTexts,
  withoutOrganisation,
} from './frame.ts';
import { bitmapScan, keptSizes, whyNotBitmaps } from './kept/kept-source.ts';
import { sumsAsLines, whyNotThresholds } from './kept/sums-source.ts';
import { cellOf } from './timeline.ts';
import { unitColumn } from './unit-column.ts';

// Sets of units are roaring bitmaps: one for each combination of members and each cell of time. What a unit is in a
// period follows from bitmaps of that cell, of the one before, of all before, and from those of the company.

/** Sets that follow from the lines (counting rules, §3, §4 `everBought`, §6), as SQL over a row of `statesSql`. */
export const stateSets = {
  active: 'now',
  totalBase: 'bitmapOr(seen, touched)',
  inactive: 'bitmapAndnot(bitmapOr(seen, touched), now)',
  new: 'bitmapAndnot(now, company_seen)',
  retained: 'bitmapAnd(now, before)',
  reactivated: 'bitmapAndnot(bitmapAnd(now, company_seen), company_before)',
  lost: 'bitmapAndnot(before, company_now)',
  transferredIn: 'bitmapAnd(bitmapAndnot(now, before), company_before)',
  transferredOut: 'bitmapAnd(bitmapAndnot(before, now), company_now)',
} as const;
export type StateSet = keyof typeof stateSets;

/** SQL: how many a set of them has: counted as they stand, without making the bitmap first where it can be left out. */
export const sizeOf = (set: string): string => {
  const [, operation, operands] = /^bitmap(And|Or|Andnot)(\(.*)$/.exec(set) ?? [];
  return operation === undefined ? `bitmapCardinality(${set})` : `bitmap${operation}Cardinality${operands}`;
};
export const stateSetNames = Object.keys(stateSets) as StateSet[];

/** The columns of sizes. */
export const sizeColumn = Object.fromEntries(stateSetNames.map((name) => [name, `${name}_size`])) as Readonly<
  Record<StateSet, string>
>;

const nobody = "bitmapBuild(CAST([], 'Array(UInt32)'))";

type Levels = Frame['levels'];
/** Rows that answer, rows that are the company of members of the organisation, rows that are everybody's past. */
type Role = 'own' | 'company' | 'history';

interface Scan {
  readonly role: Role;
  readonly slice: Frame['slice'];
  readonly scope: Scope;
  readonly levels: Levels;
  /** No day before this one is asked about. */
  readonly from?: IsoDate;
}

/**
 * SQL: a row for each level, member and period (`cell`) with the bitmaps `now` (active), `touched` (a counted line,
 * whatever the thresholds), `before` (active in P−1), `seen` (counted before), and `company_now`, `company_before`,
 * `company_seen`: the same of the slice without the organisation, or of everything, as the frame's history says.
 */
export function statesSql(frame: Frame, wanted: readonly StateSet[]): Sql {
  if (!isByAssignment(frame)) return statesByDocument(frame, wanted);
  const columns = stateColumns.filter((column) => wanted.some((name) => stateSets[name].includes(column)));
  return statesByAssignment(frame, statesByDocument(withoutAssignable(frame), wanted), columns);
}

const stateColumns = ['now', 'touched', 'before', 'seen', 'company_now', 'company_before', 'company_seen'];

function statesByDocument(frame: Frame, wanted: readonly StateSet[]): Sql {
  const needs = (column: string): boolean => wanted.some((name) => stateSets[name].includes(column));
  const scans = scansOf(frame);
  const roleOf = (wanted: Role): Role => (scans.some(({ role }) => role === wanted) ? wanted : 'own');
  const company = `(role = '${roleOf('company')}' AND ${allNull(frame, (one) => kindOf(one) === 'organisation')})`;
  const everything = `(role = '${roleOf(roleOf('history') === 'own' ? 'company' : 'history')}' AND ${allNull(frame, () => true)})`;
  const shared = dimensionsOf(frame).flatMap((one, index) =>
    kindOf(one) === 'organisation' ? [] : [`d${index}`],
  );
  const past = frame.history === 'company' ? everything : company;
  const pastOver = frame.history === 'company' ? 'everybody' : 'members';
  const { last } = frame.timeline;
  // What no wanted set looks at is not worked out; of the past of everybody only that of the company is.
  const seen = /\bseen\b/.test(wanted.map((name) => stateSets[name]).join(' '))
    ? 'true'
    : needs('company_seen')
      ? past
      : 'false';
  const ofCompany = (column: 'now' | 'before' | 'seen', which: string, window: string): string =>
    needs(`company_${column}`)
      ? `, groupBitmapMergeStateIf(${column}, ${which}) OVER ${window} AS company_${column}`
      : '';
  return sql`
    SELECT *
    FROM (
      SELECT * ${raw(ofCompany('now', company, 'members') + ofCompany('before', company, 'members') + ofCompany('seen', past, pastOver))}
      FROM (${periodSets(frame, scans, { before: needs('before'), seen })})
      WINDOW members AS (PARTITION BY ${raw([...shared, 'cell'].join(', '))}), everybody AS (PARTITION BY cell)
    )
    WHERE role = 'own' AND cell IN (${raw(last.join(', '))})`;
}

/** SQL: `now`, `touched`, `before` and `seen` of the period that ends with a row's cell, for every row of `dense`. */
function periodSets(
  frame: Frame,
  scans: readonly Scan[],
  { before, seen }: { readonly before: boolean; readonly seen: string },
): Sql {
  const { width } = frame.timeline;
  const columns = dimensionsOf(frame).map((_, index) => `d${index}`);
  const by = raw(['role', ...columns].join(', '));
  const ofPast = raw(`groupBitmapMergeStateIf(touching, ${seen})
    OVER (history ROWS BETWEEN UNBOUNDED PRECEDING AND ${width} PRECEDING) AS seen`);
  const ofBefore = (column: string): Sql =>
    raw(`${before ? `lagInFrame(${column}, ${width}) OVER history` : nobody} AS before`);
  const history = sql`WINDOW history AS (PARTITION BY ${by} ORDER BY cell)`;
  if (width === 1)
    return sql`
      SELECT ${by}, cell, ${raw(hitting(frame))} AS now, touching AS touched, ${ofBefore(hitting(frame))}, ${ofPast}
      FROM (${dense(frame, scans)}) ${history}`;
  return sql`
    SELECT ${by}, cell, now, now AS touched, ${ofBefore('now')}, ${ofPast}
    FROM (SELECT ${by}, cell, touching, bitmapOr(earlier, later) AS now FROM (${windowParts(frame, scans)})) ${history}`;
}

/**
 * SQL: `touching`, and who was active in the `earlier` and the `later` part of the window that ends with a row's cell, for every
 * row of `dense`. A window is the end of one block of its own length and the beginning of the next: two unions, however
 * long it is (van Herk, 1992; Gil and Werman, 1993). Windows are never judged, so who touches hits.
 */
function windowParts(frame: Frame, scans: readonly Scan[]): Sql {
  const { width, edges } = frame.timeline;
  const by = ['role', ...dimensionsOf(frame).map((_, index) => `d${index}`)].join(', ');
  const block = `PARTITION BY ${by}, intDiv(indexOf([${edges.join(', ')}], cell), ${width})`;
  return sql`
    SELECT ${raw(by)}, cell, touching, lagInFrame(tail, ${raw(width - 1)}) OVER history AS earlier, later
    FROM (
      SELECT ${raw(by)}, cell, touching,
        groupBitmapMergeState(touching) OVER (${raw(block)} ORDER BY cell) AS later,
        groupBitmapMergeState(touching) OVER (${raw(block)} ORDER BY cell DESC) AS tail
      FROM (${dense(frame, scans)})
    )
    WINDOW history AS (PARTITION BY ${raw(by)} ORDER BY cell)`;
}

/** SQL: sizes of sets, by level, member and period. Rows may lack where all of them are 0. */
export function stateSizes(frame: Frame, wanted: readonly StateSet[]): Sql {
  const ready = keptSizes(frame, wanted);
  if (ready !== null) return ready;
  const columns = dimensionsOf(frame).map((_, index) => `d${index}, `);
  if (isOfActive(frame, wanted) && frame.timeline.width > 1)
    return sql`SELECT ${raw(columns.join(''))} cell, bitmapOrCardinality(earlier, later) AS active_size
      FROM (${windowParts(frame, [ownScan(frame)])})
      WHERE cell IN (${raw(frame.timeline.last.join(', '))}) AND active_size > 0`;
  const sizes = wanted.map((name) => `${sizeOf(stateSets[name])} AS ${name}_size`);
  return sql`SELECT ${raw(columns.join(''))} cell, ${raw(sizes.join(', '))} FROM (${setsOf(frame, wanted)})
    WHERE ${raw(wanted.map((name) => `${name}_size`).join(' + '))} > 0`;
}

/** SQL: as `statesSql`, `now` alone: nothing is compared, so nothing has to be filled in. */
function activeSql(frame: Frame): Sql {
  const columns = dimensionsOf(frame).map((_, index) => `d${index}, `);
  return sql`
    SELECT ${raw(columns.join(''))} time AS cell, hitting AS now
    FROM (${scan(frame, ownScan(frame))}) WHERE time IN (${raw(frame.timeline.last.join(', '))})`;
}

const ownScan = ({ slice, scope, levels, timeline }: Frame): Scan => ({
  role: 'own',
  slice,
  scope,
  levels,
  from: timeline.periods[0].from,
});

/** SQL: the ids of one set of a frame of one period and one level. */
export const stateMembers = (frame: Frame, set: StateSet): Sql =>
  sql`SELECT arrayJoin(bitmapToArray(${raw(stateSets[set])})) AS unit FROM (${setsOf(frame, [set])})`;

/** SQL: `member, cell, units`: the ids of one set of a frame whose one level is one dimension. */
export const stateMembersBy = (frame: Frame, set: StateSet): Sql =>
  sql`SELECT d0 AS member, cell, bitmapToArray(${raw(stateSets[set])}) AS units FROM (${setsOf(frame, [set])})
    WHERE d0 IS NOT NULL AND d0 != ''`;

const setsOf = (frame: Frame, wanted: readonly StateSet[]): Sql =>
  isOfActiveOnly(frame, wanted) ? activeSql(frame) : statesSql(frame, wanted);

/** Nothing is compared. */
const isOfActive = (frame: Frame, wanted: readonly StateSet[]): boolean =>
  wanted.every((name) => name === 'active') && !isByAssignment(frame);

/** Nothing is compared, and every period is a cell of its own. */
export const isOfActiveOnly = (frame: Frame, wanted: readonly StateSet[]): boolean =>
  isOfActive(frame, wanted) && frame.timeline.width === 1;

function allNull(frame: Frame, which: (dimension: Dimension) => boolean): string {
  const columns = dimensionsOf(frame).flatMap((one, index) => (which(one) ? [`d${index} IS NULL`] : []));
  return columns.length === 0 ? 'true' : columns.join(' AND ');
}

/** As few passes over the ledger as the comparison with the company and with everybody's past needs. */
export function scansOf(frame: Frame): readonly Scan[] {
  const { slice, levels, history, scope } = frame;
  const companySlice = withoutOrganisation(slice);
  const companyLevels = distinctLevels(levels.map((level) => withoutOrganisation(level)));
  const separate = companySlice.length < slice.length || scope.nodes !== null;
  const everything = history === 'company' ? [[]] : [];
  const historyIsOwn = companySlice.length === 0;
  const ofCompany = distinctLevels([...companyLevels, ...(historyIsOwn ? everything : [])]);
  return [
    { role: 'own', slice, scope, levels: separate ? levels : distinctLevels([...levels, ...ofCompany]) },
    ...(separate
      ? [{ role: 'company', slice: companySlice, scope: wholeCompany, levels: ofCompany } as const]
      : []),
    ...(history === 'company' && !historyIsOwn
      ? [{ role: 'history', slice: [], scope: wholeCompany, levels: [[]] } as const]
      : []),
  ];
}

/** Without thresholds whoever touches hits. */
const hitting = ({ method }: Frame): 'hitting' | 'touching' => (isJudged(method) ? 'hitting' : 'touching');

/**
 * SQL: every combination of members has a row for every cell of time, empty bitmaps where nobody bought; `hitting` only where it
 * may be less than `touching`.
 */
function dense(frame: Frame, scans: readonly Scan[]): Sql {
  const { edges } = frame.timeline;
  const by = raw(['role', ...dimensionsOf(frame).map((_, index) => `d${index}`)].join(', '));
  const bitmaps = [...new Set(['touching', hitting(frame)])];
  const merged = bitmaps.map((bitmap, index) => `groupBitmapMergeState(pair.${index + 2}) AS ${bitmap}`);
  return sql`
    SELECT ${by}, pair.1 AS cell, ${raw(merged.join(', '))}
    FROM (
      SELECT ${by}, arrayJoin(arrayConcat(
        groupArray((assumeNotNull(time), ${raw(bitmaps.join(', '))})),
        arrayMap(edge -> (toUInt32(edge), ${raw(bitmaps.map(() => nobody).join(', '))}), [${raw(edges.join(', '))}]))) AS pair
      FROM (${joined(
        scans.map((one) => scan(frame, one)),
        ' UNION ALL ',
      )})
      GROUP BY ${by}
    )
    GROUP BY ${by}, cell`;
}

/** Why what is kept does not serve to say who is active in a part of the lines; null where it does. */
export const whyNotKept = (frame: Frame, part: FramePart): LinesReason | null =>
  isJudged(frame.method) ? whyNotThresholds(frame, part) : whyNotBitmaps(frame, part);

/** SQL: units with counted lines (`touching`), and those whose lines reach the thresholds (`hitting`). */
function scan(frame: Frame, one: Scan): Sql {
  const { kept, method } = frame;
  if (kept === null || whyNotKept(frame, one) !== null) return lineScan(frame, one, null);
  return isJudged(method)
    ? lineScan(frame, one, sumsAsLines(frame, kept, one))
    : bitmapScan(frame, kept, one);
}

/** `sums`: what is read as lines, all of them counted. */
function lineScan(frame: Frame, { role, slice, scope, levels, from }: Scan, sums: Sql | null): Sql {
  const { method, version, unit } = frame;
  const dimensions = dimensionsOf(frame);
  const used = dimensions.filter((dimension) => levels.some((level) => level.includes(dimension)));
  // A dimension that no level of this pass has is the total of it.
  const members = dimensions.map((one, index) =>
    used.includes(one)
      ? sql`${raw(`d${index}`)}`
      : sql`CAST(NULL, 'Nullable(String)') AS ${raw(`d${index}`)}`,
  );
  const columns = joined(
    [...members, raw('time')].map((one) => sql`${one}, `),
    '',
  );
  const grouped = (others: string): Sql => groupByLevels(frame, levels, others);
  const lines = (more: Sql): Sql => sql`
    SELECT ${memberKeys(frame, used)} ${raw(`l.${unitColumn[unit]}`)} AS unit, ${cellOf(frame.timeline)} AS time ${more}
    ${ledgerRows(frame, { slice, scope, joins: used, instead: sums, ...(from && { from }) })} AND ${sums === null ? countedCondition(method, version) : raw('true')}`;
  const judgedBy = ['quantity', ...(sums === null ? ['product', 'doc', 'numbered'] : [])];
  const sets = isJudged(method)
    ? sql`
      SELECT ${raw(dimensions.map((_, index) => `d${index}, `).join(''))} time,
        groupBitmapState(assumeNotNull(unit)) AS touching, groupBitmapStateIf(assumeNotNull(unit), reached) AS hitting
      FROM (
        SELECT ${columns} unit, ${reaches(method)} AS reached
        FROM (${lines(raw(`, l.${judgedAmount(method)} AS amount, ${judgedBy.map((column) => `l.${column} AS ${column}`).join(', ')}`))})
        ${grouped('unit, time')}
      )
      GROUP BY ${raw([...dimensions.map((_, index) => `d${index}`), 'time'].join(', '))}`
    : sql`
      SELECT ${columns} groupBitmapState(unit) AS touching, touching AS hitting
      FROM (${lines(sql``)}) ${grouped('time')}`;
  return sql`SELECT '${raw(role)}' AS role, ${memberTexts(frame, used)} time, touching, hitting FROM (${sets})`;
}

const judgedAmount = ({ vat }: Method): string => (vat === 'included' ? 'amount' : 'amount_net');

/** SQL: the counted lines of a unit in a cell of time reach the method's thresholds together. */
function reaches({ thresholds }: Method): Sql {
  const { amount, quantity, products, documents } = thresholds;
  return sql`ifNull(${and([
    ...(amount === undefined ? [] : [sql`sum(amount) >= ${decimal(amount)}`]),
    ...(quantity === undefined ? [] : [sql`sum(quantity) >= ${decimal(quantity)}`]),
    ...(products === undefined ? [] : [sql`uniqExact(product) >= ${integer(products)}`]),
    ...(documents === undefined ? [] : [sql`uniqExactIf(doc, numbered) >= ${integer(documents)}`]),
  ])}, false)`;
}
