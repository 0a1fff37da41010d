import { createHash, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { assignmentKinds } from '../../domain/dated-facts.ts';
import { attributes } from '../../domain/dimensions.ts';
import { destroyedDigest, removedMark } from '../../services/intake/resolve/removed-parties.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import type { Stores } from '../../stores/stores.ts';
import { destroyKeys, listDestroyedKeys } from '../audit/read.ts';
import { clearNames, type Renamed } from './clear-names.ts';

export interface Destroyed {
  readonly id: number;
  /** The technical name that stands in every record of his. */
  readonly name: string;
  /** Identities whose values are gone. */
  readonly parties: readonly number[];
  readonly points: readonly number[];
  /** What was named after him and has a technical name now. */
  readonly renamed: Renamed;
  /** Files that hold him still: they go with the time in which an import can be undone. */
  readonly files: readonly { readonly importId: number; readonly names: readonly string[] }[];
}

type Values = Readonly<Record<string, unknown>>;

/** What figures are sliced by: it names nobody. */
const kept = new RegExp(
  `^(${[...attributes, ...assignmentKinds, 'group', 'createdAt', removedMark].join('|')})(@.*)?$`,
);

/** The values without what is personal. */
const impersonal = (values: Values, name: string): string =>
  JSON.stringify({
    ...Object.fromEntries(Object.entries(values).filter(([fact]) => kept.test(fact))),
    ...('name' in values && { name }),
  });

/** Replaces the personal values of every record of a customer, in one transaction. The ledger knows ids only. */
export async function destroyCustomer(
  stores: Stores,
  { id }: Pick<Destroyed, 'id'>,
  identities: () => Promise<readonly number[]>,
): Promise<Destroyed> {
  return await withImporterLock(stores.records, async () => {
    const ids = [...(await identities())];
    const name = `Удалён №${id}`;
    const blind = randomBytes(16);
    const digest = (text: string): string => createHash('sha256').update(blind).update(text).digest('hex');
    const destroyed = await stores.records.transaction(async (tx): Promise<Destroyed> => {
      const marked = await tx.selectFrom('destroyed_identity').select('salt').executeTakeFirst();
      const salt = marked?.salt ?? randomBytes(16).toString('hex');
      const parties = await tx
        .selectFrom('party')
        .select(['id', 'key', 'kind', 'name', 'born', 'facts', 'stated'])
        .where('id', 'in', ids)
        .orderBy('key')
        .execute();
      const points = await tx
        .selectFrom('point')
        .select(['id', 'party_id', 'key', 'implicit', 'born', 'facts', 'stated', 'name'])
        .where('party_id', 'in', ids)
        .execute();
      // Which of several identities is the older one may follow from the order of their keys: it stays.
      const keys = new Map(
        parties.map((one, at) => [one.id, `destroyed|${String(at).padStart(6, '0')}|${one.id}`]),
      );
      const keyOf = new Map(parties.map((one) => [one.key, keys.get(one.id) ?? '']));
      const oldKey = new Map(parties.map((one) => [one.id, one.key]));
      const without = (values: Values): string => {
        const { group } = values as { readonly group?: string };
        return impersonal(
          { ...values, ...(group !== undefined && { group: keyOf.get(group) ?? group }) },
          name,
        );
      };
      for (const one of parties) {
        await tx
          .updateTable('party')
          .set({
            ...{ key: keys.get(one.id) ?? '', name, inn: null, phone_key: null, bare_name: null },
            born: without({ name, ...one.born }),
            facts: one.facts && without({ name, ...one.facts }),
            stated: one.stated && statedWithout(one.stated, keyOf),
          })
          .where('id', '=', one.id)
          .execute();
        await tx
          .insertInto('destroyed_identity')
          .values({
            ...{ id: one.id, salt, digest: destroyedDigest(salt, one.key) },
            destroyed_at: new Date().toISOString(),
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }
      for (const one of points) {
        const own = one.key.slice(oldKey.get(one.party_id)?.length ?? 0);
        // Equal places of his identities stay one point: the same rest gives the same digest.
        const rest = one.implicit || own === '' ? own : `|${digest(own).slice(0, 32)}`;
        await tx
          .updateTable('point')
          .set({
            ...{ key: `${keys.get(one.party_id)}${rest}`, name: one.name === '' ? '' : name },
            born: without(one.born),
            facts: one.facts && without(one.facts),
            stated: one.stated && statedWithout(one.stated, keyOf),
          })
          .where('id', '=', one.id)
          .execute();
      }
      for (const [level, of] of [
        ['party', ids],
        ['point', points.map((one) => one.id)],
      ] as const) {
        const some = [0, ...of];
        const patches = await tx
          .selectFrom('patch')
          .select(['id', 'import_id', 'facts'])
          .where('level', '=', level)
          .where('id', 'in', some)
          .execute();
        for (const one of patches)
          await tx
            .updateTable('patch')
            .set({ facts: without(one.facts) })
            .where('level', '=', level)
            .where('id', '=', one.id)
            .where('import_id', '=', one.import_id)
            .execute();
        await sql`UPDATE customer_edit_field SET before = NULL, after = NULL
          WHERE level = ${level} AND id = ANY (${some}) AND field !~ ${kept.source}`.execute(tx);
        await sql`UPDATE unit_text SET words = '', phones = '' WHERE level = ${level} AND id = ANY (${some})`.execute(
          tx,
        );
        const mine = sql`level = ${level} AND unit_id = ANY (${some})`;
        // Words that no other text has.
        for (const kind of ['entry', 'contact'] as const)
          await sql`DELETE FROM text_word WHERE kind = ${kind} AND word <> ''
            AND word IN (SELECT unnest(tsvector_to_array(words)) FROM ${sql.table(kind)} WHERE ${mine})
            AND NOT EXISTS (SELECT 1 FROM ${sql.table(kind)} AS other
              WHERE other.words @@ quote_literal(text_word.word)::tsquery
                AND NOT (other.level = ${level} AND other.unit_id = ANY (${some})))`.execute(tx);
        await sql`UPDATE entry SET text = '', outcome = '', signed = '', words = ''::tsvector,
          version = version + 1 WHERE ${mine}`.execute(tx);
        await sql`DELETE FROM contact WHERE ${mine}`.execute(tx);
      }
      for (const [kind, of] of [
        ['party', ids],
        ['point', points.map((one) => one.id)],
      ] as const)
        for (const one of of) await destroyKeys(tx, { kind, id: String(one) });
      const saidNames = parties.flatMap(({ name: own, born, facts, stated }) => [
        ...[own, born.name ?? '', facts?.name ?? '', stated?.name?.value ?? ''],
      ]);
      const renamed = await clearNames(tx, [...new Set(saidNames)], name);
      await tx.updateTable('terms_change').set({ reason: '' }).where('party', 'in', ids).execute();
      await sql`DELETE FROM duplicate_candidate WHERE a = ANY (${ids}) OR b = ANY (${ids})`.execute(tx);
      const held = await tx
        .selectFrom('import')
        .innerJoin('mention', 'mention.import_id', 'import.id')
        .select(['import.id', 'import.files'])
        .where('mention.level', '=', 'party')
        .where(sql<boolean>`mention.ids && ${sql.val(ids)}::int4[]`)
        .where('import.status', 'in', ['applied', 'undone'])
        .execute();
      const files = new Map(held.map((one) => [one.id, one.files]));
      return {
        ...{ id, name, parties: ids, points: points.map((one) => one.id), renamed },
        files: [...files]
          .sort(([a], [b]) => a - b)
          .map(([importId, names]) => ({ importId, names: names as readonly string[] })),
      };
    });
    // A backup that is restored must not bring the keys back.
    await listDestroyedKeys(stores.records.db, join(dirname(stores.intakeFolder), 'backups'));
    return destroyed;
  });
}

const statedWithout = (stated: Values, keyOf: ReadonlyMap<string, string>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(stated)
        .filter(([fact]) => kept.test(fact))
        .map(([fact, said]) => {
          const { value } = said as { readonly value: string };
          return [fact, fact === 'group' ? { ...(said as object), value: keyOf.get(value) ?? value } : said];
        }),
    ),
  );
