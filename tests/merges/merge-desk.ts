import { folderHolder } from '../../src/domain/access.ts';
import { mainMethod } from '../../src/domain/method.ts';
import type { CountUnit } from '../../src/domain/units.ts';
import type { CustomerCard } from '../../src/services/customers/card-report.ts';
import { customerCard } from '../../src/services/customers/customer-card.ts';
import { editCustomer } from '../../src/services/customers/edit-customer.ts';
import { unitPlace } from '../../src/services/customers/place.ts';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { monthChecksums } from '../../src/services/ledger/month-checksums.ts';
import { mergeUnits } from '../../src/services/merges/merge-units.ts';
import type { AskedMerge } from '../../src/services/merges/plan-merges.ts';
import type { Stores } from '../../src/stores/stores.ts';

/** What merges are tried with, by names of customers. */
export interface MergeDesk {
  /** Id of the identity of a name: its unit may be another one's. */
  identity(name: string): Promise<number>;
  merge(absorbed: string, survivor: string, more?: Partial<AskedMerge>): Promise<number>;
  card(name: string, unit?: CountUnit): Promise<CustomerCard>;
  edit(
    name: string,
    change: { name?: string | null; note?: string | null; clientType?: string },
  ): Promise<number>;
  /** Everything that figures rest on: months, units, who is responsible. */
  state(): Promise<unknown>;
}

export function mergeDesk(stores: Stores): MergeDesk {
  const version = () => currentVersion(stores.records);
  const identity = async (name: string): Promise<number> => {
    const { id } = await stores.records.db
      .selectFrom('party')
      .select('id')
      .where('name', '=', name)
      .where('visible', '=', true)
      .executeTakeFirstOrThrow();
    return id;
  };
  const card = async (name: string, unit: CountUnit = 'client'): Promise<CustomerCard> => {
    const now = await version();
    const place = await unitPlace(stores.warehouse, now, unit, await identity(name));
    const question = { ...folderHolder, version: now, place, method: mainMethod, membersSeen: null };
    return await customerCard(stores, question);
  };
  return {
    identity,
    card,
    merge: async (absorbed, survivor, more = {}) => {
      const ids = { absorbed: await identity(absorbed), survivor: await identity(survivor) };
      const { merges } = await mergeUnits(stores, [{ unit: 'client', ...ids, ...more }], null);
      return merges[0] ?? 0;
    },
    edit: async (name, change) => {
      const { id, version: seen } = await card(name);
      return (
        (await editCustomer(stores, { unit: 'client', id }, { version: seen, ...change }, null)).edit ?? 0
      );
    },
    state: async () => {
      const now = await version();
      const rows = async (table: string, columns: string) =>
        await stores.warehouse.rows(
          `SELECT ${columns} FROM ${table} WHERE generation = ${now.dimensions} ORDER BY ${columns}`,
        );
      return {
        months: await monthChecksums(stores.warehouse, now),
        parties: await rows('dim_party', 'id, entity, client, registered, toString(client_type) AS type'),
        points: await rows('dim_point', 'id, point, entity, client, registered, toString(city) AS town'),
        responsible: await rows('dim_assignment', 'kind, entity, point, since, member'),
      };
    },
  };
}

/** A card without what counts the steps that led to it. */
export const asKnown = ({ dataVersion: _, version: __, edits: ___, ...card }: CustomerCard) => card;
