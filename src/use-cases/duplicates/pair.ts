import type { Viewer } from '../../domain/access.ts';
import { featuresOf } from '../../domain/duplicates/features.ts';
import { scoreOf } from '../../domain/duplicates/score.ts';
import { Refusal } from '../../domain/problem.ts';
import type { StatedFacts } from '../../domain/stated-facts.ts';
import { withStated } from '../../domain/stated-facts.ts';
import type { CountUnit } from '../../domain/units.ts';
import { unitColumn } from '../../services/activity/unit-column.ts';
import { customerCard } from '../../services/customers/customer-card.ts';
import { type UnitPlace, unitPlace } from '../../services/customers/place.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import { currentVersion, type DataVersion, generationList } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { isDismissed } from './dismissals.ts';
import type { DuplicatePair } from './report.ts';

/** @throws Refusal `customerUnknown`, `mergeOfOne` */
export async function duplicatePair(
  { stores, viewer }: Desk,
  unit: CountUnit,
  a: number,
  b: number,
): Promise<DuplicatePair> {
  const version = await currentVersion(stores.records);
  const one = await unitPlace(stores.warehouse, version, unit, a);
  const other = await unitPlace(stores.warehouse, version, unit, b);
  if (one.id === other.id) throw new Refusal({ code: 'mergeOfOne', params: { id: one.id } });
  const score = await scoreOfPair(stores, version, one, other);
  const vetoed = typeof score === 'string';
  const cardOf = await cardReader(stores, viewer, version);
  return {
    unit,
    ...{ a: await cardOf(one), b: await cardOf(other) },
    ...(vetoed ? { score: null, certain: false, reasons: [], veto: score } : { ...score, veto: null }),
    dismissed: await isDismissed(stores, version, one.id, other.id),
    days: await daysOf(stores, version, one, other),
  };
}

async function cardReader(stores: Stores, { scope, hidden }: Viewer, version: DataVersion) {
  const method = await methodAsked(stores, { id: 'main' });
  return (place: UnitPlace) =>
    customerCard(stores, { scope, hidden, version, place, method, membersSeen: null });
}

/** By what their cards say, as if nobody else shared a phone with them. */
async function scoreOfPair(stores: Stores, version: DataVersion, one: UnitPlace, other: UnitPlace) {
  const cards = async ({ points }: UnitPlace) => {
    const entities = [...new Set(points.map(({ entity }) => entity))].join(', ');
    const ids = await stores.warehouse.rows<{ id: number }>(
      `SELECT id FROM dim_party WHERE generation = ${version.dimensions} AND entity != 0 AND entity IN (${entities})`,
    );
    const rows = await selectByKeys<{ born: Facts; facts: Facts | null; stated: StatedFacts | null }>(
      stores.records.db,
      { table: 'party', columns: ['born', 'facts', 'stated'], key: [{ name: 'id', pgType: 'int4' }] },
      ids.map(({ id }) => [id]),
    );
    return featuresOf(rows.map(({ born, facts, stated }) => withStated(facts ?? born, stated)));
  };
  return scoreOf(await cards(one), await cards(other));
}

async function daysOf(
  { warehouse }: Stores,
  version: DataVersion,
  { unit, id: a }: UnitPlace,
  { id: b }: UnitPlace,
): Promise<DuplicatePair['days']> {
  const [row] = await warehouse.rows<{ a: string; b: string; both: string }>(`
    SELECT countIf(has(units, ${a})) AS a, countIf(has(units, ${b})) AS b, countIf(length(units) = 2) AS both FROM (
      SELECT groupUniqArray(${unitColumn[unit]}) AS units FROM ledger
      WHERE (ym, generation) IN ${generationList(version)} AND kind = 'shipment' AND ${unitColumn[unit]} IN (${a}, ${b})
      GROUP BY date
    )`);
  return { a: Number(row?.a ?? 0), b: Number(row?.b ?? 0), both: Number(row?.both ?? 0) };
}
