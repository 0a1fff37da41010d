import { today } from '../../domain/clock.ts';
import { limitUse, owedTogether, type Receivable, receivableIn } from '../../domain/receivables.ts';
import type { Decimal } from '../../domain/units.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import type { UnitPlace } from './place.ts';
import { partiesOf, termsNow } from './terms-in-force.ts';

export interface CustomerReceivables extends Receivable {
  /** Of the credit limit in force; 0.75 is three quarters. null: there is no limit, or no debt is known. */
  readonly limitUse: Decimal | null;
}

/**
 * What a client or a legal entity owes, of a delivery point what its legal entity does; null: no file has said. Every
 * identity is an account of its own in the books of its source: they add up.
 */
export async function receivablesOf(
  stores: Stores,
  version: DataVersion,
  place: UnitPlace,
): Promise<CustomerReceivables | null> {
  const { own } = partiesOf(place);
  const column = place.unit === 'client' ? 'client' : 'entity';
  const identities = await stores.warehouse.rows<{ id: number }>(
    `SELECT id FROM dim_party WHERE generation = ${version.dimensions} AND ${column} = ${own} AND entity != 0`,
  );
  const rows = await selectByKeys<{ born: Facts; facts: Facts | null }>(
    stores.records.db,
    { table: 'party', columns: ['born', 'facts'], key: [{ name: 'id', pgType: 'int4' }] },
    identities.map(({ id }) => [id]),
  );
  const owed = owedTogether(
    rows.flatMap(({ born, facts }) => {
      const said = receivableIn(facts ?? born);
      return said === null ? [] : [said];
    }),
  );
  if (owed === null) return null;
  const limit = (await termsNow(stores, place, today())).find(({ kind }) => kind === 'creditLimit');
  return { ...owed, limitUse: limitUse(owed.debt, limit?.value) };
}
