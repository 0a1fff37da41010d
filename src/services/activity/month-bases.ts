import { assignmentKinds } from '../../domain/dated-facts.ts';
import { type Method, mainMethod } from '../../domain/method.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { type DataVersion, generationList, monthText } from '../ledger/data-version.ts';
import { countedCondition } from './counted-lines.ts';

export interface MonthBase {
  readonly client: number;
  readonly legalEntity: number;
  readonly deliveryPoint: number;
}

/** АКБ of single months of a version (committed or only prepared) by all three units; months as `YYYYMM`. */
export async function monthBases(
  stores: Stores,
  version: DataVersion,
  months: readonly number[],
  method: Method = mainMethod,
): Promise<Map<number, MonthBase>> {
  const wanted = new Set(months);
  const { text, params } = statement(sql`
    SELECT ym, uniqExact(client) AS client, uniqExact(entity) AS entity, uniqExact(point) AS point
    FROM ledger AS l
    WHERE (ym, generation) IN ${raw(generationList(version, (ym) => wanted.has(ym)))} AND ${countedCondition(method, version)}
    GROUP BY ym`);
  const rows = await stores.warehouse.rows<{ ym: number; client: string; entity: string; point: string }>(
    text,
    params,
  );
  return new Map(
    rows.map((row) => [
      row.ym,
      { client: Number(row.client), legalEntity: Number(row.entity), deliveryPoint: Number(row.point) },
    ]),
  );
}

export interface MonthEffect {
  readonly month: string;
  readonly before: MonthBase;
  readonly after: MonthBase;
}

const nobody: MonthBase = { client: 0, legalEntity: 0, deliveryPoint: 0 };

/** АКБ of the touched months before and after. */
export async function monthEffects(
  stores: Stores,
  before: DataVersion,
  after: DataVersion,
  months: readonly number[],
): Promise<MonthEffect[]> {
  const [old, fresh] = await Promise.all([
    monthBases(stores, before, months),
    monthBases(stores, after, months),
  ]);
  return [...months]
    .sort((a, b) => a - b)
    .map((ym) => ({
      month: monthText(ym),
      before: old.get(ym) ?? nobody,
      after: fresh.get(ym) ?? nobody,
    }));
}

/** Active clients of single months by whom they belong to: `202611 team 7`; member 0 is nobody. */
export async function memberBases(
  stores: Stores,
  version: DataVersion,
  months: readonly number[],
): Promise<Map<string, number>> {
  if (months.length === 0) return new Map();
  const wanted = new Set(months);
  const kinds = raw(`[${assignmentKinds.map((kind) => `'${kind}'`).join(', ')}]`);
  const members = raw(`[${assignmentKinds.map((kind) => `l.${kind}`).join(', ')}]`);
  const { text, params } = statement(sql`
    SELECT ym, of_kind, of_member, uniqExact(client) AS clients
    FROM ledger AS l ARRAY JOIN ${kinds} AS of_kind, ${members} AS of_member
    WHERE (ym, generation) IN ${raw(generationList(version, (ym) => wanted.has(ym)))} AND ${countedCondition(mainMethod, version)}
    GROUP BY ym, of_kind, of_member`);
  const rows = await stores.warehouse.rows<{
    ym: number;
    of_kind: string;
    of_member: number;
    clients: string;
  }>(text, params);
  return new Map(
    rows.map(({ ym, of_kind, of_member, clients }) => [`${ym} ${of_kind} ${of_member}`, Number(clients)]),
  );
}
