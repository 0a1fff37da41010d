import { assignable } from '../../domain/dimensions.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import { calendarPeriod } from '../../domain/period.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, type Sql, sql, statement } from '../../stores/warehouse/sql.ts';
import { methodAsked } from '../definitions/methods.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { countedCondition } from './counted-lines.ts';
import { type Frame, lastPeriod, ledgerRows } from './frame.ts';
import { dayAsked, responsibleUnits } from './responsible-sql.ts';
import { timelineOf } from './timeline.ts';

/**
 * What clients bought in a month and where, as columns in order of their ids, so that it can be added up for any scope: whoever sees
 * a member of a place sees what stands there. Documents and kinds of goods that had counted lines at several places together stand at
 * one with the members of all of these, and nowhere else.
 */
export interface CustomerPlaces {
  readonly units: Uint32Array;
  /** Which of `members`. */
  readonly places: Uint32Array;
  /** Ten-thousandths; NaN is unknown. */
  readonly sales: Float64Array;
  readonly documents: Float32Array;
  readonly products: Float32Array;
  /** Ids of members, by place: those on the lines, or who are responsible, as the method says. */
  readonly members: readonly (readonly number[])[];
}

interface Columns {
  readonly units: readonly number[];
  readonly places: readonly number[];
  readonly sales: readonly (number | string)[];
  readonly documents: readonly (number | string)[];
  readonly products: readonly (number | string)[];
  readonly members: readonly (readonly [number, readonly number[]])[];
}

/** Of the whole company, by the main method. */
export async function customerPlaces(
  stores: Pick<Stores, 'warehouse' | 'records'>,
  version: DataVersion,
  month: string,
): Promise<CustomerPlaces> {
  const method = await methodAsked(stores, { id: 'main' });
  const frame: Frame = {
    ...{ version, method, unit: 'client', slice: [], levels: [[]], history: 'slice', scope: wholeCompany },
    ...{ timeline: timelineOf([calendarPeriod('month', month)]), kept: null },
  };
  const { text, params } = statement(sql`
    SELECT groupArray(unit) AS units, groupArray(place) AS places, groupArray(known_sales) AS sales,
      groupArray(known_documents) AS documents, groupArray(known_products) AS products,
      arraySort(groupUniqArray((place, members))) AS members
    FROM (
      SELECT unit, toUInt32(dense_rank() OVER (ORDER BY members) - 1) AS place, members,
        ifNull(toInt64(sales * 10000), toInt64(${raw(unknown)})) AS known_sales,
        if(unnumbered = 0, toInt64(documents), toInt64(${raw(unknown)})) AS known_documents,
        if(unknown_products = 0, toInt64(products), toInt64(${raw(unknown)})) AS known_products
      FROM (${byPlace(frame)}) ORDER BY unit, place
    )`);
  const [row] = await stores.warehouse.rows<Columns>(text, params);
  const known = (one: number | string): number =>
    Number(one) === Number(unknown) ? Number.NaN : Number(one);
  return {
    ...{ units: Uint32Array.from(row?.units ?? []), places: Uint32Array.from(row?.places ?? []) },
    sales: Float64Array.from(row?.sales ?? [], known),
    documents: Float32Array.from(row?.documents ?? [], known),
    products: Float32Array.from(row?.products ?? [], known),
    members: (row?.members ?? []).map(([, members]) => members),
  };
}

/** Below every sum that a customer can have. */
const unknown = '-1000000000000000000';

/** SQL: a row for each client and place. */
function byPlace(frame: Frame): Sql {
  const lines = placedLines(frame);
  const different = (what: string, documents: string, products: string): Sql => sql`
    SELECT unit, arraySort(groupUniqArrayArray(members)) AS members, CAST(NULL, 'Nullable(Decimal(38, 4))') AS sales,
      0 AS unnumbered, 0 AS unknown_products, ${raw(documents)} AS documents, ${raw(products)} AS products
    FROM (${lines}) WHERE counts ${raw(what === 'doc' ? 'AND numbered' : '')} GROUP BY unit, ${raw(what)}`;
  return sql`
    SELECT unit, members, sum(sales) AS sales, sum(unnumbered) AS unnumbered,
      sum(unknown_products) AS unknown_products, sum(documents) AS documents, sum(products) AS products
    FROM (
      SELECT unit, members, sum(amount) AS sales, countIf(counts AND NOT numbered) AS unnumbered,
        countIf(counts AND product = 0) AS unknown_products, 0 AS documents, 0 AS products
      FROM (${lines}) GROUP BY unit, members
      UNION ALL ${different('doc', '1', '0')}
      UNION ALL ${different('product', '0', '1')}
    ) GROUP BY unit, members`;
}

/** SQL: lines of the month with the members of their place, none twice. */
function placedLines(frame: Frame): Sql {
  const { method, version } = frame;
  const period = lastPeriod(frame);
  const isByLine = method.attribution === 'document';
  const of = (alias: string): Sql =>
    raw(
      `arraySort(arrayFilter(one -> one != 0, [${assignable.map((kind) => `ifNull(${alias}.${kind}, 0)`).join(', ')}])) AS members`,
    );
  const lines = sql`
    SELECT l.client AS unit, ${isByLine ? sql`${of('l')}, ` : sql``} l.amount AS amount, l.doc AS doc,
      l.numbered AS numbered, l.product AS product, ${countedCondition(method, version)} AS counts
    ${ledgerRows(frame, { slice: [], scope: wholeCompany, joins: [], from: period.from })}`;
  if (isByLine) return lines;
  const day = dayAsked(frame, dayNumber(period.to));
  const whose = { version, unit: 'client', slice: [], scope: wholeCompany } as const;
  return sql`SELECT x.*, ${of('r')} FROM (${lines}) AS x
    LEFT JOIN (${responsibleUnits(whose, assignable, [[0, day]])}) AS r ON r.unit = x.unit`;
}
