import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dimension } from '../../src/domain/dimensions.ts';
import { mainMethod } from '../../src/domain/method.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import { figures } from '../../src/services/activity/figures.ts';
import { type PreparedImport, prepareImport } from '../../src/services/intake/import/prepare-import.ts';
import { recover } from '../../src/services/intake/import/recover.ts';
import { undoImport } from '../../src/services/intake/import/undo-import.ts';
import type { ImportOptions } from '../../src/services/intake/import-summary.ts';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { type Migration, migrations } from '../../src/stores/records/migrations/index.ts';
import { openRecords, type Records } from '../../src/stores/records/records.ts';
import type { Stores } from '../../src/stores/stores.ts';
import { prepareWarehouseSchema } from '../../src/stores/warehouse/schema.ts';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';
import type { OpenedStores } from '../../src/use-cases/backup/upgrade.ts';
import { isLongRun } from '../budget.ts';
import { startClickHouseBridge } from '../doubles/clickhouse-http-bridge.ts';
import { newDataFolder, newServerDatabase, newWarehouseFolder, offeredPostgres } from './both-records.ts';

export interface Installation {
  readonly dataDir: string;
  readonly stores: Stores;
  /** Closes the stores; the data stay. */
  close(): Promise<void>;
  /** Closes, and removes the data. */
  remove(): Promise<void>;
}

/**
 * An empty installation on chDB, its records on the real PostgreSQL, which is quicker, or in the full run on PGlite. A
 * process has one embedded warehouse open at a time.
 */
export async function newInstallation(): Promise<Installation> {
  const database = isLongRun ? undefined : await newServerDatabase();
  if (database === undefined) return await newEmbeddedInstallation();
  const dataDir = await newWarehouseFolder();
  const records = await openRecords({ dataDir, url: database.url });
  const stores = await withWarehouse(records, dataDir);
  const { close } = stores;
  const remove = async () => {
    await close();
    await database.remove();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { dataDir, stores, close, remove };
}

/** An empty installation on PGlite and chDB. */
export async function newEmbeddedInstallation(): Promise<Installation> {
  return await openEmbeddedInstallation(await newDataFolder());
}

export async function openEmbeddedInstallation(dataDir: string): Promise<Installation> {
  const stores = await openEmbeddedStores(dataDir);
  const { close } = stores;
  const remove = async () => {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { dataDir, stores, close, remove };
}

export async function openEmbeddedStores(
  dataDir: string,
  steps: readonly Migration[] = migrations,
): Promise<OpenedStores> {
  const records = await openRecords({ dataDir }, steps);
  return await withWarehouse(records, dataDir);
}

/** An empty installation on PostgreSQL and a ClickHouse server; undefined where PostgreSQL cannot run. */
export async function newServerInstallation(): Promise<Installation | undefined> {
  const postgres = offeredPostgres();
  if (postgres === undefined) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-test-server-'));
  const bridge = await startClickHouseBridge();
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const records = await openRecords({ dataDir, url: `${postgres}/postgres`, schema });
  const stores = await withWarehouse(records, dataDir, bridge.url);
  const close = once(async () => {
    await records.pool.query(`DROP SCHEMA "${schema}" CASCADE`);
    await stores.close();
    await bridge.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { dataDir, stores, close, remove: close };
}

async function withWarehouse(records: Records, dataDir: string, url?: string): Promise<OpenedStores> {
  const warehouse = await openWarehouse({ dataDir, ...(url !== undefined && { url }) });
  const intakeFolder = join(dataDir, 'intake');
  await mkdir(intakeFolder, { recursive: true, mode: 0o700 });
  const close = once(async () => {
    await warehouse.close();
    await records.close();
  });
  const stores = { records, warehouse, intakeFolder, close };
  await prepareWarehouseSchema(warehouse);
  await recover(stores);
  return stores;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** A line of a shipments file. */
export interface Shipment {
  readonly date: string;
  readonly document: string;
  readonly code: string;
  readonly name: string;
  readonly product: string;
  readonly amount: number;
  readonly rep?: string;
}

const header = 'Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер';

/** Writes a shipments file as 1C would and prepares its import. */
export async function prepareShipments(
  installation: Pick<Installation, 'dataDir' | 'stores'>,
  shipments: readonly Shipment[],
  options: ImportOptions = {},
): Promise<PreparedImport> {
  const lines = shipments.map((one) =>
    [
      one.date,
      one.document,
      one.code,
      one.name,
      one.product,
      Math.sign(one.amount),
      one.amount,
      one.rep ?? '',
    ]
      .map((cell) => String(cell).replace('.', typeof cell === 'number' ? ',' : '.'))
      .join(';'),
  );
  return await prepareText(installation, `${header}\n${lines.join('\n')}\n`, options);
}

async function prepareText(
  { dataDir, stores }: Pick<Installation, 'dataDir' | 'stores'>,
  text: string,
  options: ImportOptions = {},
): Promise<PreparedImport> {
  const file = join(dataDir, `${randomUUID()}.csv`);
  await writeFile(file, text);
  try {
    return await prepareImport(
      stores,
      [file],
      { acceptShrunk: true, ...options },
      async () => undefined,
      () => undefined,
    );
  } finally {
    await rm(file);
  }
}

/** Imports shipments and returns the import's number. */
export async function importShipments(
  installation: Pick<Installation, 'dataDir' | 'stores'>,
  shipments: readonly Shipment[],
  options: ImportOptions = {},
): Promise<number> {
  const prepared = await prepareShipments(installation, shipments, options);
  await prepared.apply();
  return prepared.summary.importId;
}

/** Imports a list of customers: code, name, town, manager. */
export async function importCards(
  installation: Pick<Installation, 'dataDir' | 'stores'>,
  cards: readonly (readonly [code: string, name: string, city: string, manager: string])[],
): Promise<void> {
  const lines = cards.map((card) => card.join(';'));
  await importText(installation, `Код;Наименование;Город;Основной менеджер\n${lines.join('\n')}\n`);
}

/** Imports a file with this text. */
export async function importText(
  installation: Pick<Installation, 'dataDir' | 'stores'>,
  text: string,
): Promise<void> {
  const prepared = await prepareText(installation, text);
  await prepared.apply();
}

export async function undo({ stores }: Pick<Installation, 'stores'>, importId: number): Promise<void> {
  await undoImport(stores, importId, () => undefined);
}

/** Figures of the periods, whole by each unit and of clients by the dimensions, without the number of the version that answered. */
export async function answersOf(
  { stores }: Pick<Installation, 'stores'>,
  periods: readonly string[],
  dimensions: readonly Dimension[],
): Promise<unknown[]> {
  const version = await currentVersion(stores.records);
  const answers: unknown[] = [];
  for (const text of periods) {
    const period = parsePeriod(text, { today: '2026-12-31' });
    if ('code' in period) throw new Error(period.code);
    const questions = [
      ...(['client', 'legalEntity', 'deliveryPoint'] as const).map((unit) => ({ unit })),
      ...dimensions.map((by) => ({ unit: 'client', by }) as const),
    ];
    for (const question of questions) {
      const { dataVersion: _, ...answer } = await figures(stores, {
        version,
        method: mainMethod,
        period,
        scope: wholeCompany,
        ...question,
      });
      answers.push(answer);
    }
  }
  return answers;
}
