import { builtInMethods, type Method, methodDocument } from '../../domain/method.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';

/** The newest version of every method: the built-in ones and those that the company keeps. */
export async function currentMethods(stores: Stores): Promise<Method[]> {
  const rows = await stores.records.db
    .selectFrom('method')
    .select('document')
    .orderBy('id')
    .orderBy('version')
    .execute();
  const methods = new Map(builtInMethods.map((method) => [method.id, method]));
  for (const row of rows) {
    const method = methodDocument.parse(row.document);
    methods.set(method.id, method);
  }
  return [...methods.values()];
}

/** Throws `Refusal` (`methodUnknown`). */
export async function methodById(stores: Stores, id: string): Promise<Method> {
  const methods = await currentMethods(stores);
  const found = methods.find((method) => method.id === id);
  if (found === undefined)
    throw new Refusal({
      code: 'methodUnknown',
      params: { method: id, methods: methods.map((method) => method.id).join(', ') },
    });
  return found;
}
