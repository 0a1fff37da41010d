import { LRUCache } from 'lru-cache';
import type { AssignableDimension } from '../../domain/dimensions.ts';
import type { CountUnit, Decimal, IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { originOf } from '../../stores/warehouse/abortable.ts';
import { ids, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { remembered } from '../activity/remembered.ts';
import { methodAsked } from '../definitions/methods.ts';
import { reserveIds } from '../intake/resolve/units.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { rhythmRows } from './build-sql.ts';

/** From whom an interval is: the unit itself, others of its client type, or all units. */
export type RhythmBasis = 'own' | 'type' | 'all';

/** How a unit buys, up to the last loaded day, by the main method. */
export interface Rhythm {
  /** Days with purchases. */
  readonly days: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Days from one purchase to the next, the median; null: nothing is expected, or nobody has bought often enough. */
  readonly interval: number | null;
  readonly basis: RhythmBasis | null;
  /** The day of the next purchase; null with the interval. */
  readonly expected: IsoDate | null;
  /** Of a day with purchases, the median, in roubles; null: amounts are unknown. */
  readonly amount: Decimal | null;
  /** Days since the last purchase on the last loaded day. */
  readonly since: number;
  /** Days since the expected one, below 0 before it; null with the interval. */
  readonly late: number | null;
}

const underWay = new LRUCache<string, Promise<number>>({ max: 64 });
const processes = new WeakMap<object, number>();
let warehouses = 0;

/**
 * The build of `rhythm` for a version of the data; made when it is asked for first, 0 where nothing is loaded. Statements
 * that name it have the same answer for good.
 */
export async function rhythmBuild(stores: Stores, version: DataVersion, unit: CountUnit): Promise<number> {
  const { asOf } = version;
  if (asOf === null) return 0;
  const method = await methodAsked(stores, { id: 'main' });
  const origin = originOf(stores.warehouse);
  const known = processes.get(origin) ?? ++warehouses;
  processes.set(origin, known);
  const key = JSON.stringify([known, version.version, version.dimensions, unit, method.version]);
  const begun = underWay.get(key);
  if (begun !== undefined) return await begun;
  // Whoever asked may leave; what is being built serves the next one.
  const build = found({ ...stores, warehouse: origin }, { ...version, asOf }, unit, method);
  underWay.set(key, build);
  build.catch(() => underWay.delete(key));
  return await build;
}

async function found(
  stores: Stores,
  version: DataVersion & { readonly asOf: IsoDate },
  unit: CountUnit,
  method: Awaited<ReturnType<typeof methodAsked>>,
): Promise<number> {
  const { warehouse } = stores;
  const name = { unit, method: method.version };
  const [row] = await warehouse.rows<{ build: number }>(
    `SELECT build FROM rhythm_build WHERE data = ${version.version} AND dimensions = ${version.dimensions}
     AND unit = {unit:String} AND method = {method:UInt32} LIMIT 1`,
    name,
  );
  if (row !== undefined) return row.build;
  const build = await reserveIds(stores, 'rhythm', 1);
  const { text, params } = statement(rhythmRows(build, version, unit, method));
  await warehouse.run(
    `INSERT INTO rhythm (build, unit, rep, team, department, branch, days, first, last, days_between, basis, amount, stopped,
      gaps, average, scatter, documents_each, others, others_scatter) ${text}
      -- Nearly all lines count: to look first which of them do takes longer than to read them all.
      SETTINGS optimize_move_to_prewhere = 0`,
    params,
  );
  await warehouse.insert(
    'rhythm_build',
    ['data', 'dimensions', 'unit', 'method', 'build'],
    [[version.version, version.dimensions, unit, method.version, build]],
  );
  return build;
}

/** SQL columns of a `Rhythm` over rows of the table. */
const columns = (asOf: IsoDate) => `days, first, last, days_between AS interval,
  nullIf(toString(basis), '') AS basis, if(isNull(days_between), NULL, last + assumeNotNull(days_between)) AS expected,
  toString(amount) AS amount, toInt32(toInt32(toDate('${asOf}')) - toInt32(last)) AS since,
  toInt32(toInt32(toDate('${asOf}')) - toInt32(last) - toInt32(days_between)) AS late`;

/** Rhythms of some units; of whoever has never bought there is none. */
export async function rhythmsOf(
  stores: Stores,
  version: DataVersion,
  unit: CountUnit,
  some: readonly number[],
): Promise<ReadonlyMap<number, Rhythm>> {
  const build = await rhythmBuild(stores, version, unit);
  if (build === 0 || version.asOf === null || some.length === 0) return new Map();
  const { text, params } = statement(
    sql`SELECT unit, ${raw(columns(version.asOf))} FROM rhythm WHERE build = ${raw(build)} AND unit IN ${ids(some)}`,
  );
  const rows = await stores.warehouse.rows<Rhythm & { readonly unit: number }>(text, params);
  return new Map(rows.map(({ unit: id, ...rhythm }) => [id, rhythm]));
}

/** How a unit buys, and who is responsible for it on the last loaded day, 0 for nobody; null: it has never bought. */
export async function buyer(
  stores: Stores,
  version: DataVersion,
  unit: CountUnit,
  id: number,
): Promise<{
  readonly rhythm: Rhythm;
  readonly members: Readonly<Record<AssignableDimension, number>>;
} | null> {
  const build = await rhythmBuild(stores, version, unit);
  if (build === 0 || version.asOf === null) return null;
  const [row] = await stores.warehouse.rows<Rhythm & Record<AssignableDimension, number>>(
    `SELECT branch, department, team, rep, ${columns(version.asOf)} FROM rhythm WHERE build = ${build} AND unit = ${id}`,
  );
  if (row === undefined) return null;
  const { branch, department, team, rep, ...rhythm } = row;
  return { rhythm, members: { branch, department, team, rep } };
}

/** Of everybody who has ever bought and with whom the company works, as columns in order of their ids. */
export interface AllRhythms {
  readonly units: Uint32Array;
  /** Days since 1970. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** 0: nothing is expected. */
  readonly intervals: Uint32Array;
  /** Of a day with purchases, in kopecks; NaN: unknown. */
  readonly amounts: Float64Array;
  /** How many intervals the last 24 purchases have; fewer than `fewestIntervals`: the interval is that of others. */
  readonly gaps: Uint8Array;
  /** Of a day with purchases: the mean in kopecks, its variance ÷ mean², documents; NaN: unknown. */
  readonly averages: Float64Array;
  readonly scatters: Float64Array;
  readonly documents: Float64Array;
}

/** So many cheques of his own say as much of how they scatter as those of others with his type. */
const doubtOfScatter = 4;

type Columns = Readonly<Record<keyof AllRhythms, readonly (number | string)[]>>;

export async function allRhythms(stores: Stores, version: DataVersion, unit: CountUnit): Promise<AllRhythms> {
  const build = await rhythmBuild(stores, version, unit);
  return await remembered<Columns, AllRhythms>(
    stores.warehouse,
    sql`SELECT groupArray(unit) AS units, groupArray(toUInt32(first)) AS first, groupArray(toUInt32(last)) AS last,
        groupArray(toUInt32(ifNull(days_between, 0))) AS intervals, groupArray(ifNull(toInt64(amount * 100), -1)) AS amounts,
        groupArray(toUInt8(length(r.gaps))) AS gaps, groupArray(ifNull(average * 100, -1)) AS averages,
        groupArray((ifNull(scatter, 0) * length(r.gaps) + ${raw(doubtOfScatter)} * others_scatter) / (length(r.gaps) + ${raw(doubtOfScatter)})) AS scatters,
        groupArray(ifNull(documents_each, -1)) AS documents
      FROM (SELECT * FROM rhythm WHERE build = ${raw(build)} AND NOT stopped ORDER BY unit) AS r`,
    ([row]) => ({
      units: Uint32Array.from(row?.units ?? [], Number),
      first: Uint32Array.from(row?.first ?? [], Number),
      last: Uint32Array.from(row?.last ?? [], Number),
      intervals: Uint32Array.from(row?.intervals ?? [], Number),
      amounts: Float64Array.from(row?.amounts ?? [], known),
      gaps: Uint8Array.from(row?.gaps ?? [], Number),
      averages: Float64Array.from(row?.averages ?? [], known),
      scatters: Float64Array.from(row?.scatters ?? [], Number),
      documents: Float64Array.from(row?.documents ?? [], known),
    }),
    ({ units }) => 49 * units.length,
  );
}

const known = (one: number | string): number => (Number(one) < 0 ? Number.NaN : Number(one));
