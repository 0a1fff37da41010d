import { addDays, dayNumber } from '../../domain/iso-date.ts';
import type { Method } from '../../domain/method.ts';
import { daysPeriod } from '../../domain/period.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import { raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { countedCondition } from '../activity/counted-lines.ts';
import { ledgerRows } from '../activity/frame.ts';
import { dayAsked, responsibleUnits } from '../activity/responsible-sql.ts';
import { stoppedUnits } from '../activity/stopped-sql.ts';
import { timelineOf } from '../activity/timeline.ts';
import { unitColumn } from '../activity/unit-column.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** Units with fewer intervals of their own are expected to buy as others of their type do. */
export const fewestIntervals = 3;
/** What was long ago says little of what is to come. */
const recentPurchases = 24;
/** Of how many days the documents of a purchase are counted: those of all years would take as long as all the rest. */
const documentDays = 91;
/** Of cheques where nobody has bought twice: as much as half of the mean is usual. */
const usualScatter = 0.25;

/** SQL: the two in the middle of a sorted array, the same one twice where their number is odd, added up. */
const middle = (of: string): string =>
  `${of}[intDiv(length(${of}) + 1, 2)] + ${of}[intDiv(length(${of}), 2) + 1]`;
/** SQL: the median of a sorted array of days, a half rounded up. */
export const medianOfDays = (of: string): string => `intDiv(${middle(of)} + 1, 2)`;
/** SQL: the median of days, a half rounded up, of the rows of a window that have a rhythm of their own. */
const usual = (window: string): string => {
  const among = (which: string): string => `quantileExact${which}If(0.5)(own, has_own) OVER (${window})`;
  return `toUInt32(intDiv(${among('Low')} + ${among('High')} + 1, 2))`;
};

/** SQL: how the cheques scatter of those rows of a window, on the mean. */
const usualScatterOf = (window: string): string => `avgIf(ifNull(scatter, 0), has_own) OVER (${window})`;

/**
 * SQL: rows of the table `rhythm`. A purchase is a day with counted lines, whatever the number of documents; lines that
 * know their month only are none.
 */
export function rhythmRows(
  build: number,
  version: DataVersion & { readonly asOf: IsoDate },
  unit: CountUnit,
  method: Method,
): Sql {
  const { asOf } = version;
  const column = raw(unitColumn[unit]);
  const frame = {
    ...{ version, method, unit, slice: [], levels: [[]], history: 'slice' as const, kept: null },
    ...{ scope: wholeCompany, timeline: timelineOf([daysPeriod(asOf, asOf)]) },
  };
  const generation = raw(`generation = ${version.dimensions}`);
  const responsible = responsibleUnits(
    { version, unit, slice: [], scope: wholeCompany },
    ['rep', 'team', 'department', 'branch'],
    [[0, dayAsked({ version }, dayNumber(asOf))]],
  );
  return sql`
    SELECT ${raw(build)} AS build, unit, rep, team, department, branch, days, first, last,
      multiIf(stopped, NULL, has_own, own, of_type > 0, of_type, of_all > 0, of_all, NULL) AS days_between,
      multiIf(stopped, '', has_own, 'own', of_type > 0, 'type', of_all > 0, 'all', '') AS basis,
      amount, stopped, gaps, average, scatter, documents_each, if(of_type > 0, of_type, of_all) AS others,
      ifNotFinite(if(of_type > 0, scatter_of_type, scatter_of_all), ${raw(usualScatter)}) AS others_scatter
    FROM (
      SELECT *, ${raw(usual('PARTITION BY client_type'))} * (client_type != '') AS of_type, ${raw(usual(''))} AS of_all,
        ${raw(usualScatterOf('PARTITION BY client_type'))} AS scatter_of_type, ${raw(usualScatterOf(''))} AS scatter_of_all
      FROM (
        SELECT p.unit AS unit, t.client_type AS client_type, p.days AS days, p.first AS first, p.last AS last, p.amount AS amount,
          p.recent_gaps AS gaps, p.average AS average, if(w.unit IS NULL, 1, w.documents_each) AS documents_each,
          if(p.sums_known < 2, NULL, p.variance / (p.average * p.average)) AS scatter,
          length(p.gaps) >= ${raw(fewestIntervals)} AND NOT stopped AS has_own,
          toUInt32(${raw(medianOfDays('p.gaps'))}) AS own,
          p.unit IN (${stoppedUnits(frame)}) AS stopped,
          ifNull(r.rep, 0) AS rep, ifNull(r.team, 0) AS team, ifNull(r.department, 0) AS department, ifNull(r.branch, 0) AS branch
        FROM (
          SELECT unit, toUInt32(count()) AS days, min(date) AS first, max(date) AS last,
            arraySort(groupArray((date, sum_of_day))) AS bought,
            arraySlice(arrayDifference(bought.1 :: Array(Int32)), 2) AS between, arraySort(between) AS gaps,
            arraySort(arrayMap(one -> assumeNotNull(one), arrayFilter(one -> isNotNull(one), bought.2))) AS sums,
            if(empty(sums), NULL, round((${raw(middle('sums'))}) / 2, 2)) AS amount,
            arraySlice(between, ${raw(1 - recentPurchases)}) AS recent_gaps, arraySlice(bought, ${raw(-recentPurchases)}) AS recent,
            arrayMap(one -> toFloat64(assumeNotNull(one)), arrayFilter(one -> isNotNull(one), recent.2)) AS recent_sums,
            length(recent_sums) AS sums_known, if(sums_known = 0, NULL, arrayAvg(recent_sums)) AS average,
            arraySum(one -> pow(one - assumeNotNull(average), 2), recent_sums) / (sums_known - 1) AS variance
          FROM (
            SELECT ${raw(`l.${unitColumn[unit]}`)} AS unit, l.date AS date, CAST(sum(l.amount) AS Nullable(Decimal(18, 4))) AS sum_of_day
            ${ledgerRows(frame, { slice: [], scope: wholeCompany, joins: [] })}
              AND ${countedCondition(method, version)} AND l.kind != 'monthTotal'
            GROUP BY unit, date
          ) GROUP BY unit
        ) AS p
        INNER JOIN (
          SELECT ${column} AS unit, any(c.client_type) AS client_type
          FROM (SELECT * FROM dim_point WHERE ${generation}) AS d
          INNER JOIN (SELECT id, client_type FROM dim_party WHERE ${generation}) AS c ON c.id = d.client
          GROUP BY unit
        ) AS t ON t.unit = p.unit
        LEFT JOIN (
          SELECT ${raw(`l.${unitColumn[unit]}`)} AS unit,
            if(countIf(NOT l.numbered) = 0, uniqExact(l.doc) / uniqExact(l.date), NULL) AS documents_each
          ${ledgerRows(frame, { slice: [], scope: wholeCompany, joins: [], from: addDays(asOf, -documentDays) })}
            AND ${countedCondition(method, version)} AND l.kind != 'monthTotal'
          GROUP BY unit
        ) AS w ON w.unit = p.unit
        LEFT JOIN (${responsible}) AS r ON r.unit = p.unit
      )
    )`;
}
