import { Refusal } from '../../../domain/problem.ts';
import type { Stores } from '../../../stores/stores.ts';
import { type MonthEffect, monthEffects } from '../../activity/month-bases.ts';
import { buildGeneration } from '../../ledger/build-generation.ts';
import { nextSpan } from '../../ledger/commit.ts';
import { currentVersion, type DataVersion } from '../../ledger/data-version.ts';
import type { Progress } from '../import-summary.ts';
import { type Relinking, relinkParties } from '../resolve/link-parties.ts';
import { statesWithout, type UnitState } from '../resolve/show-units.ts';
import { unitDimensions } from '../resolve/unit-dimensions.ts';
import { reserveIds } from '../resolve/units.ts';

/** The data as they are without an import: built, but shown to nobody. */
export interface WithoutImport {
  readonly before: DataVersion;
  readonly after: DataVersion;
  readonly effect: readonly MonthEffect[];
  readonly parties: readonly UnitState[];
  readonly points: readonly UnitState[];
  readonly products: readonly UnitState[];
  readonly links: Relinking;
}

/**
 * Builds the state that replaying the other applied imports in their order gives. Takes the importer lock for granted.
 *
 * @throws Refusal `importUnknown`, `importNotApplied`
 */
export async function withoutImport(
  stores: Stores,
  importId: number,
  onProgress: (progress: Progress) => void,
): Promise<WithoutImport> {
  const before = await currentVersion(stores.records);
  await refuseUnlessApplied(stores, importId, before);
  const applied = before.applied.filter((id) => id !== importId);
  const months = await monthsOfImport(stores, importId);
  await bridgeSuperseded(stores, importId);
  onProgress({ stage: 'resolve', done: 0, unit: 'customers' });
  const [parties, points, products] = [
    await statesWithout(stores, 'party', importId, applied),
    await statesWithout(stores, 'point', importId, applied),
    await statesWithout(stores, 'product', importId, applied),
  ];
  const links = await relinkParties(stores, importId, applied, parties);
  const generation = await reserveIds(stores, 'generation', 1);
  const changes = await unitDimensions(stores, {
    parties,
    points,
    products,
    canonical: links.canonical,
    since: links.since,
  });
  const rebuilt = await buildGeneration(
    stores.warehouse,
    { before, generation, applied, changes, months },
    ({ length }) => onProgress({ stage: 'ledger', done: 0, total: length, unit: 'months' }),
  );
  const span = await nextSpan(stores, before, { generation, months: rebuilt });
  const after: DataVersion = { version: before.version + 1, applied, dimensions: generation, ...span };
  const effect = await monthEffects(stores, before, after, rebuilt);
  return { before, after, effect, parties, points, products, links };
}

async function refuseUnlessApplied(stores: Stores, importId: number, version: DataVersion): Promise<void> {
  if (version.applied.includes(importId)) return;
  const row = await stores.records.db
    .selectFrom('import')
    .select('status')
    .where('id', '=', importId)
    .executeTakeFirst();
  throw new Refusal({
    code: row?.status === 'undone' ? 'importNotApplied' : 'importUnknown',
    params: { id: importId },
  });
}

async function monthsOfImport(stores: Stores, importId: number): Promise<number[]> {
  const rows = await stores.warehouse.rows<{ ym: number }>(`
    SELECT DISTINCT arrayJoin(months) AS ym FROM document WHERE import_id = ${importId}
    UNION DISTINCT SELECT DISTINCT arrayJoin(months) AS ym FROM superseded WHERE by_import = ${importId}`);
  return rows.map((row) => row.ym);
}

/**
 * `superseded` names only the version that stood when a newer one came. With the middle version gone, the newer one
 * supersedes what the middle one did. Said before the commit: it is true with and without it, and said once.
 */
async function bridgeSuperseded(stores: Stores, importId: number): Promise<void> {
  await stores.warehouse.run(`
    INSERT INTO superseded
    SELECT newer.by_import, older.import_id, older.doc, older.months
    FROM (SELECT * FROM superseded WHERE import_id = ${importId}) AS newer
    INNER JOIN (SELECT * FROM superseded WHERE by_import = ${importId}) AS older ON older.doc = newer.doc
    WHERE (newer.by_import, older.import_id, newer.doc) NOT IN (
      SELECT by_import, import_id, doc FROM superseded
      WHERE by_import IN (SELECT by_import FROM superseded WHERE import_id = ${importId}))`);
}
