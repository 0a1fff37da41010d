import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { today } from './domain/clock.ts';
import type { FigureAnswer, FigureQuery as TableQuery } from './domain/figure-query.ts';
import type { Method } from './domain/method.ts';
import { wholeCompany } from './domain/scope.ts';
import type { CustomerSet } from './domain/sets/customer-set.ts';
import type { Application, CustomerQuery, DemoOptions, FigureQuery } from './facade.ts';
import { readingOf } from './messages/set-reading.ts';
import { answerCache, answerKey } from './services/activity/answer-cache.ts';
import { customerPage } from './services/activity/customer-page.ts';
import { customers, listCustomers } from './services/activity/customers.ts';
import { answerFigures } from './services/activity/figure-answer.ts';
import { figures } from './services/activity/figures.ts';
import { keepOf } from './services/activity/kept/keep-of.ts';
import { readyLists } from './services/activity/list-order.ts';
import { memberOf } from './services/activity/member-names.ts';
import type { FigureReport } from './services/activity/report.ts';
import { type SetContext, setMembers, setSize } from './services/activity/set-sql.ts';
import { removeCalendar, stateCalendar, statedCalendars } from './services/calendar/stated-calendars.ts';
import { workingCalendar, workingDaysByBranch } from './services/calendar/working-calendar.ts';
import {
  currentMethods,
  keepMethods,
  keptMethods,
  methodAsked,
  saveMethod,
} from './services/definitions/methods.ts';
import { addNamedBase, namedBases, questionOf, removeNamedBase } from './services/definitions/named-bases.ts';
import { namesInSet } from './services/definitions/names-in-set.ts';
import { setContext } from './services/definitions/set-context.ts';
import { addStoredSet, removeStoredSet, setUnder, storedSets } from './services/definitions/stored-sets.ts';
import { listImports } from './services/intake/import/list-imports.ts';
import { prepareImport } from './services/intake/import/prepare-import.ts';
import { recover } from './services/intake/import/recover.ts';
import { undoImport } from './services/intake/import/undo-import.ts';
import { currentVersion, type DataVersion, ledgerLines } from './services/ledger/data-version.ts';
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
  const asked = ({ method: id, totalBase, attribution }: FigureQuery | CustomerQuery): Promise<Method> =>
    methodAsked(stores, { id, totalBase, attribution });
  const contextOf = async (set: CustomerSet): Promise<SetContext> =>
    await setContext(stores, set, { version: await currentVersion(stores.records), scope: wholeCompany });
  const answers = answerCache();
  const tableOf = async (
    version: DataVersion,
    query: TableQuery,
    signal?: AbortSignal,
  ): Promise<FigureAnswer> => {
    const methods = await Promise.all(query.methods.map((method) => methodAsked(stores, method)));
    const context = { version, methods, today: version.asOf ?? today(), scope: wholeCompany };
    // Only this comparison looks at what the company says of its working days.
    const calendars = query.compare.includes('sameWorkingDay') ? [...(await statedCalendars(stores))] : [];
    return await answers.get(answerKey({ ...context, question: query, calendars }), async () => {
      const answer = await answerFigures(readingStores(stores, signal), query, context);
      return { answer, weight: answer.cells.length * (query.metrics.length + 2) };
    });
  };
  const table = async (query: TableQuery, signal?: AbortSignal) =>
    await tableOf(await currentVersion(stores.records), query, signal);
  const addSet = async (name: string, set: CustomerSet, frozen: boolean, signal?: AbortSignal) => {
    if (!frozen) return await addStoredSet(stores, { name, set });
    const context = await contextOf(set);
    const { text, params } = statement(setMembers(set.set, context));
    const rows = await stores.warehouse.rows<{ unit: number }>(text, params, signal);
    const members = rows.map(({ unit }) => unit);
    return await addStoredSet(stores, { name, set, frozen: { version: context.version, members } });
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
    table,
    tables: async (queries, signal) => {
      const version = await currentVersion(stores.records);
      return await Promise.all(queries.map((query) => tableOf(version, query, signal)));
    },
    setSize: async (set, signal) => {
      const { text, params } = statement(setSize(set.set, await contextOf(set)));
      const [row] = await stores.warehouse.rows<{ size: string }>(text, params, signal);
      return Number(row?.size ?? 0);
    },
    readSet: async (set, language) => readingOf(set, language, await namesInSet(stores, set, language)),
    setPage: (set, { slice = [], ...page }, signal) =>
      customerPage(readingStores(stores, signal), {
        ...page,
        ...{ set, slice, scope: wholeCompany },
        contextOf: (of, version) => setContext(stores, of, { version, scope: wholeCompany }),
      }),
    setMembers: async function* (set, { slice = [], ...list }, signal) {
      const context = await contextOf(set);
      yield* listCustomers(readingStores(stores, signal), { ...context, ...list, set: set.set, slice });
    },
    keepReady: async (atLeastLines = 0, signal) => {
      const version = await currentVersion(stores.records);
      await readyLists(stores, version);
      const lines = await ledgerLines(stores.warehouse, version);
      const built = new Set<number>();
      if (lines >= atLeastLines)
        for (const method of await keptMethods(stores))
          for (const ym of await keepOf(stores.warehouse, version, method, signal)) built.add(ym);
      return [...built];
    },
    methods: async () => {
      const kept = new Set((await keptMethods(stores)).map(({ id }) => id));
      return (await currentMethods(stores)).map((method) => ({ ...method, kept: kept.has(method.id) }));
    },
    saveMethod: (method) => saveMethod(stores, method),
    keepMethods: (ids) => keepMethods(stores, ids),
    namedBases: () => namedBases(stores),
    addNamedBase: (base) => addNamedBase(stores, base),
    removeNamedBase: (id) => removeNamedBase(stores, id),
    namedBaseFigures: async ({ on, ...question }, signal) => {
      const { asOf } = await currentVersion(stores.records);
      const found = [];
      for (const base of await namedBases(stores))
        found.push({ base, answer: await table(questionOf(base, on ?? asOf ?? today(), question), signal) });
      return found;
    },
    storedSets: () => storedSets(stores),
    storeSet: ({ name, set, frozen = false }, signal) => addSet(name, set, frozen, signal),
    freezeSet: async (id, name, signal) => {
      const { set } = await setUnder(stores, id);
      return await addSet(name, { ...set, set: { kind: 'stored', id } }, true, signal);
    },
    removeStoredSet: (id) => removeStoredSet(stores, id),
    organisation: async (day = today()) => organisation(stores, await currentVersion(stores.records), day),
    assignments: async (unit, id) => unitAssignments(stores, await currentVersion(stores.records), unit, id),
    assign: (statement, onProgress) => stateAssignment(stores, statement, onProgress),
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
    calendar: async (place, signal) =>
      workingCalendar(readingStores(stores, signal), await currentVersion(stores.records), place),
    setCalendar: async (place, year) => {
      await stateCalendar(stores, place, year);
      return await workingCalendar(stores, await currentVersion(stores.records), place);
    },
    removeCalendar: (place) => removeCalendar(stores, place),
    workingDays: async (period, signal) =>
      workingDaysByBranch(readingStores(stores, signal), await currentVersion(stores.records), period),
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
