import { sql } from 'kysely';
import { builtInMethods, type Method, type MethodReference, methodDocument } from '../../domain/method.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';
import { isKeepable } from '../activity/kept/kept.ts';

type Records = Pick<Stores, 'records'>;

/** Every version of every method, earlier ones first: the built-in ones and those that the company keeps. */
async function allMethods({ records }: Records): Promise<Method[]> {
  const rows = await records.db
    .selectFrom('method')
    .select('document')
    .orderBy('id')
    .orderBy('version')
    .execute();
  return [...builtInMethods, ...rows.map((row) => methodDocument.parse(row.document))];
}

/** The newest version of every method. */
export async function currentMethods(stores: Records): Promise<Method[]> {
  const methods = await allMethods(stores);
  return [...new Map(methods.map((method) => [method.id, method])).values()];
}

/** All versions of a method, the newest first. Throws `Refusal` (`methodUnknown`). */
export async function methodVersions(stores: Records, id: string): Promise<Method[]> {
  const methods = await allMethods(stores);
  const versions = methods.filter((method) => method.id === id).reverse();
  if (versions.length === 0) refuseMethod(id, methods);
  return versions;
}

/** The version that is named, or the newest, with what the question changes. Throws `Refusal` (`methodUnknown`). */
export async function methodAsked(
  stores: Records,
  { id, version, totalBase, attribution }: MethodReference,
): Promise<Method> {
  const methods = await allMethods(stores);
  const found = methods.findLast(
    (method) => method.id === id && (version === undefined || method.version === version),
  );
  if (found === undefined) refuseMethod(version === undefined ? id : `${id}, ${version}`, methods);
  return {
    ...found,
    ...(totalBase !== undefined && { totalBase }),
    ...(attribution !== undefined && { attribution }),
  };
}

function refuseMethod(method: string, methods: readonly Method[]): never {
  const known = [...new Set(methods.map(({ id }) => id))].join(', ');
  throw new Refusal({ code: 'methodUnknown', params: { method, methods: known } });
}

/**
 * Makes the next version of a method, or the first of a new one. Earlier versions stay as they are: what was counted by
 * them can be counted again. Two who save at once make two versions.
 */
export async function saveMethod({ records }: Records, said: Omit<Method, 'version'>): Promise<Method> {
  return await records.db.transaction().execute(async (db) => {
    // One at a time: the next number has to be nobody else's.
    await sql`LOCK TABLE method IN EXCLUSIVE MODE`.execute(db);
    const last = await db
      .selectFrom('method')
      .select((of) => of.fn.max('version').as('version'))
      .where('id', '=', said.id)
      .executeTakeFirst();
    const builtIn = builtInMethods.find(({ id }) => id === said.id)?.version ?? 0;
    const method = methodDocument.parse({ ...said, version: Math.max(last?.version ?? 0, builtIn) + 1 });
    await db
      .insertInto('method')
      .values({
        id: method.id,
        version: method.version,
        document: JSON.stringify(method),
        valid_from: method.validFrom === null ? null : `${method.validFrom}-01`,
      })
      .execute();
    return method;
  });
}

/** Bitmaps of so many methods are kept: each costs the time and room of one more. */
export const mostKept = 4;

/** Methods whose answers are kept ready, in their newest version. */
export async function keptMethods(stores: Records): Promise<Method[]> {
  const ids = await stores.records.db.selectFrom('kept_method').select('id').execute();
  const kept = new Set(ids.map(({ id }) => id));
  return (await currentMethods(stores)).filter((method) => kept.has(method.id) && isKeepable(method));
}

/** Keeps answers of these methods ready, and of no others. @throws Refusal `tooManyKept`, `methodUnknown`, `methodNotKeepable` */
export async function keepMethods(stores: Records, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length > mostKept)
    throw new Refusal({ code: 'tooManyKept', params: { count: wanted.length, most: mostKept } });
  for (const id of wanted)
    if (!isKeepable(await methodAsked(stores, { id })))
      throw new Refusal({ code: 'methodNotKeepable', params: { method: id } });
  await stores.records.db.transaction().execute(async (db) => {
    await db.deleteFrom('kept_method').execute();
    if (wanted.length > 0)
      await db
        .insertInto('kept_method')
        .values(wanted.map((id) => ({ id })))
        .execute();
  });
}
