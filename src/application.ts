import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { today } from './domain/clock.ts';
import { type Method, mainMethod } from './domain/method.ts';
import { wholeCompany } from './domain/scope.ts';
import type { CustomerSet } from './domain/sets/customer-set.ts';
import type { Application, CustomerQuery, DemoOptions, FigureQuery } from './facade.ts';
import { readingOf } from './messages/set-reading.ts';
import { customers, listCustomers } from './services/activity/customers.ts';
import { answerFigures } from './services/activity/figure-answer.ts';
import { figures } from './services/activity/figures.ts';
import { buildKept } from './services/activity/kept/build-kept.ts';
import { keptOf } from './services/activity/kept/kept.ts';
import { memberOf } from './services/activity/member-names.ts';
import { currentMethods, methodById, methodVersion } from './services/activity/methods.ts';
import { namesInSet } from './services/activity/names-in-set.ts';
import type { FigureReport } from './services/activity/report.ts';
import { noStoredSet, type SetContext, setSize } from './services/activity/set-sql.ts';
import { listImports } from './services/intake/import/list-imports.ts';
import { prepareImport } from './services/intake/import/prepare-import.ts';
import { recover } from './services/intake/import/recover.ts';
import { undoImport } from './services/intake/import/undo-import.ts';
import { currentVersion, ledgerLines } from './services/ledger/data-version.ts';
import { organisation } from './services/organisation/organisation.ts';
import { stateAssignment } from './services/organisation/state-assignment.ts';
import { unitAssignments } from './services/organisation/unit-assignments.ts';
import { ownPlaces, removePlace, setPlace } from './services/places/own-places.ts';
import { lockDataFolder } from './stores/data-folder-lock.ts';
import type { Migration } from './stores/records/migrations/index.ts';
import { openRecords } from './stores/records/records.ts';
import type { Stores } from './stores/stores.ts';
import { abortable } from './stores/warehouse/abortable.ts';
import { prepareWarehouseSchema } from './stores/warehouse/schema.ts';
import { statement } from './stores/warehouse/sql.ts';
import { openWarehouse } from './stores/warehouse/warehouse.ts';
import { backupTo } from './use-cases/backup/backup-to.ts';
import { restoreFrom } from './use-cases/backup/restore-from.ts';
import { rotateBackups } from './use-cases/backup/rotate-backups.ts';
import { type OpenedStores, openForThisVersion, thisProgram } from './use-cases/backup/upgrade.ts';
import { demoCompany, makeDemo } from './use-cases/demo/make-demo.ts';
import { doctor } from './use-cases/doctor/doctor.ts';

/** The composition root: opens both stores of an installation and puts the product together over them. */
export const openApplication = async (config: ApplicationConfig): Promise<Application> => {
  const { dataDir } = config;
  const { AKB_POSTGRES_URL, AKB_CLICKHOUSE_URL } = process.env;
  const opening: ApplicationConfig = {
    ...(AKB_POSTGRES_URL && { postgresUrl: AKB_POSTGRES_URL }),
    ...(AKB_CLICKHOUSE_URL && { clickhouseUrl: AKB_CLICKHOUSE_URL }),
    ...config,
  };
  const company = config.demo && demoCompany({ ...config.demo, folder: join(dataDir, 'demo') });
  const isNew = !existsSync(join(dataDir, 'records'));
  const stores = await openForThisVersion(
    dataDir,
    // The demo company is written while the engines are set up.
    (steps) => openStores(opening, steps, () => isNew && company?.files()),
    await thisProgram(),
  );
  const asked = async (query: { method: string; totalBase?: Method['totalBase'] }): Promise<Method> => {
    const method = await methodById(stores, query.method);
    return query.totalBase === undefined ? method : { ...method, totalBase: query.totalBase };
  };
  const setContext = async ({ unit, method }: CustomerSet): Promise<SetContext> => {
    const version = await currentVersion(stores.records);
    const rules = await methodVersion(stores, method);
    return {
      ...{ version, unit, method: rules },
      today: version.asOf ?? today(),
      stored: noStoredSet,
      kept: await keptOf(stores.warehouse, version, rules),
      scope: wholeCompany,
    };
  };
  const application: Application = {
    prepareImport: (files, options, ask, onProgress, signal) =>
      prepareImport(stores, files, options, ask, onProgress, signal),
    imports: () => listImports(stores),
    undo: (importId, onProgress) => undoImport(stores, importId, onProgress),
    figures: async (query: FigureQuery, signal) => {
      const reading = readingStores(stores, signal);
      const version = await currentVersion(stores.records);
      const method = await asked(query);
      const reports: FigureReport[] = [];
      for (const period of query.periods)
        reports.push(await figures(reading, { ...ofOwner(query), version, method, period }));
      return reports;
    },
    customers: async function* (query: CustomerQuery, signal) {
      const reading = readingStores(stores, signal);
      const version = await currentVersion(stores.records);
      const slice =
        query.by === undefined
          ? undefined
          : {
              dimension: query.by.dimension,
              member: await memberOf(reading, query.by.dimension, query.by.code),
            };
      yield* customers(reading, {
        ...query,
        scope: wholeCompany,
        version,
        method: await asked(query),
        ...(slice !== undefined && { slice }),
      });
    },
    table: async (query, signal) => {
      const version = await currentVersion(stores.records);
      const methods = await Promise.all(query.methods.map((method) => methodVersion(stores, method)));
      return await answerFigures(readingStores(stores, signal), query, {
        ...{ version, methods },
        today: version.asOf ?? today(),
        scope: wholeCompany,
      });
    },
    setSize: async (set, signal) => {
      const { text, params } = statement(setSize(set.set, await setContext(set)));
      const [row] = await stores.warehouse.rows<{ size: string }>(text, params, signal);
      return Number(row?.size ?? 0);
    },
    readSet: async (set, language) => readingOf(set, language, await namesInSet(stores, set, language)),
    setMembers: async function* (set, { period, slice = [], sort = 'sales' }, signal) {
      yield* listCustomers(readingStores(stores, signal), {
        ...(await setContext(set)),
        set: set.set,
        period,
        slice,
        sort,
      });
    },
    keepReady: async (atLeastLines = 0, signal) => {
      const version = await currentVersion(stores.records);
      const lines = await ledgerLines(stores.warehouse, version);
      return lines < atLeastLines ? [] : await buildKept(stores.warehouse, version, mainMethod, signal);
    },
    organisation: async (day = today()) => organisation(stores, await currentVersion(stores.records), day),
    assignments: async (unit, id) => unitAssignments(stores, await currentVersion(stores.records), unit, id),
    assign: (statement, onProgress) => stateAssignment(stores, statement, onProgress),
    methods: async () =>
      (await currentMethods(stores)).map(({ id, version, name }) => ({ id, version, name })),
    dataState: async () => {
      const { version, historySince, asOf, applied } = await currentVersion(stores.records);
      return { dataVersion: version, historySince, asOf, imports: applied.length };
    },
    backup: (folder, onProgress) =>
      folder === undefined
        ? rotateBackups(stores, join(dataDir, 'backups'), undefined, onProgress)
        : backupTo(stores, folder, onProgress),
    restore: async (folder, onProgress) => {
      await restoreFrom(folder, stores, onProgress);
    },
    places: () => ownPlaces(stores),
    setPlace: (place) => setPlace(stores, place),
    removePlace: (name) => removePlace(stores, name),
    doctor: (signal) => doctor(readingStores(stores, signal), { dataDir }),
    demo: async (onProgress) => {
      if (company === undefined) throw new Error('opened without a demo');
      return await makeDemo(stores, () => company.files(), onProgress);
    },
    close: () => stores.close(),
  };
  return application;
};

/** The stores for one question that can be called off. */
function readingStores(stores: OpenedStores, signal: AbortSignal | undefined): Stores {
  return signal === undefined ? stores : { ...stores, warehouse: abortable(stores.warehouse, signal) };
}

/** Until there are users everybody is the owner, who sees the whole company. */
function ofOwner<T extends { readonly scope?: 'slice' | 'company' }>({ scope: history, ...query }: T) {
  return { ...query, ...(history !== undefined && { history }), scope: wholeCompany };
}

async function openStores(
  { dataDir, postgresUrl, clickhouseUrl }: ApplicationConfig,
  steps: readonly Migration[],
  meanwhile: () => unknown,
): Promise<OpenedStores> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let step = opened.pop(); step !== undefined; step = opened.pop()) await step();
  };
  try {
    // Before the engines: theirs are words about files, ours about the program that is running already.
    const lock = await lockDataFolder(dataDir, 'warehouse');
    opened.push(() => lock.release());
    const opening = Promise.allSettled([
      openRecords({ dataDir, ...(postgresUrl !== undefined && { url: postgresUrl }) }, steps),
      openWarehouse({ dataDir, ...(clickhouseUrl !== undefined && { url: clickhouseUrl }) }),
    ]);
    meanwhile();
    const [records, warehouse] = await opening;
    if (records.status === 'fulfilled') opened.push(() => records.value.close());
    if (warehouse.status === 'fulfilled') opened.push(() => warehouse.value.close());
    if (records.status === 'rejected') throw records.reason;
    if (warehouse.status === 'rejected') throw warehouse.reason;
    const intakeFolder = join(dataDir, 'intake');
    await mkdir(intakeFolder, { recursive: true, mode: 0o700 });
    const stores = { records: records.value, warehouse: warehouse.value, intakeFolder, close };
    await prepareWarehouseSchema(warehouse.value);
    await recover(stores);
    return stores;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Servers in place of the embedded engines; the CLI takes them from the environment. */
interface ApplicationConfig {
  readonly dataDir: string;
  readonly postgresUrl?: string;
  readonly clickhouseUrl?: string;
  readonly demo?: DemoOptions;
}
