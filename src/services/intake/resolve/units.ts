import { dateFacts } from '../../../domain/dated-facts.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { sortedInTurns } from '../../../stores/breathe.ts';
import { BATCH_ROWS, type BulkColumn, insertMany, selectByKeys } from '../../../stores/records/bulk.ts';
import type { Facts } from '../../../stores/records/schema.ts';
import type { Stores } from '../../../stores/stores.ts';

/** Kinds of units that imports describe; each has its table in the records and its own dense ids. */
export type Level = 'party' | 'point' | 'product';

/** What one import says of one unit. Who is responsible is said without a day; it is dated here. */
export interface UnitDraft {
  /** Source identity: a function of the source row alone. */
  readonly key: string;
  readonly facts: Facts;
  /** New ids are handed out in this order. */
  readonly order: string;
  /** Values of the columns that only this level has, in the order of `LevelTable.own`. */
  readonly own: readonly unknown[];
}

export interface ResolvedUnit {
  readonly id: number;
  readonly key: string;
  readonly isNew: boolean;
  /** Was hidden (or did not exist) before this import. */
  readonly appears: boolean;
  /** Something is other than before: it appears, its facts, its first day. */
  readonly affected: boolean;
  /** Facts as they will be once the import is applied. */
  readonly facts: Facts;
  readonly registered: IsoDate;
  /** Import whose patch says the same as this import does. */
  readonly patchImport: number;
  /** Values of the level's own columns; of new units only. */
  readonly own: readonly unknown[] | null;
}

const ownColumns: Record<Level, readonly BulkColumn[]> = {
  party: [
    { name: 'kind', pgType: 'text' },
    { name: 'source_id', pgType: 'int4' },
    { name: 'inn', pgType: 'text' },
    { name: 'phone_key', pgType: 'text' },
    { name: 'bare_name', pgType: 'text' },
  ],
  point: [
    { name: 'party_id', pgType: 'int4' },
    { name: 'implicit', pgType: 'bool' },
  ],
  product: [{ name: 'source_id', pgType: 'int4' }],
};

interface ExistingRow {
  id: number;
  key: string;
  visible: boolean;
  registered: IsoDate | null;
  first_import: number;
  patch_import: number;
  born: Facts;
  facts: Facts | null;
}

/** Reserves `count` ids of a space and returns the first. Reserved ids are never given out again. */
export async function reserveIds(stores: Stores, space: string, count: number): Promise<number> {
  const row = await stores.records.db
    .insertInto('id_counter')
    .values({ space, last: count })
    .onConflict((conflict) =>
      conflict.column('space').doUpdateSet((eb) => ({ last: eb('id_counter.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last - count + 1;
}

/** Looks units up while their keys are still being gathered: the records have time before the last one is known. */
export class KnownUnits {
  readonly #stores: Stores;
  readonly #level: Level;
  readonly #wanted = new Set<string>();
  readonly #found: Promise<ExistingRow[]>[] = [];
  #batch: [string][] = [];

  constructor(stores: Stores, level: Level) {
    this.#stores = stores;
    this.#level = level;
  }

  want(key: string): void {
    if (this.#wanted.has(key)) return;
    this.#wanted.add(key);
    this.#batch.push([key]);
    if (this.#batch.length === BATCH_ROWS) this.#look();
  }

  async rows(): Promise<ExistingRow[]> {
    if (this.#batch.length > 0) this.#look();
    return (await Promise.all(this.#found)).flat();
  }

  #look(): void {
    const columns = [
      ...(['id', 'key', 'visible', 'registered', 'first_import', 'patch_import'] as const),
      ...(['born', 'facts'] as const),
    ];
    const found = selectByKeys<ExistingRow>(
      this.#stores.records.db,
      { table: this.#level, columns, key: [{ name: 'key', pgType: 'text' }] },
      this.#batch,
    );
    // It is waited for in `rows`, unless something else fails before.
    found.catch(() => undefined);
    this.#found.push(found);
    this.#batch = [];
  }
}

/**
 * Finds or creates the units that an import mentions, and records what it says of them. Known units keep their facts
 * until `showUnits` after the commit; new ones are known to nobody else before it.
 */
export async function resolveUnits(
  stores: Stores,
  level: Level,
  importId: number,
  day: IsoDate,
  drafts: ReadonlyMap<string, UnitDraft>,
  known = new KnownUnits(stores, level),
): Promise<Map<string, ResolvedUnit>> {
  const { db } = stores.records;
  for (const key of drafts.keys()) known.want(key);
  const existing = await known.rows();
  const said = await saidBy(
    stores,
    level,
    existing.map((row) => [row.id, row.patch_import]),
    existing,
  );
  const resolved = new Map<string, ResolvedUnit>();
  const patches: [number, Facts][] = [];
  for (const row of existing) {
    const draft = drafts.get(row.key);
    if (draft === undefined) continue;
    const before = row.visible ? (row.facts ?? row.born) : {};
    const facts = dateFacts(draft.facts, before, day);
    const same = sameFacts(said.get(`${row.id} ${row.patch_import}`), facts);
    if (!same) patches.push([row.id, facts]);
    const registered = earliest(row.visible ? row.registered : null, day, draft.facts.createdAt);
    resolved.set(row.key, {
      id: row.id,
      key: row.key,
      isNew: false,
      appears: !row.visible,
      affected: !row.visible || !same || registered !== row.registered,
      // The last patch says the same: nothing has overridden it since.
      facts: same && row.visible ? before : { ...before, ...facts },
      registered,
      patchImport: same ? row.patch_import : importId,
      own: null,
    });
  }
  const appearing = [...drafts.values()].filter((draft) => !resolved.has(draft.key));
  const fresh = await sortedInTurns(
    appearing.map((draft) => ({ ...draft, facts: dateFacts(draft.facts, {}, day) })),
    byOrder,
  );
  if (fresh.length > 0) {
    const first = await reserveIds(stores, level, fresh.length);
    fresh.forEach((draft, index) => {
      resolved.set(draft.key, {
        id: first + index,
        key: draft.key,
        isNew: true,
        appears: true,
        affected: true,
        facts: draft.facts,
        registered: earliest(null, day, draft.facts.createdAt),
        patchImport: importId,
        own: draft.own,
      });
    });
    await insertMany(
      db,
      level,
      [
        { name: 'id', pgType: 'int4' },
        { name: 'key', pgType: 'text' },
        { name: 'first_import', pgType: 'int4' },
        { name: 'patch_import', pgType: 'int4' },
        { name: 'canonical', pgType: 'int4' },
        { name: 'registered', pgType: 'date' },
        { name: 'name', pgType: 'text' },
        { name: 'born', pgType: 'jsonb' },
        ...ownColumns[level],
      ],
      fresh.map((draft, index) => {
        const id = first + index;
        const registered = resolved.get(draft.key)?.registered;
        return [
          id,
          draft.key,
          importId,
          importId,
          id,
          registered,
          draft.facts.name ?? '',
          draft.facts,
          ...draft.own,
        ];
      }),
    );
  }
  await insertMany(
    db,
    'patch',
    [
      { name: 'level', pgType: 'text' },
      { name: 'id', pgType: 'int4' },
      { name: 'import_id', pgType: 'int4' },
      { name: 'facts', pgType: 'jsonb' },
    ],
    patches.map(([id, facts]) => [level, id, importId, facts]),
  );
  await writeMentions(stores, level, importId, [...resolved.values()]);
  return resolved;
}

const byOrder = (a: UnitDraft, b: UnitDraft): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

function earliest(...dates: (IsoDate | null | undefined)[]): IsoDate {
  return dates.filter((date) => date !== null && date !== undefined && date !== '').sort()[0] ?? '';
}

const byId = { name: 'id', pgType: 'int4' } as const;

interface Born {
  readonly id: number;
  readonly first_import: number;
  readonly born: Facts;
}

/**
 * What imports said of units, by `id import`: the first one's words stand with the unit, later ones' are patches.
 * `known`: the rows of all these units, where they are at hand.
 */
export async function saidBy(
  stores: Stores,
  level: Level,
  pairs: readonly (readonly [id: number, importId: number])[],
  known?: readonly Born[],
): Promise<Map<string, Facts>> {
  const { db } = stores.records;
  const born =
    known ??
    (await selectByKeys<Born>(
      db,
      { table: level, columns: ['id', 'first_import', 'born'], key: [byId] },
      [...new Set(pairs.map(([id]) => id))].map((id) => [id]),
    ));
  const said = new Map(born.map((row) => [`${row.id} ${row.first_import}`, row.born]));
  const later = pairs.filter(([id, importId]) => !said.has(`${id} ${importId}`));
  const patches = await selectByKeys<{ id: number; import_id: number; facts: Facts }>(
    db,
    {
      table: 'patch',
      columns: ['id', 'import_id', 'facts'],
      key: [{ name: 'level', pgType: 'text' }, byId, { name: 'import_id', pgType: 'int4' }],
    },
    later.map(([id, importId]) => [level, id, importId]),
  );
  for (const patch of patches) said.set(`${patch.id} ${patch.import_id}`, patch.facts);
  return said;
}

function sameFacts(a: Facts | undefined, b: Facts): boolean {
  if (a === undefined) return false;
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every((key) => a[key] === b[key]);
}

/** Ids of one mention row; a row must stay small enough for the embedded engine's batches. */
const MENTION_CHUNK = 20_000;

async function writeMentions(
  stores: Stores,
  level: Level,
  importId: number,
  units: readonly ResolvedUnit[],
): Promise<void> {
  const sorted = [...units].sort((a, b) => a.id - b.id);
  for (let part = 0; part * MENTION_CHUNK < sorted.length; part++) {
    const chunk = sorted.slice(part * MENTION_CHUNK, (part + 1) * MENTION_CHUNK);
    await stores.records.db
      .insertInto('mention')
      .values({
        import_id: importId,
        level,
        part,
        ids: chunk.map((unit) => unit.id),
        patches: chunk.map((unit) => unit.patchImport),
      })
      .execute();
  }
}
