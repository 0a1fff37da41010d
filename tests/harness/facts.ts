import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { LineKind } from '../../src/domain/method.ts';
import { buildMonths } from '../../src/services/ledger/build-months.ts';
import { ledgerSpan } from '../../src/services/ledger/commit.ts';
import type { DataVersion } from '../../src/services/ledger/data-version.ts';
import {
  buildDimensions,
  type DimensionChanges,
  type PartyRow,
  type PointRow,
} from '../../src/services/ledger/dimensions.ts';
import { linesOfMonths } from '../../src/services/ledger/lines-of-months.ts';
import type { RecordsSchema } from '../../src/stores/records/schema.ts';
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
  readonly amount: number | null;
  /** Default: the amount. */
  readonly amountNet?: number | null;
  /** Default: one piece, with the sign of the amount. */
  readonly quantity?: number | null;
  /** Default: by the sign of the amount. */
  readonly kind?: LineKind;
  /** Default: each line is a document of its own. */
  readonly document?: number;
  readonly numbered?: boolean;
  readonly rep?: number;
}

/** Nobody's cards name who is responsible, and nothing has ever been different where nothing is said of it. */
export type Dimensions = Omit<DimensionChanges, 'hidden' | 'parties' | 'points'> & {
  readonly points: readonly (Omit<PointRow, 'cards' | 'past'> & Partial<Pick<PointRow, 'past'>>)[];
  readonly parties: readonly (Omit<PartyRow, 'cards' | 'past'> & Partial<Pick<PartyRow, 'past'>>)[];
  /** Which rep is responsible for a legal entity since a day; changes only. */
  readonly assignments?: readonly Assigned[];
  /** To whom a rep belongs since a day; in order of days. */
  readonly parents?: readonly Above[];
};

export interface Assigned {
  readonly entity: number;
  /** What a point has of its own is complete; 0, or left out: the whole entity. */
  readonly point?: number;
  readonly since: string;
  readonly member: number;
}

export interface Above {
  readonly rep: number;
  readonly kind: 'team' | 'branch';
  readonly since: string;
  readonly member: number;
}

export interface FactsWarehouse {
  readonly stores: Stores;
  /** Replaces what was loaded before. `dimensions`: places, types, categories, registration; default: as bare as can be. */
  load(facts: readonly Fact[], dimensions?: Dimensions): Promise<DataVersion>;
  close(): Promise<void>;
}

/** A warehouse whose ledger is built from facts written in the test: no files, and records that know nobody, unless given. */
export async function openFacts(
  records: Pick<Stores['records'], 'db'> = { db: nobody() },
): Promise<FactsWarehouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-facts-'));
  const warehouse = await openWarehouse({ dataDir });
  await prepareWarehouseSchema(warehouse);
  const stores = { warehouse, records } as Stores;
  let loads = 0;
  return {
    stores,
    async load(facts, dimensions = bareDimensions(facts)) {
      const importId = ++loads;
      for (const table of [
        'journal',
        'ledger',
        'dim_point',
        'dim_party',
        'dim_product',
        'dim_assignment',
        'dim_parent',
      ])
        await warehouse.run(`TRUNCATE TABLE ${table}`);
      await warehouse.insert(
        'journal',
        journalColumns,
        facts.map((fact, index) => journalRow(importId, fact, index)),
      );
      const hidden = { points: [], parties: [], products: [] };
      const parties = dimensions.parties.map((party) => ({ past: [], ...party, cards: [] }));
      const points = dimensions.points.map((point) => ({ past: [], ...point, cards: [] }));
      await buildDimensions(warehouse, 0, importId, { ...dimensions, points, parties, hidden });
      await warehouse.insert(
        'dim_assignment',
        ['generation', 'kind', 'entity', 'point', 'since', 'member'],
        [...assignmentsOf(dimensions)].map(({ kind, entity, point = 0, since, member }) => [
          ...[importId, kind, entity, point, since, member],
        ]),
      );
      await warehouse.insert(
        'dim_parent',
        ['generation', 'member', 'kind', 'since', 'until', 'parent', 'stated', 'said'],
        (dimensions.parents ?? []).map(({ rep, kind, since, member }) => [
          ...[importId, rep, kind, since, '2100-01-01', member, false, since],
        ]),
      );
      const months = [...new Set(facts.map((fact) => Number(fact.date.slice(0, 7).replace('-', ''))))];
      // However few lines there are: in two parts, as those of many are.
      await buildMonths(
        warehouse,
        { generation: importId, months, dimensions: importId },
        await linesOfMonths(warehouse, [importId], months),
        0,
      );
      const span = await ledgerSpan(stores, Object.fromEntries(months.map((ym) => [String(ym), importId])));
      return { version: importId, applied: [importId], dimensions: importId, ...span };
    },
    async close() {
      await warehouse.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Reps, and with them whom they belong to: from the day of a rep, and from the day on which he goes elsewhere. */
function* assignmentsOf({ assignments = [], parents = [] }: Dimensions) {
  for (const one of assignments) yield { kind: 'rep', ...one };
  const entities = Map.groupBy(assignments, ({ entity }) => entity);
  for (const [entity, own] of entities)
    for (const kind of new Set(parents.map((one) => one.kind))) {
      const first = own.map(({ since }) => since).sort()[0] ?? '';
      const days = new Set([...own, ...parents].map(({ since }) => since).filter((day) => day >= first));
      let before = 0;
      for (const since of [...days].sort()) {
        const rep = own.findLast((one) => one.since <= since)?.member;
        const found = parents.findLast((one) => one.rep === rep && one.kind === kind && one.since <= since);
        const member = found?.member ?? 0;
        if (member !== before) yield { kind, entity, since, member };
        before = member;
      }
    }
}

const journalColumns = [
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
];

function journalRow(importId: number, fact: Fact, index: number): unknown[] {
  const { amount } = fact;
  const text = (value: number | null): string | null => (value === null ? null : String(value));
  const bySign = amount === 0 ? 'free' : amount !== null && amount < 0 ? 'return' : 'shipment';
  return [
    importId,
    fact.point ?? fact.entity,
    String(fact.document ?? index + 1),
    fact.date,
    fact.kind ?? bySign,
    fact.numbered ?? true,
    fact.product,
    fact.rep ?? 0,
    text(fact.quantity === undefined ? Math.sign(amount ?? 0) : fact.quantity),
    text(amount),
    text(fact.amountNet === undefined ? amount : fact.amountNet),
  ];
}

const nowhere = { city: '', region: '', federalDistrict: '', country: '' };
const untyped = {
  ...{ clientType: '', salesChannel: '', acquisitionChannel: '', industry: '', status: 'works' },
  cards: [],
};

/** Units of the facts of whom nothing more is known. */
export function bareDimensions(facts: readonly Fact[]): Dimensions {
  const registered = '2000-01-01';
  const points = new Map(facts.map((fact) => [fact.point ?? fact.entity, fact]));
  const entities = new Map(facts.map((fact) => [fact.entity, fact]));
  return {
    points: [...points].map(([id, { entity, client = entity }]) => ({
      id,
      point: id,
      entity,
      client,
      implicit: false,
      registered,
      ...nowhere,
    })),
    parties: [...entities].map(([id, { client = id }]) => ({
      id,
      entity: id,
      client,
      registered,
      ...untyped,
    })),
    products: [],
  };
}

function nobody(): Kysely<RecordsSchema> {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
