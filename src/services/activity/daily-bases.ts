import { type AssignableDimension, assignable, type Dimension } from '../../domain/dimensions.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import type { Method } from '../../domain/method.ts';
import { type CalendarGrain, calendarPeriod, monthsIn } from '../../domain/period.ts';
import { type Scope, wholeCompany } from '../../domain/scope.ts';
import { textKey } from '../../domain/text-key.ts';
import { raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { type DataVersion, generationList, monthText } from '../ledger/data-version.ts';
import { settlesMonth } from '../ledger/settles-month.ts';
import { countedBeforeReturns, countedCondition } from './counted-lines.ts';
import { lineIsOf, memberJoin, memberKeyOfLine, memberText } from './dimension-sql.ts';
import { remembered } from './remembered.ts';
import { responsibleUnits } from './responsible-sql.ts';
import { lineInScope } from './scope-sql.ts';

/** Members of the organisation, or the company (member 0), and of which goods alone. */
export interface BaseOwner {
  readonly level: 'company' | AssignableDimension;
  readonly member: number;
  /** A member of the goods that were asked for; '': of all goods. */
  readonly product: string;
}

/**
 * Customers active in a month to date, at the end of its 1st to 31st day, as was known on that day; where longer periods are
 * asked for, those of them who had not been in an earlier month of the same one.
 */
export interface DailyBase {
  /** `YYYYMM` */
  readonly ym: number;
  readonly active: readonly number[];
  /** Those of them who had never bought before the period. */
  readonly fresh: readonly number[];
}

export interface DailyBases {
  /** Months in which there was anybody, in order. */
  readonly of: (owner: BaseOwner) => readonly DailyBase[];
  /** How many had ever bought by the end of the last of the months. */
  readonly known: (owner: BaseOwner) => number;
}

interface Asked {
  readonly version: DataVersion;
  /** Without thresholds. */
  readonly method: Method;
  readonly scope: Scope;
  /** `YYYYMM` */
  readonly months: readonly number[];
  /** Of how long periods the base is; all months of each are asked for. */
  readonly grain: CalendarGrain;
  readonly goods: { readonly dimension: Dimension; readonly members: readonly string[] } | null;
}

type Row = BaseOwner & DailyBase;

const keyOf = ({ level, member, product }: BaseOwner): string => textKey([level, member, product]);

/**
 * АКБ of months to date by day, of clients, for the company and all members of the organisation, in one statement. As
 * long as the months stay, so does the answer itself.
 */
export async function dailyBases(warehouse: Warehouse, asked: Asked): Promise<DailyBases> {
  if (asked.months.length === 0) return { of: () => [], known: () => 0 };
  const known = await remembered<BaseOwner & { readonly units: string }, ReadonlyMap<string, number>>(
    warehouse,
    knownSql(asked),
    (rows) => new Map(rows.map((row) => [keyOf(row), Number(row.units)])),
    ({ size }) => size * 60,
  );
  const { days } = await remembered<Row, { readonly days: DailyBases; readonly rows: number }>(
    warehouse,
    dailySql(asked),
    (rows) => {
      const all = Map.groupBy(rows, keyOf);
      for (const months of all.values()) months.sort((a, b) => a.ym - b.ym);
      const of: DailyBases['of'] = (owner) => all.get(keyOf(owner)) ?? [];
      return { days: { of, known: (owner) => known.get(keyOf(owner)) ?? 0 }, rows: rows.length };
    },
    ({ rows }) => rows * 900,
  );
  return days;
}

// Days are bits: of a customer the days of a month are one number, in which bit 7 says that by the end of the seventh he
// was active. A line counts from its day on, but for the days on which its cell had been returned (counting rules, §2).

const everyDay = 'toUInt32(4294967295)';
const from = (date: string): string => `toUInt32(bitShiftLeft(toUInt64(${everyDay}), toDayOfMonth(${date})))`;

function dailySql(asked: Asked): Sql {
  const { version, method, months, goods, grain } = asked;
  const last = Math.max(...months);
  const byDay = (condition: string): string =>
    `CAST(sumForEachIf(arrayMap(one -> bitTest(days, one), range(1, 32)), ${condition}), 'Array(UInt32)')`;
  const owners = ["('company', toUInt32(0))", ...assignable.map((kind) => `('${kind}', ${kind})`)];
  return sql`
    SELECT level, member, ${goods === null ? raw("''") : memberText(goods.dimension, raw('x.good'))} AS product, ym,
      ${raw(byDay('true'))} AS active, ${raw(byDay(`ifNull(first >= ${firstMonth(grain)}, true)`))} AS fresh
    FROM (${unitMonths(asked, raw(owners.join(', ')))}) AS x
    LEFT JOIN (
      SELECT ${goodOf(asked)} AS good, l.client AS unit, min(l.ym) AS first ${linesOf(asked, (ym) => ym <= last)}
        AND ${countedCondition(method, version)}
      GROUP BY good, unit
    ) AS f ON f.good = x.good AND f.unit = x.unit
    GROUP BY level, member, x.good, ym`;
}

/** SQL: the first month of the period of a month `ym`. */
const firstMonth = (grain: CalendarGrain): string => `(ym - (ym % 100 - 1) % ${monthsIn(grain)})`;

/** SQL: days of units in each month of whoever has them; of a longer period only in the months before which they were not active. */
function unitMonths(asked: Asked, owners: Sql): Sql {
  const { grain, method, scope } = asked;
  const days =
    method.attribution === 'assigned' ? ownedByAssignment(asked) : unitDays(asked, scope, assignable);
  const of = sql`owner.1 AS level, owner.2 AS member, good, unit`;
  const from = sql`FROM (${days}) ARRAY JOIN [${owners}] AS owner GROUP BY level, member, good, unit`;
  if (grain === 'month') return sql`SELECT ${of}, ym, groupBitOr(mask) AS days ${from}, ym`;
  const months = Array.from({ length: monthsIn(grain) }, (_, at) => `groupBitOrIf(mask, ym = begin + ${at})`);
  return sql`
    SELECT level, member, good, unit, begin + at - 1 AS ym, days
    FROM (
      SELECT ${of}, ${raw(firstMonth(grain))} AS begin, ${raw(`[${months.join(', ')}]`)} AS months ${from}, begin
    )
    ARRAY JOIN months AS days, arrayEnumerate(months) AS at
    WHERE days != 0 AND NOT arrayExists(month -> bitTest(month, 31), arraySlice(months, 1, at - 1))`;
}

/** SQL: units with counted lines before the end of the months, by whom the lines name; assigned ones of the company alone. */
function knownSql(asked: Asked): Sql {
  const { version, method, months, goods, scope } = asked;
  const last = Math.max(...months);
  const kinds = method.attribution === 'assigned' ? [] : assignable;
  const owners = ["('company', toUInt32(0))", ...kinds.map((kind) => `('${kind}', l.${kind})`)];
  return sql`
    SELECT owner.1 AS level, owner.2 AS member, ${goods === null ? raw("''") : memberText(goods.dimension, raw('good'))} AS product, uniqExact(unit) AS units
    FROM (
      SELECT DISTINCT [${raw(owners.join(', '))}] AS owners, ${goodOf(asked)} AS good, l.client AS unit
      ${linesOf(asked, (ym) => ym <= last)} AND ${countedCondition(method, version)} AND ${lineInScope(scope)}
    )
    ARRAY JOIN owners AS owner
    GROUP BY level, member, good`;
}

/** SQL: days of units in each month by members of the organisation (`columns`), as bits. */
function unitDays(asked: Asked, scope: Scope, columns: readonly AssignableDimension[]): Sql {
  const { version, method, months } = asked;
  const isMonth = (ym: number): boolean => months.includes(ym);
  const ledger = `ledger AS r WHERE (r.ym, r.generation) IN ${generationList(version, isMonth)}`;
  const ofMonth = settlesMonth('r');
  const keys = raw(['ym', 'unit', 'good', ...columns].join(', '));
  const lines = (condition: Sql): Sql => sql`
    SELECT l.ym AS ym, l.client AS unit, ${goodOf(asked)} AS good, l.date AS date, l.entity AS entity, l.product AS product,
      ${raw(columns.map((one) => `l.${one} AS ${one}, `).join(''))} 0 AS nothing
    ${linesOf(asked, isMonth)} AND ${countedBeforeReturns(method, version)} AND ${lineInScope(scope)} AND ${condition}`;
  const sure = (condition: Sql): Sql =>
    sql`SELECT ${keys}, ${raw(from('min(date)'))} AS mask FROM (${lines(condition)}) GROUP BY ${keys}`;
  if (method.returns.mode === 'off') return sure(sql`true`);
  const doubtful = raw(`((l.ym, l.entity, l.product) IN (
      SELECT r.ym, r.entity, r.product FROM ${ledger} AND (r.quantity <= 0 OR r.amount <= 0) AND NOT ${ofMonth})
    OR (l.ym, l.entity) IN (SELECT r.ym, r.entity FROM ${ledger} AND ${ofMonth}))`);
  return sql`
    ${sure(sql`NOT ${doubtful}`)}
    UNION ALL
    SELECT ${keys}, groupBitOr(bitAnd(${raw(from('date'))},
      bitAnd(ifNull(cell_held, ${raw(everyDay)}), ifNull(month_held, ${raw(everyDay)})))) AS mask
    FROM (${lines(doubtful)}) AS d
    LEFT JOIN (${raw(heldDays('cell_held', 'entity, product', `${ledger} AND NOT ${ofMonth}`, 'false', 'quantity <= 0 OR sold <= 0'))}) AS c
      USING (ym, entity, product)
    LEFT JOIN (${raw(heldDays('month_held', 'entity', ledger, ofMonth, 'back AND sold <= 0'))}) AS m USING (ym, entity)
    GROUP BY ${keys}`;
}

/**
 * SQL: the days (`name`) of each month on which what some `keys` had sold so far had not come back, by running sums of
 * what was known on the day.
 */
const heldDays = (name: string, keys: string, ledger: string, back: string, gone: string): string => `
  SELECT ym, ${keys}, groupBitOr(if(ifNull(${gone}, false), toUInt32(0), bitXor(${from('date')}, if(until IS NULL, toUInt32(0), ${from('until')})))) AS ${name}
  FROM (
    SELECT ym, ${keys}, date, sum(of_quantity) OVER so_far AS quantity, sum(of_amount) OVER so_far AS sold,
      max(of_back) OVER so_far AS back, leadInFrame(toNullable(date), 1, NULL) OVER whole AS until
    FROM (
      SELECT r.ym AS ym, ${keys.replaceAll(/\w+/g, 'r.$& AS $&')}, r.date AS date, sum(r.quantity) AS of_quantity,
        sum(r.amount) AS of_amount, max(${back}) AS of_back
      FROM ${ledger} GROUP BY ym, ${keys}, date
    )
    WINDOW so_far AS (PARTITION BY ym, ${keys} ORDER BY date),
      whole AS (PARTITION BY ym, ${keys} ORDER BY date ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  )
  GROUP BY ym, ${keys}`;

/** SQL: the same of units whose members of the last day of the period are asked for; these are its members. */
function ownedByAssignment(asked: Asked): Sql {
  const { version, months, scope, grain } = asked;
  const lastDays = months.map((ym): [number, number] => [
    ym,
    dayNumber(calendarPeriod(grain, monthText(ym)).to),
  ]);
  return sql`
    SELECT days.*, ${raw(assignable.map((kind) => `r.${kind} AS ${kind}`).join(', '))}
    FROM (${unitDays(asked, wholeCompany, [])}) AS days
    INNER JOIN (${responsibleUnits({ version, unit: 'client', slice: [], scope }, assignable, lastDays)}) AS r
      ON r.unit = days.unit AND r.cell = days.ym`;
}

const goodOf = ({ goods }: Asked): Sql => (goods === null ? raw('0') : memberKeyOfLine(goods.dimension));

/** SQL: `FROM … WHERE …` over ledger rows `l` of some months and of the goods. */
const linesOf = ({ version, goods }: Asked, isMonth: (ym: number) => boolean): Sql => sql`
  FROM ledger AS l ${goods === null ? sql`` : memberJoin(goods.dimension, version)}
  WHERE ${raw(`(l.ym, l.generation) IN ${generationList(version, isMonth)}`)}
    AND ${goods === null ? sql`true` : lineIsOf(goods, version)}`;
