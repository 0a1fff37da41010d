import { type CardMark, marksOf } from '../../domain/card-marks.ts';
import { withStated } from '../../domain/stated-facts.ts';
import type { IsoDate } from '../../domain/units.ts';
import { breather } from '../../stores/breathe.ts';
import { onceAtATime } from '../../stores/once-at-a-time.ts';
import type { Stores } from '../../stores/stores.ts';
import { withIdTable } from '../../stores/warehouse/id-table.ts';
import { allIds, idsAtOnce } from '../activity/all-ids.ts';
import type { ImportSummary } from '../intake/import-summary.ts';
import { reserveIds } from '../intake/resolve/units.ts';

/**
 * Brings the marks of cards up to the last commit and the last edit, those of customers that have been named since, of
 * all at first. Returns the generation that holds them. Safe to repeat and to break off.
 */
export const refreshMarks = onceAtATime(refresh);

async function refresh(stores: Stores): Promise<number> {
  const { db } = stores.records;
  const state = await db.selectFrom('card_mark_state').selectAll().executeTakeFirst();
  const since = await db
    .selectFrom('commit')
    .select(['version', 'kind', 'import_id', 'finished'])
    .where('version', '>', state?.version ?? 0)
    .orderBy('version')
    .execute();
  // While a commit is not finished, the records still take over what it says.
  const version = since.findLast(({ finished }) => finished)?.version ?? state?.version ?? 0;
  const edited = await db
    .selectFrom('customer_edit_field')
    .select(['edit', 'level', 'id'])
    .where('edit', '>', state?.edit ?? 0)
    .execute();
  const known = await contactChanges(stores, state?.contacts ?? null);
  const nothingNew = version === state?.version && edited.length === 0 && known.parties.size === 0;
  if (state !== undefined && nothingNew) return state.generation;
  const done = since.filter((one) => one.version <= version);
  const everybody = state === undefined || done.some(({ kind }) => kind === 'restore');
  const imports = done.flatMap(({ import_id }) => (import_id === null ? [] : [import_id]));
  const changed = everybody
    ? null
    : new Set([
        ...(await namedParties(stores, imports)),
        ...edited.flatMap(({ level, id }) => (level === 'party' ? [id] : [])),
        ...known.parties,
      ]);
  const generation = await reserveIds(stores, 'cardMarks', 1);
  await writeMarks(stores, generation, changed);
  if (state !== undefined && changed !== null) await carry(stores, state.generation, generation, changed);
  const edit = Math.max(state?.edit ?? 0, ...edited.map((one) => one.edit));
  const next = { version, edit, contacts: known.last, generation };
  await db
    .insertInto('card_mark_state')
    .values(next)
    .onConflict((conflict) => conflict.column('single').doUpdateSet(next))
    .execute();
  await dropOlder(stores, state?.generation ?? generation);
  return generation;
}

/** Marks of the given customers, null: of all. */
async function writeMarks(
  stores: Stores,
  generation: number,
  changed: ReadonlySet<number> | null,
): Promise<void> {
  const confirmed = await confirmedDays(stores);
  const batches = changed === null ? allIds(stores, 'party') : inBatches([...changed]);
  const breathe = breather();
  let rows: [number, number, readonly CardMark[], IsoDate][] = [];
  for await (const ids of batches) {
    const parties = await stores.records.db
      .selectFrom('party')
      .select(['id', 'born', 'facts', 'stated'])
      .where('id', 'in', [...ids])
      .where('kind', '=', 'entity')
      .where('visible', '=', true)
      .execute();
    const contacts = await contactsOf(
      stores,
      parties.map(({ id }) => id),
    );
    for (const { id, born, facts, stated } of parties) {
      const own = contacts.get(id);
      const marks = new Set([...marksOf(withStated(facts ?? born, stated)), ...(own?.marks ?? [])]);
      const days = [confirmed.get(id) ?? '1970-01-01', own?.day ?? ''].sort();
      rows.push([generation, id, [...marks], days.at(-1) ?? '']);
      await breathe();
    }
    if (rows.length < 50 * idsAtOnce) continue;
    await insert(stores, rows);
    rows = [];
  }
  await insert(stores, rows);
}

const insert = async ({ warehouse }: Stores, rows: readonly (readonly unknown[])[]): Promise<void> => {
  if (rows.length > 0) await warehouse.insert('card_mark', ['generation', 'id', 'marks', 'confirmed'], rows);
};

async function* inBatches(ids: readonly number[]): AsyncGenerator<number[]> {
  for (let at = 0; at < ids.length; at += idsAtOnce) yield ids.slice(at, at + idsAtOnce);
}

/** Marks of those who have not changed stay as they were. */
async function carry(
  { warehouse }: Stores,
  from: number,
  to: number,
  changed: ReadonlySet<number>,
): Promise<void> {
  await withIdTable(warehouse, changed, (table) =>
    warehouse.run(`
      INSERT INTO card_mark (generation, id, marks, confirmed)
      SELECT ${to}, id, marks, confirmed FROM card_mark
      WHERE generation = ${from} AND id NOT IN (SELECT id FROM ${table})`),
  );
}

/** Owners of contacts, of points their parties. */
const ownersOf = ({ records: { db } }: Pick<Stores, 'records'>) =>
  db
    .selectFrom('contact')
    .leftJoin('point', (join) =>
      join.onRef('point.id', '=', 'contact.unit_id').on('contact.level', '=', 'point'),
    )
    .select(({ fn }) => fn.coalesce('point.party_id', 'contact.unit_id').as('party'));

/** Whose contacts have changed since, and when the last one has. */
async function contactChanges(
  stores: Stores,
  since: string | null,
): Promise<{ readonly parties: ReadonlySet<number>; readonly last: string }> {
  const rows = await ownersOf(stores)
    .select('changed_at')
    .where('changed_at', '>', since ?? '1970-01-01T00:00:00Z')
    .orderBy('changed_at')
    .execute();
  return {
    parties: new Set(rows.map(({ party }) => party)),
    last: rows.at(-1)?.changed_at ?? since ?? '1970-01-01T00:00:00Z',
  };
}

/** What persons of some parties add to their cards, and the last day on which one was written down. */
async function contactsOf(
  stores: Stores,
  parties: readonly number[],
): Promise<Map<number, { readonly marks: readonly CardMark[]; readonly day: IsoDate }>> {
  const { db } = stores.records;
  const some = [0, ...parties];
  // Each by an index of its own: an owner that is worked out of both has none, and all contacts would be read each time.
  const rows = await db
    .selectFrom('contact')
    .select(['unit_id as party', 'phones', 'emails', 'changed_on'])
    .where('level', '=', 'party')
    .where('unit_id', 'in', some)
    .where('removed', '=', false)
    .unionAll(
      db
        .selectFrom('point')
        .innerJoin('contact', 'contact.unit_id', 'point.id')
        .select(['point.party_id as party', 'phones', 'emails', 'changed_on'])
        .where('level', '=', 'point')
        .where('point.party_id', 'in', some)
        .where('removed', '=', false),
    )
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ party }) => party)].map(([party, own]) => {
      const marks: CardMark[] = ['contact'];
      if (own.some(({ phones }) => phones.some(({ e164 }) => e164 !== null))) marks.push('phone');
      if (own.some(({ emails }) => emails.length > 0)) marks.push('email');
      const day =
        own
          .map(({ changed_on }) => changed_on)
          .sort()
          .at(-1) ?? '';
      return [party, { marks, day }];
    }),
  );
}

/** Parties that imports name. */
async function namedParties(
  { records: { db } }: Pick<Stores, 'records'>,
  imports: readonly number[],
): Promise<Set<number>> {
  const chunks = await db
    .selectFrom('mention')
    .select('ids')
    .where('import_id', 'in', [0, ...imports])
    .where('level', '=', 'party')
    .execute();
  return new Set(chunks.flatMap(({ ids }) => ids));
}

/** The last day on which a list of customers named somebody, by party. */
async function confirmedDays(stores: Stores): Promise<Map<number, IsoDate>> {
  const rows = await stores.records.db
    .selectFrom('import')
    .select(['id', 'day', 'summary'])
    .where('status', '=', 'applied')
    .orderBy('day')
    .execute();
  const days = new Map<number, IsoDate>();
  for (const { id, day, summary } of rows) {
    if (!(summary as ImportSummary | null)?.tables.some(({ kind }) => kind === 'customers')) continue;
    for (const party of await namedParties(stores, [id])) days.set(party, day);
  }
  return days;
}

/** A list that has begun may still read the one before. */
async function dropOlder({ warehouse }: Stores, oldest: number): Promise<void> {
  const rows = await warehouse.rows<{ generation: number }>(
    `SELECT DISTINCT generation FROM card_mark WHERE generation < ${oldest}`,
  );
  for (const { generation } of rows)
    await warehouse.run(`ALTER TABLE card_mark DROP PARTITION ${generation}`);
}
