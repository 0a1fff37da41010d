import { today } from '../../domain/clock.ts';
import type { GroupChange, GroupKind, NewGroup } from '../../domain/customer-group.ts';
import { Refusal } from '../../domain/problem.ts';
import type { StatedFact, StatedFacts } from '../../domain/stated-facts.ts';
import type { MonthEffect } from '../../services/activity/month-bases.ts';
import { type StatedChange, write } from '../../services/customers/write-edit.ts';
import { membersOfUnits } from '../../services/intake/resolve/members-of-units.ts';
import { standingMerges } from '../../services/intake/resolve/standing-merges.ts';
import { reserveIds } from '../../services/intake/resolve/units.ts';
import { dropGeneration, dropOldGenerations, writeCommit } from '../../services/ledger/commit.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import { withMerges } from '../../services/merges/with-merges.ts';
import type { Desk } from '../../services/parts/part.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import type { Stores } from '../../stores/stores.ts';
import { type CustomerGroup, groupsIn, groupUnder } from './known-groups.ts';

export interface ChangedGroup {
  readonly group: CustomerGroup;
  readonly dataVersion: number;
  /** АКБ of the months that have changed. */
  readonly effect: readonly MonthEffect[];
}

/** Clients by hand (counting rules, §7). Each change is a new version of the data and waits for an import. */
export interface Groups {
  list(): Promise<readonly CustomerGroup[]>;
  /** АКБ of the months that would change if these were one client; nothing is changed. Refuses as `make`. */
  preview(entities: readonly number[]): Promise<readonly MonthEffect[]>;
  /** The same of a change of a group. Refuses as `change`. */
  previewChange(id: number, change: GroupChange): Promise<readonly MonthEffect[]>;
  /** Refuses `groupEntitiesUnknown`. */
  make(group: NewGroup): Promise<ChangedGroup>;
  /** Refuses `groupUnknown`, `groupEntitiesUnknown`, `groupNotThere`: whoever is taken out is not in it. */
  change(id: number, change: GroupChange): Promise<ChangedGroup>;
  /** All legal entities are taken out. Refuses `groupUnknown`. */
  dissolve(id: number): Promise<ChangedGroup>;
}

export const groupsOf = (desk: Desk): Groups => ({
  list: async () => groupsIn(desk.stores, await currentVersion(desk.stores.records)),
  preview: (entities) => preview(desk, entities),
  previewChange: (id, change) => previewChange(desk, id, change),
  make: (group) => make(desk, group),
  change: (id, change) => changeGroup(desk, id, change),
  dissolve: async (id) => {
    const { entities } = await groupUnder(desk.stores, id);
    return await changeGroup(desk, id, { out: entities.map((one) => one.id) }, true);
  },
});

/** A group by hand has a key of its own, which no import gives. */
const keyOf = (group: number): string => `group|${group}`;

/** What is stated of every identity of some legal entities: they go into a group together. */
async function groupChanges(
  stores: Stores,
  { dimensions }: DataVersion,
  entities: readonly number[],
  after: (stated: StatedFact | null, imported: string | undefined) => StatedFact | null,
): Promise<StatedChange[]> {
  const known = await stores.warehouse.rows<{ id: number }>(
    `SELECT DISTINCT entity AS id FROM dim_party
     WHERE generation = {dimensions:UInt32} AND entity = id AND entity IN {entities:Array(UInt32)}`,
    { dimensions, entities: [...entities] },
  );
  const unknown = entities.filter((entity) => !known.some(({ id }) => id === entity));
  if (unknown.length > 0)
    throw new Refusal({
      code: 'groupEntitiesUnknown',
      params: { count: unknown.length, first: String(unknown[0]) },
    });
  const identities = await identitiesOf(stores, dimensions, entities);
  return identities.flatMap(({ id, stated, facts, born }): StatedChange[] => {
    const before = stated?.group ?? null;
    const next = after(before, (facts ?? born).group);
    return before?.value === next?.value ? [] : [{ level: 'party', id, fact: 'group', before, after: next }];
  });
}

interface IdentityRow {
  readonly id: number;
  readonly stated: StatedFacts | null;
  readonly facts: Readonly<Record<string, string>> | null;
  readonly born: Readonly<Record<string, string>>;
}

/** Identities of units as they are now: those that imports have linked and those that somebody has merged. */
async function identitiesOf(
  stores: Stores,
  dimensions: number,
  entities: readonly number[],
): Promise<IdentityRow[]> {
  const rows = await stores.warehouse.rows<{ id: number }>(
    'SELECT id FROM dim_party WHERE generation = {dimensions:UInt32} AND entity IN {entities:Array(UInt32)}',
    { dimensions, entities: [...entities] },
  );
  const found = await membersOfUnits<IdentityRow>(
    stores,
    ['id', 'stated', 'facts', 'born'],
    new Set(rows.map(({ id }) => Number(id))),
  );
  return [...new Map(found.map((row) => [row.id, row])).values()].sort((a, b) => a.id - b.id);
}

const into = (key: string) => (): StatedFact => ({ value: key, since: today() });
/** Out of a group by hand imports say again whose they are. */
const outOf = (stated: StatedFact | null): StatedFact | null =>
  stated === null ? { value: '', since: today() } : null;

async function preview({ stores }: Desk, entities: readonly number[]): Promise<readonly MonthEffect[]> {
  return await withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const group = await newParty(stores, '');
    try {
      const changes = await groupChanges(stores, before, [...new Set(entities)], into(keyOf(group)));
      const { after, effect } = await withMerges(stores, before, await standingMerges(stores), [
        ...changes,
        nameOf(group, null, '-'),
      ]);
      await dropGeneration(stores, after.dimensions);
      return effect;
    } finally {
      await stores.records.db.deleteFrom('party').where('id', '=', group).execute();
    }
  });
}

/** The row of a group: nobody sees it before something is in it. */
async function newParty(stores: Stores, name: string): Promise<number> {
  const id = await reserveIds(stores, 'party', 1);
  await stores.records.db
    .insertInto('party')
    .values({
      ...{ id, kind: 'group', source_id: 0, key: keyOf(id), first_import: 0, patch_import: 0 },
      ...{ canonical: id, visible: true, name, born: JSON.stringify({ name }) },
      ...{ since_import: null, since_patch: null, inn: null, phone_key: null, bare_name: null },
      ...{ registered: null, facts: null, stated: null },
    })
    .execute();
  return id;
}

/** A name that is stated is found by whoever searches. */
const nameOf = (id: number, before: StatedFact | null, name: string): StatedChange => ({
  ...{ level: 'party', id, fact: 'name', before },
  after: { value: name, since: today() },
});

async function make(desk: Desk, { name, kind, entities }: NewGroup): Promise<ChangedGroup> {
  const { stores } = desk;
  return await withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const id = await newParty(stores, name);
    try {
      const changes = await groupChanges(stores, before, [...new Set(entities)], into(keyOf(id)));
      return await commit(desk, before, { id, kind, dissolved: false }, [...changes, nameOf(id, null, name)]);
    } catch (error) {
      await dropUnused(stores, id);
      throw error;
    }
  });
}

/** A group that was never committed. */
async function dropUnused({ records: { db } }: Stores, id: number): Promise<void> {
  await db
    .deleteFrom('party')
    .where('id', '=', id)
    .where('id', 'not in', (eb) => eb.selectFrom('customer_group').select('customer_group.id'))
    .execute();
}

/** What a change of a group states. */
async function changesOf(
  stores: Stores,
  before: DataVersion,
  group: CustomerGroup,
  { name, in: added = [], out = [] }: GroupChange,
): Promise<{ readonly changes: StatedChange[]; readonly touched: StatedChange[] }> {
  const { id } = group;
  const strangers = out.filter((entity) => !group.entities.some((one) => one.id === entity));
  if (strangers.length > 0)
    throw new Refusal({
      code: 'groupNotThere',
      params: { count: strangers.length, first: String(strangers[0]) },
    });
  const row = await stores.records.db
    .selectFrom('party')
    .select('stated')
    .where('id', '=', id)
    .executeTakeFirst();
  const stated = row?.stated?.name ?? null;
  const renamed = name !== undefined && name !== group.name;
  const changes = [
    ...(await groupChanges(stores, before, [...new Set(added)], into(keyOf(id)))),
    ...(await groupChanges(stores, before, [...new Set(out)], outOf)),
    ...(renamed ? [nameOf(id, stated, name)] : []),
  ];
  // What a group is follows from its entities: it is written anew with them.
  const touched: StatedChange = { level: 'party', id, fact: 'name', before: stated, after: stated };
  return { changes, touched: renamed ? [] : [touched] };
}

async function previewChange(
  { stores }: Desk,
  id: number,
  change: GroupChange,
): Promise<readonly MonthEffect[]> {
  return await withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const { changes, touched } = await changesOf(stores, before, await groupUnder(stores, id), change);
    const merges = await standingMerges(stores);
    const { after, effect } = await withMerges(stores, before, merges, [...changes, ...touched]);
    await dropGeneration(stores, after.dimensions);
    return effect;
  });
}

async function changeGroup(
  desk: Desk,
  id: number,
  change: GroupChange,
  dissolved = false,
): Promise<ChangedGroup> {
  const { stores } = desk;
  return await withImporterLock(stores.records, async () => {
    const before = await currentVersion(stores.records);
    const group = await groupUnder(stores, id);
    const { changes, touched } = await changesOf(stores, before, group, change);
    const { kind = group.kind } = change;
    return await commit(desk, before, { id, kind, dissolved }, changes, { was: group, touched });
  });
}

async function commit(
  { stores, viewer }: Desk,
  before: DataVersion,
  { id, kind, dissolved }: { readonly id: number; readonly kind: GroupKind; readonly dissolved: boolean },
  changes: readonly StatedChange[],
  { was, touched = [] }: { readonly was?: CustomerGroup; readonly touched?: readonly StatedChange[] } = {},
): Promise<ChangedGroup> {
  const merges = await standingMerges(stores);
  const { after, effect } = await withMerges(stores, before, merges, [...changes, ...touched]);
  const now = new Date().toISOString();
  await writeCommit(stores, { kind: 'edit', importId: null, version: after }, async (tx) => {
    if (changes.length > 0) await write(tx, { unit: 'client', id, user: viewer.user, undoes: null, changes });
    await tx
      .insertInto('customer_group')
      .values({ id, kind, made_at: now, dissolved_at: dissolved ? now : null })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ kind, dissolved_at: dissolved ? now : null }),
      )
      .execute();
    await tx.updateTable('commit').set({ finished: true }).where('version', '=', after.version).execute();
  });
  await dropOldGenerations(stores);
  const group = dissolved && was !== undefined ? { ...was, entities: [] } : await groupUnder(stores, id);
  return { group, dataVersion: after.version, effect };
}
