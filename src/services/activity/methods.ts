import { builtInMethods, type Method, type MethodReference, methodDocument } from '../../domain/method.ts';
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

/** The version that is named, or the newest, with what the question changes. Throws `Refusal` (`methodUnknown`). */
export async function methodAsked(
  stores: Stores,
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
