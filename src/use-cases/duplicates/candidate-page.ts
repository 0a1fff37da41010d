import { sql } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { withIdTable } from '../../stores/warehouse/id-table.ts';
import { refreshCandidates } from './refresh-candidates.ts';
import type { CandidatePage, CandidateQuery, DuplicateCandidate, DuplicateSide } from './report.ts';

interface Row {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly certain: boolean;
  readonly reasons: DuplicateCandidate['reasons'];
}

/** The likeliest first. @throws Refusal `duplicatesCursorUnreadable` */
export async function candidatePage(stores: Stores, query: CandidateQuery): Promise<CandidatePage> {
  await refreshCandidates(stores);
  const version = await currentVersion(stores.records);
  const dismissed = await dismissedPairs(stores);
  const { limit, certain = false } = query;
  const shown: Row[] = [];
  const seen = new Set<string>();
  let after = query.cursor === undefined ? null : readCursor(query.cursor);
  let more = true;
  while (shown.length < limit && more) {
    const rows = await rowsAfter(stores, after, limit, certain);
    more = rows.length === limit;
    const entityOf = await entitiesOf(stores, version, [
      ...rows.flatMap(({ a, b }) => [a, b]),
      ...dismissed.flatMap(({ a, b }) => [a, b]),
    ]);
    const apart = new Set(dismissed.map(({ a, b }) => keyOf(entityOf.get(a), entityOf.get(b))));
    for (const row of rows) {
      if (shown.length === limit) {
        more = true;
        break;
      }
      after = [row.score, row.a, row.b];
      const [a, b] = [entityOf.get(row.a), entityOf.get(row.b)];
      const key = keyOf(a, b);
      if (a === undefined || b === undefined || a === b || apart.has(key) || seen.has(key)) continue;
      seen.add(key);
      shown.push({ ...row, a, b });
    }
  }
  const sides = await sidesOf(
    stores,
    shown.flatMap(({ a, b }) => [a, b]),
  );
  const { found } = await stores.records.db
    .selectFrom('duplicate_candidate')
    .select(({ fn }) => fn.countAll().as('found'))
    .executeTakeFirstOrThrow();
  return {
    dataVersion: version.version,
    candidates: shown.map(({ a, b, score, certain: sure, reasons }) => ({
      ...{
        a: sides(a),
        b: sides(b),
        survivor: survivorOf(sides(a), sides(b)),
        score,
        certain: sure,
        reasons,
      },
    })),
    next: more && after !== null ? after.join('.') : null,
    found: Number(found),
  };
}

const keyOf = (a = 0, b = 0): string => `${Math.min(a, b)} ${Math.max(a, b)}`;

type Place = readonly [score: number, a: number, b: number];

function readCursor(cursor: string): Place {
  const [score, a, b] = /^\d{1,3}\.\d{1,10}\.\d{1,10}$/.test(cursor) ? cursor.split('.').map(Number) : [];
  if (score === undefined || a === undefined || b === undefined)
    throw new Refusal({ code: 'duplicatesCursorUnreadable' });
  return [score, a, b];
}

async function rowsAfter(
  { records: { db } }: Stores,
  after: Place | null,
  limit: number,
  certain: boolean,
): Promise<Row[]> {
  let rows = db.selectFrom('duplicate_candidate').select(['a', 'b', 'score', 'certain', 'reasons']);
  if (certain) rows = rows.where('certain', '=', true);
  if (after !== null) {
    const [score, a, b] = after;
    rows = rows.where(
      sql<boolean>`(score < ${score} OR (score = ${score} AND (a, b) > (${a}::int4, ${b}::int4)))`,
    );
  }
  return await rows.orderBy('score', 'desc').orderBy('a').orderBy('b').limit(limit).execute();
}

const dismissedPairs = ({ records: { db } }: Stores) =>
  db.selectFrom('not_duplicate').select(['a', 'b']).where('level', '=', 'legalEntity').execute();

/** Legal entities that identities belong to now. */
export async function entitiesOf(
  { warehouse }: Stores,
  { dimensions }: DataVersion,
  identities: readonly number[],
): Promise<Map<number, number>> {
  if (identities.length === 0) return new Map();
  return await withIdTable(warehouse, new Set(identities), async (table) => {
    const rows = await warehouse.rows<{ id: number; entity: number }>(
      `SELECT id, entity FROM dim_party WHERE generation = ${dimensions} AND entity != 0 AND id IN ${table}`,
    );
    return new Map(rows.map(({ id, entity }) => [id, entity]));
  });
}

export async function sidesOf(
  stores: Stores,
  ids: readonly number[],
): Promise<(id: number) => DuplicateSide> {
  const some = [...new Set(ids)];
  const dressed = await dressUnits(stores, 'legalEntity', some);
  const rows = await selectByKeys<{ id: number; born: Facts; facts: Facts | null }>(
    stores.records.db,
    { table: 'party', columns: ['id', 'born', 'facts'], key: [{ name: 'id', pgType: 'int4' }] },
    some.map((id) => [id]),
  );
  const factsOf = new Map(rows.map(({ id, born, facts }) => [id, facts ?? born]));
  return (id) => {
    const { name, code, address } = dressed(id);
    const { inn = '', city = '' } = factsOf.get(id) ?? {};
    return { id, name, code, inn, city, address };
  };
}

const survivorOf = (a: DuplicateSide, b: DuplicateSide): number => {
  const known = ({ inn, address }: DuplicateSide) => (inn === '' ? 0 : 2) + (address === '' ? 0 : 1);
  const [more, less] = [known(a), known(b)];
  return more === less ? Math.min(a.id, b.id) : more > less ? a.id : b.id;
};
