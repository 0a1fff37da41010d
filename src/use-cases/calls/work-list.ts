import { callUnit } from '../../domain/calls.ts';
import { type AssignableDimension, assignable } from '../../domain/dimensions.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import type { OrganisationNode, Scope } from '../../domain/scope.ts';
import { membersByDimension } from '../../domain/scope.ts';
import type { IsoDate } from '../../domain/units.ts';
import { remembered } from '../../services/activity/remembered.ts';
import { visiblePlace } from '../../services/customers/visible.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { rhythmBuild } from '../../services/rhythm/rhythm.ts';
import type { Stores } from '../../stores/stores.ts';
import { ids, joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';

/** Customers whom somebody sees, as columns: by expected money, the most first. */
export interface WorkList {
  readonly ids: Uint32Array;
  /** Who is responsible on the last loaded day, 0 for nobody. */
  readonly reps: Uint32Array;
  /** Who is responsible for any of them, once each; 0 for nobody. */
  readonly members: Readonly<Record<AssignableDimension, readonly number[]>>;
  /** What is expected of a purchase, in kopecks; 0 where amounts are unknown. */
  readonly kopecks: Float64Array;
  /** Days since the last purchase on the last loaded day. */
  readonly since: Int32Array;
  /** Days with purchases. */
  readonly days: Uint32Array;
  /** Days between purchases, 0 where nothing is expected. */
  readonly intervals: Int32Array;
  /** Places by effect on the АКБ plan: who would be one more customer of the month before others, the likeliest first. */
  readonly byPlan: Uint32Array;
}

interface Columns {
  readonly ids: readonly number[];
  readonly reps: readonly number[];
  readonly kopecks: readonly (number | string)[];
  readonly since: readonly number[];
  readonly days: readonly number[];
  readonly intervals: readonly number[];
  readonly members: Readonly<Record<AssignableDimension, readonly number[]>>;
}

/** Everybody whom a scope shows, of all of these members (0: nobody), who has bought; with whom the company does not work any more is none. */
export async function workList(
  stores: Stores,
  version: DataVersion & { readonly asOf: IsoDate },
  scope: Scope,
  nodes: readonly OrganisationNode[] = [],
): Promise<WorkList> {
  const build = await rhythmBuild(stores, version, callUnit);
  const today = raw(String(dayNumber(version.asOf)));
  const dayOfMonth = Number(version.asOf.slice(8));
  return await remembered<Columns, WorkList>(
    stores.warehouse,
    sql`SELECT groupArray(unit) AS ids, groupArray(rep) AS reps, groupArray(kopecks) AS kopecks,
        groupArray(since) AS since, groupArray(days) AS days, groupArray(between) AS intervals,
        map(${raw(assignable.map((one) => `'${one}', groupUniqArray(${one})`).join(', '))}) AS members
      FROM (
        SELECT unit, ${raw(assignable.join(', '))}, days, toFloat64(ifNull(amount, 0)) * 100 AS kopecks,
          toInt32(${today} - toInt32(last)) AS since, toInt32(ifNull(days_between, 0)) AS between
        FROM rhythm WHERE build = ${raw(build)} AND NOT stopped AND ${seen(scope)} AND ${ofAll(nodes)}
        ORDER BY amount DESC NULLS LAST, unit
      )`,
    ([columns]) => listOf(columns ?? nothing, dayOfMonth),
    ({ ids: all }) => 32 * all.length,
  );
}

const seen = ({ nodes }: Scope): Sql => {
  if (nodes === null) return sql`true`;
  const some = [...membersByDimension(nodes)].map(
    ([dimension, members]) => sql`${raw(dimension)} IN ${ids(members)}`,
  );
  return some.length === 0 ? sql`false` : sql`(${joined(some, ' OR ')})`;
};

const ofAll = (nodes: readonly OrganisationNode[]): Sql =>
  nodes.length === 0
    ? sql`true`
    : joined(
        nodes.map(({ dimension, member }) => sql`${raw(dimension)} = ${raw(String(member))}`),
        ' AND ',
      );

const nothing: Columns = {
  ...{ ids: [], reps: [], kopecks: [], since: [], days: [], intervals: [] },
  members: { branch: [], department: [], team: [], rep: [] },
};

function listOf(columns: Columns, dayOfMonth: number): WorkList {
  const list = {
    ids: Uint32Array.from(columns.ids),
    reps: Uint32Array.from(columns.reps),
    kopecks: Float64Array.from(columns.kopecks, (one) => Math.round(Number(one))),
    since: Int32Array.from(columns.since),
    days: Uint32Array.from(columns.days),
    intervals: Int32Array.from(columns.intervals),
  };
  const share = (at: number): number => (list.since[at] ?? 0) / (list.intervals[at] || 1);
  const isNew = (at: number): number => Number((list.since[at] ?? 0) < dayOfMonth);
  const byPlan = Uint32Array.from(list.ids.keys()).sort(
    (a, b) => isNew(a) - isNew(b) || share(a) - share(b) || a - b,
  );
  return { ...list, byPlan, members: columns.members };
}

/** The client behind an identity of whom somebody may be told. @throws Refusal `customerUnknown` */
export async function seenClient(
  { stores, viewer: { scope } }: Desk,
  version: DataVersion,
  id: number,
): Promise<number> {
  const { asOf } = version;
  // Who stands in the list is his: to ask why else somebody might be told takes all lines.
  if (asOf !== null && (await workList(stores, { ...version, asOf }, scope)).ids.includes(id)) return id;
  return (await visiblePlace(stores, { scope, version }, callUnit, id)).id;
}
