import { today } from '../../domain/clock.ts';
import { limitUse, owedTogether, type Receivable, receivableIn } from '../../domain/receivables.ts';
import type { Decimal } from '../../domain/units.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { ids, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { clientRows } from './client-rows.ts';
import type { UnitPlace } from './place.ts';
import { partiesOf, termsNow } from './terms-in-force.ts';

export interface CustomerReceivables extends Receivable {
  /** Of the credit limit in force; 0.75 is three quarters. null: there is no limit, or no debt is known. */
  readonly limitUse: Decimal | null;
}

/** What clients or legal entities owe. Every identity is an account of its own in the books of its source: they add up. */
export async function owedBy(
  stores: Stores,
  { dimensions }: DataVersion,
  level: 'client' | 'entity',
  units: readonly number[],
): Promise<ReadonlyMap<number, Receivable>> {
  const { text, params } = statement(sql`SELECT id, ${raw(level)} AS unit FROM dim_party
    WHERE generation = ${raw(dimensions)} AND unit IN ${ids(units)} AND entity != 0`);
  const identities = await stores.warehouse.rows<{ id: number; unit: number }>(text, params);
  return await owedOn(stores, identities);
}

async function owedOn(
  stores: Stores,
  identities: readonly { readonly id: number; readonly unit: number }[],
): Promise<ReadonlyMap<number, Receivable>> {
  const rows = await selectByKeys<{ id: number; born: Facts; facts: Facts | null }>(
    stores.records.db,
    { table: 'party', columns: ['id', 'born', 'facts'], key: [{ name: 'id', pgType: 'int4' }] },
    identities.map(({ id }) => [id]),
  );
  const said = new Map(rows.map(({ id, born, facts }) => [id, receivableIn(facts ?? born)]));
  return new Map(
    [...Map.groupBy(identities, ({ unit }) => unit)].flatMap(([unit, own]) => {
      const owed = owedTogether(own.flatMap(({ id }) => said.get(id) ?? []));
      return owed === null ? [] : [[unit, owed] as const];
    }),
  );
}

/** What a client or a legal entity owes, of a delivery point what its legal entity does; null: no file has said. */
export async function receivablesOf(
  stores: Stores,
  version: DataVersion,
  place: UnitPlace,
): Promise<CustomerReceivables | null> {
  const { own } = partiesOf(place);
  const { parties } = await clientRows(stores.warehouse, version, place.client);
  const accounts = parties.filter(
    ({ entity }) => entity !== 0 && (place.unit === 'client' || entity === own),
  );
  const owed = (
    await owedOn(
      stores,
      accounts.map(({ id }) => ({ id, unit: own })),
    )
  ).get(own);
  if (owed === undefined) return null;
  const limit = (await termsNow(stores, place, today())).find(({ kind }) => kind === 'creditLimit');
  return { ...owed, limitUse: limitUse(owed.debt, limit?.value) };
}
