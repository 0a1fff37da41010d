import { createHash } from 'node:crypto';
import { isJudged, type Method } from '../../../domain/method.ts';
import { originOf } from '../../../stores/warehouse/abortable.ts';
import { raw, sql, statement } from '../../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../../stores/warehouse/warehouse.ts';
import type { DataVersion } from '../../ledger/data-version.ts';
import { keptKey } from './kept-month.ts';

/** What is kept of a version for a method. */
export interface Kept {
  readonly key: string;
  /** Months with bitmaps and sums (`YYYYMM`) and the builds that hold them. */
  readonly builds: ReadonlyMap<number, number>;
  /** The same for sizes of what customers are in a month: none, or all months from the first to the last with lines. */
  readonly states: ReadonlyMap<number, number>;
}

/** Builds never change once they are written down, so a complete answer holds for the life of the process. */
const known = new WeakMap<Warehouse, Map<string, Kept>>();

/** Null where some month is not built yet. */
export async function keptOf(
  warehouse: Warehouse,
  version: DataVersion,
  method: Method,
): Promise<Kept | null> {
  if (!isKeepable(method)) return null;
  const key = keptKey(method);
  const origin = originOf(warehouse);
  const ofWarehouse = known.get(origin) ?? new Map<string, Kept>();
  known.set(origin, ofWarehouse);
  const name = `${version.dimensions} ${key}`;
  const found = ofWarehouse.get(name);
  if (found !== undefined) return found;
  const builds = await keptMonths(warehouse, version, key);
  if (!Object.keys(version.months).every((ym) => builds.has(Number(ym)))) return null;
  const bitmaps: Kept = { key, builds, states: new Map() };
  const states = keepsStates(method) ? await keptStates(warehouse, bitmaps) : new Map();
  if (keepsStates(method) && !monthsThrough(bitmaps).every((ym) => states.has(ym))) return bitmaps;
  const kept = { ...bitmaps, states };
  if (ofWarehouse.size > 100) ofWarehouse.clear();
  ofWarehouse.set(name, kept);
  return kept;
}

/** Under which build the months of a version are kept. */
export async function keptMonths(
  warehouse: Warehouse,
  { dimensions, months }: DataVersion,
  key: string,
): Promise<Map<number, number>> {
  const { text, params } = statement(sql`
    SELECT ym, generation, max(build) AS build FROM kept_month
    WHERE method = ${raw(`'${key}'`)} AND dimensions = ${raw(dimensions)} GROUP BY ym, generation`);
  const rows = await warehouse.rows<{ ym: number; generation: number; build: number }>(text, params);
  return new Map(
    rows.filter(({ ym, generation }) => months[ym] === generation).map(({ ym, build }) => [ym, build]),
  );
}

/** Returns of later months cannot be kept month by month. */
export const isKeepable = ({ returns }: Method): boolean => returns.mode !== 'days';

/** Sizes follow from bitmaps, but not who reaches a threshold: that is judged from sums when it is asked. */
export const keepsStates = (method: Method): boolean => !isJudged(method);

/** Every month from the first to the last with lines: one without any loses customers too. */
export function monthsThrough({ builds }: Pick<Kept, 'builds'>): number[] {
  const [first = 0, last = -1] = [Math.min(...builds.keys()), Math.max(...builds.keys())];
  const months: number[] = [];
  if (builds.size === 0) return months;
  for (let ym = first; ym <= last; ym += ym % 100 === 12 ? 89 : 1) months.push(ym);
  return months;
}

/** What the sizes of a month follow from: the builds of all months up to it. */
export function stateBasis({ builds }: Pick<Kept, 'builds'>, month: number): string {
  const before = [...builds].filter(([ym]) => ym <= month).sort(([a], [b]) => a - b);
  return createHash('sha256').update(JSON.stringify(before)).digest('base64url').slice(0, 22);
}

/** Months whose sizes are known for what is kept, and their builds. */
export async function keptStates(
  warehouse: Warehouse,
  kept: Pick<Kept, 'key' | 'builds'>,
): Promise<Map<number, number>> {
  const rows = await warehouse.rows<{ ym: number; basis: string; build: number }>(
    `SELECT ym, basis, max(build) AS build FROM kept_state_month WHERE method = '${kept.key}' GROUP BY ym, basis`,
  );
  const byMonth = new Map(rows.map(({ ym, basis, build }) => [`${ym} ${basis}`, build]));
  return new Map(
    monthsThrough(kept).flatMap((ym) => {
      const build = byMonth.get(`${ym} ${stateBasis(kept, ym)}`);
      return build === undefined ? [] : [[ym, build] as const];
    }),
  );
}
