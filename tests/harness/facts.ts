import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LineKind } from '../../src/domain/method.ts';
import { buildMonths } from '../../src/services/ledger/build-months.ts';
import { ledgerSpan } from '../../src/services/ledger/commit.ts';
import type { DataVersion } from '../../src/services/ledger/data-version.ts';
import { buildDimensions } from '../../src/services/ledger/dimensions.ts';
import type { Stores } from '../../src/stores/stores.ts';
import { prepareWarehouseSchema } from '../../src/stores/warehouse/schema.ts';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';

/** One line of a ledger that a test writes down; a client is his own entity and point unless said. */
export interface Fact {
  readonly client?: number;
  readonly entity: number;
  readonly point?: number;
  readonly date: string;
  readonly product: number;
  readonly amount: number;
  readonly quantity?: number | null;
  readonly kind?: LineKind;
  readonly document?: number;
  readonly rep?: number;
}

export interface FactsWarehouse {
  readonly stores: Stores;
  load(facts: readonly Fact[]): Promise<DataVersion>;
  close(): Promise<void>;
}

/** A warehouse whose ledger is built from facts written in the test: no files, no records. */
export async function openFacts(): Promise<FactsWarehouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-facts-'));
  const warehouse = await openWarehouse({ dataDir });
  await prepareWarehouseSchema(warehouse);
  const stores = { warehouse } as Stores;
  let loads = 0;
  return {
    stores,
    async load(facts) {
      const importId = ++loads;
      const kind = (fact: Fact): LineKind =>
        fact.kind ?? (fact.amount === 0 ? 'free' : fact.amount < 0 ? 'return' : 'shipment');
      await warehouse.insert(
        'journal',
        [
          'import_id',
          'point',
          'doc',
          'date',
          'kind',
          'numbered',
          'product',
          'rep',
          'quantity',
          'amount',
          'amount_net',
        ],
        facts.map((fact, index) => [
          importId,
          fact.point ?? fact.entity,
          String(fact.document ?? index + 1),
          fact.date,
          kind(fact),
          true,
          fact.product,
          fact.rep ?? 0,
          fact.quantity === undefined
            ? String(Math.sign(fact.amount))
            : fact.quantity === null
              ? null
              : String(fact.quantity),
          String(fact.amount),
          String(fact.amount),
        ]),
      );
      const points = new Map(facts.map((fact) => [fact.point ?? fact.entity, fact]));
      const entities = new Map(facts.map((fact) => [fact.entity, fact]));
      await buildDimensions(warehouse, 0, importId, {
        points: [...points].map(([id, fact]) => ({
          id,
          point: id,
          entity: fact.entity,
          client: fact.client ?? fact.entity,
          implicit: false,
          registered: '2000-01-01',
          city: '',
          region: '',
          federalDistrict: '',
          country: '',
        })),
        parties: [...entities].map(([id, fact]) => ({
          id,
          entity: id,
          client: fact.client ?? id,
          registered: '2000-01-01',
          clientType: '',
          salesChannel: '',
          acquisitionChannel: '',
          industry: '',
        })),
        products: [],
        hidden: { points: [], parties: [], products: [] },
      });
      const months = [
        ...new Set(facts.map((fact) => Number(fact.date.slice(0, 4)) * 100 + Number(fact.date.slice(5, 7)))),
      ];
      await buildMonths(warehouse, {
        generation: importId,
        months,
        applied: [importId],
        dimensions: importId,
      });
      const span = await ledgerSpan(stores, Object.fromEntries(months.map((ym) => [String(ym), importId])));
      return { version: importId, applied: [importId], dimensions: importId, ...span };
    },
    async close() {
      await warehouse.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
