import type { Asking } from './question.ts';

/** Tables that facts are answered from, by the names that the report has for them. */
const sources = { kept_cell: 'kept', kept_buyer: 'kept', kept_sum: 'kept', ledger: 'lines' } as const;

/** Asks once, and says from which data the statements were answered. */
export async function sourceOf(
  { stores, version }: Asking,
  ask: (asking: Asking) => Promise<unknown>,
): Promise<string> {
  const { warehouse } = stores;
  const texts: string[] = [];
  const listening: typeof warehouse = {
    ...warehouse,
    rows: (sql, params) => {
      texts.push(sql);
      return warehouse.rows(sql, params);
    },
    stream: (sql, params) => {
      texts.push(sql);
      return warehouse.stream(sql, params);
    },
  };
  await ask({ stores: { ...stores, warehouse: listening }, version });
  return Object.entries(sources)
    .filter(([table]) => texts.some((text) => new RegExp(`FROM ${table}\\b`).test(text)))
    .map(([, name]) => name)
    .filter((name, index, all) => all.indexOf(name) === index)
    .join(' + ');
}
