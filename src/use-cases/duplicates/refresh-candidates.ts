import { type Features, featuresOf } from '../../domain/duplicates/features.ts';
import { type Candidate, findDuplicates } from '../../domain/duplicates/find-duplicates.ts';
import { boughtTogether, leastScore, withReason } from '../../domain/duplicates/score.ts';
import { withStated } from '../../domain/stated-facts.ts';
import { allIds } from '../../services/activity/all-ids.ts';
import { currentVersion, type DataVersion, generationList } from '../../services/ledger/data-version.ts';
import { breather, inTurns } from '../../stores/breathe.ts';
import { onceAtATime } from '../../stores/once-at-a-time.ts';
import { insertMany } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { withIdTable } from '../../stores/warehouse/id-table.ts';

/** Fields of a card by which duplicates are told. */
const telling = ['name', 'city'];

/**
 * Finds who may be one among all legal entities, unless they were found since the last import, undo or withdrawn merge and
 * the last edit of a name. What is merged since is left out by whoever reads. Safe to repeat and to break off.
 */
export const refreshCandidates = onceAtATime(refresh);

async function refresh(stores: Stores): Promise<void> {
  const { db } = stores.records;
  const version = await currentVersion(stores.records);
  const [state, changed, edited] = [
    await db.selectFrom('duplicate_candidate_state').selectAll().executeTakeFirst(),
    await db
      .selectFrom('commit')
      .select(({ fn }) => fn.max('version').as('last'))
      .where('kind', 'in', ['import', 'undo', 'restore', 'unmerge'])
      .executeTakeFirst(),
    await db
      .selectFrom('customer_edit_field')
      .select(({ fn }) => fn.max('edit').as('last'))
      .where('field', 'in', telling)
      .executeTakeFirst(),
  ];
  const edit = edited?.last ?? 0;
  if (state !== undefined && state.version >= (changed?.last ?? 0) && state.edit >= edit) return;
  const found = await candidatesIn(stores, version);
  await stores.records.transaction(async (tx) => {
    await tx.deleteFrom('duplicate_candidate').execute();
    await insertMany(
      tx,
      'duplicate_candidate',
      [
        { name: 'level', pgType: 'text' },
        { name: 'a', pgType: 'int4' },
        { name: 'b', pgType: 'int4' },
        { name: 'score', pgType: 'int2' },
        { name: 'certain', pgType: 'bool' },
        { name: 'reasons', pgType: 'jsonb' },
      ],
      found.map(({ a, b, score }) => [
        ...['legalEntity', Math.min(a, b), Math.max(a, b)],
        ...[score.score, score.certain, score.reasons],
      ]),
    );
    const next = { version: version.version, edit };
    await tx
      .insertInto('duplicate_candidate_state')
      .values(next)
      .onConflict((conflict) => conflict.column('single').doUpdateSet(next))
      .execute();
  });
}

/** By ids of entities. */
async function candidatesIn(stores: Stores, version: DataVersion): Promise<Candidate[]> {
  const identities = await identitiesByEntity(stores, version);
  const breathe = breather();
  const entities: number[] = [];
  const all: Features[] = [];
  for (const [entity, cards] of identities) {
    entities.push(entity);
    all.push(featuresOf(cards));
    await breathe();
  }
  identities.clear();
  const { candidates } = await inTurns(findDuplicates(all));
  const named = candidates.map(({ a, b, score }) => ({ a: entities[a] ?? 0, b: entities[b] ?? 0, score }));
  const days = await purchaseDays(stores, version, named);
  return named.flatMap((candidate) => {
    const { a, b, score } = candidate;
    const oneInn = score.reasons.some(({ reason }) => reason === 'sameInn');
    if (oneInn || !boughtTogether(days.get(a) ?? [], days.get(b) ?? [])) return [candidate];
    const less = withReason(score, 'sameDays');
    return less.score < leastScore ? [] : [{ a, b, score: less }];
  });
}

async function identitiesByEntity(stores: Stores, version: DataVersion): Promise<Map<number, Facts[]>> {
  const rows = await stores.warehouse.rows<{ id: number; entity: number }>(
    `SELECT id, entity FROM dim_party WHERE generation = ${version.dimensions} AND entity != 0`,
  );
  const entityOf = new Map(rows.map(({ id, entity }) => [id, entity]));
  const identities = new Map<number, Facts[]>();
  for await (const ids of allIds(stores, 'party')) {
    const parties = await stores.records.db
      .selectFrom('party')
      .select(['id', 'born', 'facts', 'stated'])
      .where('id', 'in', ids)
      .where('visible', '=', true)
      .execute();
    for (const { id, born, facts, stated } of parties) {
      const entity = entityOf.get(id);
      if (entity === undefined) continue;
      const known = identities.get(entity);
      const said = withStated(facts ?? born, stated);
      if (known === undefined) identities.set(entity, [said]);
      else known.push(said);
    }
  }
  return identities;
}

/** Days (since 1970) with shipments, by entity. */
async function purchaseDays(
  { warehouse }: Stores,
  version: DataVersion,
  candidates: readonly Candidate[],
): Promise<Map<number, readonly number[]>> {
  const entities = new Set(candidates.flatMap(({ a, b }) => [a, b]));
  if (entities.size === 0) return new Map();
  return await withIdTable(warehouse, entities, async (table) => {
    const rows = await warehouse.rows<{ entity: number; days: number[] }>(`
      SELECT entity, groupUniqArray(toUInt16(date)) AS days FROM ledger
      WHERE (ym, generation) IN ${generationList(version)} AND kind = 'shipment' AND entity IN ${table}
      GROUP BY entity`);
    return new Map(rows.map(({ entity, days }) => [entity, days]));
  });
}
