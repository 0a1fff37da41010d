import type { Method } from '../../domain/method.ts';
import { type Period, previousPeriod } from '../../domain/period.ts';
import type { CountUnit } from '../../domain/units.ts';
import { type DataVersion, generationList, monthNumber } from '../ledger/data-version.ts';
import { countedCondition } from './counted-lines.ts';
import type { Slice } from './slice.ts';

/** What every figure is compiled from. */
export interface FigureFrame {
  readonly version: DataVersion;
  readonly method: Method;
  readonly unit: CountUnit;
  readonly period: Period;
  /** Whose past decides who is new in a slice: that of the slice itself or of the whole company (§3). */
  readonly scope: 'slice' | 'company';
}

export const unitColumn = {
  client: 'client',
  legalEntity: 'entity',
  deliveryPoint: 'point',
} as const satisfies Record<CountUnit, string>;

const day = (date: string): string => `toDate('${date}')`;

/** Ledger rows `l` up to the end of the period, joined as the slice needs. */
function ledgerUpTo(frame: FigureFrame, slice: Slice | null): string {
  const last = monthNumber(frame.period.to);
  return `(SELECT * FROM ledger WHERE (ym, generation) IN ${generationList(frame.version, (ym) => ym <= last)}
    AND date <= ${day(frame.period.to)}) AS l ${slice?.join ?? ''}`;
}

/** SQL: the counted lines inside a window reach the method's thresholds. */
function reaches(method: Method, window: string): string {
  const { amount, quantity, products, documents } = method.thresholds;
  const conditions = [`countIf(${window}) > 0`];
  if (amount !== undefined) conditions.push(`sumIf(l.amount, ${window}) >= toDecimal128('${amount}', 4)`);
  if (quantity !== undefined)
    conditions.push(`sumIf(l.quantity, ${window}) >= toDecimal128('${quantity}', 4)`);
  if (products !== undefined) conditions.push(`uniqExactIf(l.product, ${window}) >= ${products}`);
  if (documents !== undefined)
    conditions.push(`uniqExactIf(l.doc, ${window} AND l.numbered) >= ${documents}`);
  return `ifNull(${conditions.join(' AND ')}, false)`;
}

/**
 * SQL: one row per unit (and member) with a counted line up to the end of the period: `now` active in it, `before`
 * active in the one before, `seen` counted before its first day.
 */
export function unitStates(frame: FigureFrame, slice: Slice | null): string {
  const { period, method, version } = frame;
  const previous = previousPeriod(period);
  const member = slice === null ? '' : `${slice.member} AS member,`;
  return `SELECT l.${unitColumn[frame.unit]} AS unit, ${member}
      ${reaches(method, `l.date >= ${day(period.from)}`)} AS now,
      ${reaches(method, `l.date BETWEEN ${day(previous.from)} AND ${day(previous.to)}`)} AS before,
      countIf(l.date < ${day(period.from)}) > 0 AS seen
    FROM ${ledgerUpTo(frame, slice)}
    WHERE ${countedCondition(method, version)}
    GROUP BY unit${slice === null ? '' : ', member'}`;
}

/** Conditions on a row of states that put the unit into a set, by the name of the set. */
export type SetConditions = Readonly<
  Record<
    | 'active'
    | 'totalBase'
    | 'inactive'
    | 'new'
    | 'retained'
    | 'reactivated'
    | 'lost'
    | 'transferredIn'
    | 'transferredOut',
    string
  >
>;

const own: SetConditions = {
  active: 'now',
  totalBase: 'true',
  inactive: 'NOT now',
  new: 'now AND NOT seen',
  retained: 'now AND before',
  reactivated: 'now AND seen AND NOT before',
  lost: 'before AND NOT now',
  transferredIn: 'false',
  transferredOut: 'false',
};

/** §6: what a customer is to a member depends on what he is to the company (`company_…`). */
const organisation: SetConditions = {
  ...own,
  new: 'now AND NOT company_seen',
  reactivated: 'now AND company_seen AND NOT company_before',
  transferredIn: 'now AND NOT before AND company_before',
  lost: 'before AND NOT company_now',
  transferredOut: 'before AND NOT now AND company_now',
};

const companyScope: SetConditions = {
  ...own,
  new: 'now AND NOT company_seen',
  reactivated: 'now AND company_seen AND NOT before',
};

/** Which definition of the sets holds in a slice. */
export function setConditions(frame: FigureFrame, slice: Slice | null): SetConditions {
  if (slice === null) return own;
  if (slice.kind === 'organisation') return organisation;
  return frame.scope === 'company' ? companyScope : own;
}

/** SQL: states per unit and member, with the company's own states beside where the sets need them. */
export function slicedStates(frame: FigureFrame, slice: Slice | null): string {
  if (slice === null || setConditions(frame, slice) === own) return unitStates(frame, slice);
  return `SELECT m.unit AS unit, m.member AS member, m.now AS now, m.before AS before, m.seen AS seen,
      w.now AS company_now, w.before AS company_before, w.seen AS company_seen
    FROM (${unitStates(frame, slice)}) AS m INNER JOIN (${unitStates(frame, null)}) AS w ON w.unit = m.unit`;
}

/** SQL: sizes of all sets, one row (or one per member). */
export function setSizes(frame: FigureFrame, slice: Slice | null): string {
  const sizes = Object.entries(setConditions(frame, slice)).map(([name, is]) => `countIf(${is}) AS ${name}`);
  const member = slice === null ? '' : 'member,';
  return `SELECT ${member} ${sizes.join(', ')} FROM (${slicedStates(frame, slice)})
    ${slice === null ? '' : 'GROUP BY member'}`;
}

/**
 * SQL: money, documents and assortment over the lines of the period. `unnumbered` and `unknown_product` count lines
 * that make the figure beside them unknowable.
 */
export function lineSums(frame: FigureFrame, slice: Slice | null): string {
  const { period } = frame;
  return `SELECT ${slice === null ? '' : `${slice.member} AS member,`}
      count() AS lines,
      sum(l.amount) AS sales, countIf(l.amount IS NULL) AS amount_unknown,
      sum(l.amount_net) AS sales_net, countIf(l.amount_net IS NULL) AS net_unknown,
      uniqExactIf(l.doc, counts AND l.numbered) AS documents, countIf(counts AND NOT l.numbered) AS unnumbered,
      uniqExactIf((l.${unitColumn[frame.unit]}, l.product), counts) AS sku_pairs,
      countIf(counts AND l.product = 0) AS unknown_product
    FROM (
      SELECT *, ${countedCondition(frame.method, frame.version)} AS counts
      FROM ledger AS l
      WHERE (ym, generation) IN ${generationList(frame.version, (ym) => ym >= monthNumber(period.from) && ym <= monthNumber(period.to))}
        AND date BETWEEN ${day(period.from)} AND ${day(period.to)}
    ) AS l ${slice?.join ?? ''}
    ${slice === null ? '' : 'GROUP BY member'}`;
}

/**
 * SQL: units known by the end of the period, by registration or by a line; `bought`: with a counted line up to then. In
 * a slice one row for each member that the unit has.
 */
export function registeredUnits(frame: FigureFrame, slice: Slice | null): string {
  const { version, method, unit, period } = frame;
  const column = unitColumn[unit];
  const ofVersion = `generation = ${version.dimensions}`;
  const member = slice === null ? '' : 'member,';
  // An entity's implicit point is a point of its own while there is no named one, or through its lines.
  const hidden =
    unit === 'deliveryPoint'
      ? `p.implicit AND p.entity IN (SELECT entity FROM dim_point WHERE ${ofVersion} AND NOT implicit)`
      : 'false';
  const lines = ledgerUpTo(frame, null);
  return `SELECT DISTINCT ${member} unit,
      unit IN (SELECT l.${column} FROM ${lines} WHERE ${countedCondition(method, version)}) AS bought
    FROM (
      SELECT p.${column} AS unit, ${slice === null ? '' : `${slice.unitMember} AS member,`} ${hidden} AS hidden,
        min(${unit === 'deliveryPoint' ? 'p' : 'e'}.registered) OVER (PARTITION BY p.${column}) AS registered
      FROM (SELECT * FROM dim_point WHERE ${ofVersion}) AS p
      INNER JOIN (SELECT * FROM dim_party WHERE ${ofVersion}) AS e ON e.id = p.entity
      INNER JOIN (SELECT * FROM dim_party WHERE ${ofVersion}) AS c ON c.id = p.client
    )
    WHERE (registered <= ${day(period.to)} AND NOT hidden) OR unit IN (SELECT l.${column} FROM ${lines})`;
}

/** SQL: numbers of registered units and of prospects, one row or one per member; null for slices that units have only through their lines. */
export function registeredSizes(frame: FigureFrame, slice: Slice | null): string | null {
  if (slice !== null && slice.unitMember === null) return null;
  return `SELECT ${slice === null ? '' : 'member,'} count() AS registered, countIf(NOT bought) AS prospects
    FROM (${registeredUnits(frame, slice)}) ${slice === null ? '' : 'GROUP BY member'}`;
}
