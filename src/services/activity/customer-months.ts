import { calendarPeriod } from '../../domain/period.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Stores } from '../../stores/stores.ts';
import { sql } from '../../stores/warehouse/sql.ts';
import { methodAsked } from '../definitions/methods.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import type { Frame } from './frame.ts';
import { keptOf } from './kept/kept.ts';
import { sumsOfEverybody } from './list-sql.ts';
import { remembered } from './remembered.ts';
import { stateMembers } from './states-sql.ts';
import { timelineOf } from './timeline.ts';

/** What clients with lines bought in a month, as columns in order of their ids; NaN is unknown. */
export interface CustomerMonth {
  readonly units: Uint32Array;
  /** In kopecks. */
  readonly sales: Float64Array;
  readonly documents: Float64Array;
  readonly products: Float64Array;
  /** 1: he is active by the method; NaN is unknown. */
  readonly active: Uint8Array | Float32Array;
}

type Columns = Readonly<Record<keyof CustomerMonth, readonly (number | string)[]>>;

/** Below every sum that a customer can have: unknown. */
const unknown = -1e18;

/** Lines and states are those that a scope shows, as in every figure. */
export async function customerMonth(
  stores: Pick<Stores, 'warehouse' | 'records'>,
  version: DataVersion,
  scope: Scope,
  month: string,
  id: 'main' | 'qualified' = 'main',
): Promise<CustomerMonth> {
  const method = await methodAsked(stores, { id });
  const frame: Frame = {
    ...{ version, method, unit: 'client', slice: [], levels: [[]], history: 'slice', scope },
    timeline: timelineOf([calendarPeriod('month', month)]),
    kept: await keptOf(stores.warehouse, version, method),
  };
  return await remembered<Columns, CustomerMonth>(
    stores.warehouse,
    sql`SELECT groupArray(unit) AS units, groupArray(known_sales) AS sales, groupArray(known_documents) AS documents,
        groupArray(known_products) AS products, groupArray(is_active) AS active
      FROM (
        SELECT s.unit AS unit, ifNull(toInt64(s.sales * 10000), toInt64(-1000000000000000000)) AS known_sales,
          ifNull(toInt64(s.documents), -1) AS known_documents, ifNull(toInt64(s.products), -1) AS known_products,
          a.unit IS NOT NULL AS is_active
        FROM (${sumsOfEverybody(frame)}) AS s
        LEFT JOIN (${stateMembers(frame, 'active')}) AS a ON a.unit = s.unit
        ORDER BY unit
      )`,
    ([row]) => ({
      units: Uint32Array.from(row?.units ?? [], Number),
      sales: Float64Array.from(row?.sales ?? [], (one) => kopecks(Number(one))),
      documents: Float64Array.from(row?.documents ?? [], numbers),
      products: Float64Array.from(row?.products ?? [], numbers),
      active: Uint8Array.from(row?.active ?? [], Number),
    }),
    ({ units }) => 29 * units.length,
  );
}

/** Half-up away from zero, as money is rounded everywhere. */
export const kopecks = (tenThousandths: number): number =>
  tenThousandths <= unknown
    ? Number.NaN
    : Math.sign(tenThousandths) * Math.round(Math.abs(tenThousandths) / 100);

const numbers = (one: number | string): number => (Number(one) < 0 ? Number.NaN : Number(one));
