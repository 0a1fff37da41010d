import { builtInMethods, type Method, methodDocument } from '../../domain/method.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';

/** Every version of every method, earlier ones first: the built-in ones and those that the company keeps. */
async function allMethods(stores: Stores): Promise<Method[]> {
  const rows = await stores.records.db
    .selectFrom('method')
    .select('document')
    .orderBy('id')
    .orderBy('version')
    .execute();
  return [...builtInMethods, ...rows.map((row) => methodDocument.parse(row.document))];
}

/** The newest version of every method. */
export async function currentMethods(stores: Stores): Promise<Method[]> {
  const methods = await allMethods(stores);
  return [...new Map(methods.map((method) => [method.id, method])).values()];
}

/** The version that is named, or the newest. Throws `Refusal` (`methodUnknown`). */
export async function methodVersion(
  stores: Stores,
  { id, version }: { readonly id: string; readonly version?: number | undefined },
): Promise<Method> {
  if (version === undefined) return await methodById(stores, id);
  const methods = await allMethods(stores);
  const found = methods.find((method) => method.id === id && method.version === version);
  return found ?? refuseMethod(`${id}, ${version}`, methods);
}

function refuseMethod(method: string, methods: readonly Method[]): never {
  const known = [...new Set(methods.map(({ id }) => id))].join(', ');
  throw new Refusal({ code: 'methodUnknown', params: { method, methods: known } });
}

/** Throws `Refusal` (`methodUnknown`). */
export async function methodById(stores: Stores, id: string): Promise<Method> {
  const methods = await currentMethods(stores);
  const found = methods.find((method) => method.id === id);
  return found ?? refuseMethod(id, methods);
}
