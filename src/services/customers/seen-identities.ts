import type { CountUnit } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, type Sql, sql, statement } from '../../stores/warehouse/sql.ts';
import { isShown } from '../activity/shown-sql.ts';
import { unitColumn } from '../activity/unit-column.ts';
import { type Seen, sightFrame } from './visible.ts';

export type IdentityLevel = 'party' | 'point';

/** Identities of whom somebody may be told. */
export interface SeenIdentities {
  /** null: everybody's. */
  readonly ids: Readonly<Record<IdentityLevel, readonly number[]>> | null;
  /** How many of all there are, 0 to 1. */
  readonly share: number;
  readonly has: (level: IdentityLevel, id: number) => boolean;
}

const everybody: SeenIdentities = { ids: null, share: 1, has: () => true };

/** Asked once for a scope and a version of the data: so many scopes at most are kept. */
const mostKept = 64;
const kept = new WeakMap<Stores['records'], Map<string, Promise<SeenIdentities>>>();

export async function seenIdentities(stores: Stores, seen: Seen): Promise<SeenIdentities> {
  if (seen.scope.nodes === null) return everybody;
  const of = kept.get(stores.records) ?? new Map<string, Promise<SeenIdentities>>();
  kept.set(stores.records, of);
  const key = JSON.stringify([seen.version.version, seen.scope]);
  const known = of.get(key);
  if (known !== undefined) return await known;
  const asked = ask(stores, seen);
  of.set(key, asked);
  // What failed is asked anew; a call that was aborted must not be everybody's.
  asked.catch(() => of.delete(key));
  for (const [oldest] of of) {
    if (of.size <= mostKept) break;
    of.delete(oldest);
  }
  return await asked;
}

async function ask({ warehouse }: Stores, { scope, version }: Seen): Promise<SeenIdentities> {
  const generation = raw(`generation = ${version.dimensions}`);
  const shown = (unit: CountUnit): Sql => {
    const column = raw(unitColumn[unit]);
    const units = sql`SELECT DISTINCT ${column} AS unit FROM dim_point WHERE ${generation}`;
    return sql`SELECT unit FROM (${units}) AS u WHERE ${isShown(sightFrame(scope, version, unit), null)}`;
  };
  const idsOf = async (query: Sql): Promise<number[]> => {
    const { text, params } = statement(query);
    return (await warehouse.rows<{ id: number }>(text, params)).map(({ id }) => id);
  };
  // What has no legal entity of its own is a group.
  const party = await idsOf(sql`
    SELECT id FROM dim_party WHERE ${generation}
      AND ((entity != 0 AND entity IN (${shown('legalEntity')})) OR (entity = 0 AND client IN (${shown('client')})))`);
  const point = await idsOf(
    sql`SELECT id FROM dim_point WHERE ${generation} AND point IN (${shown('deliveryPoint')})`,
  );
  const [all] = await warehouse.rows<{ size: string }>(
    `SELECT count() AS size FROM (SELECT id FROM dim_party WHERE generation = ${version.dimensions}
      UNION ALL SELECT id FROM dim_point WHERE generation = ${version.dimensions})`,
  );
  const sets = { party: new Set(party), point: new Set(point) };
  return {
    ids: { party, point },
    share: (party.length + point.length) / Math.max(1, Number(all?.size ?? 0)),
    has: (level, id) => sets[level].has(id),
  };
}
