import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { audited } from './audited.ts';
import { folderHolder, type Viewer } from './domain/access.ts';
import { holdersHand } from './domain/audit.ts';
import type { Application, DemoOptions } from './facade.ts';
import { partsOf } from './parts.ts';
import { questions, readingStores } from './questions.ts';
import { withRights } from './rights.ts';
import { answerCache } from './services/activity/answer-cache.ts';
import { keepOf } from './services/activity/kept/keep-of.ts';
import { lineMonths } from './services/activity/line-months.ts';
import { readyLists } from './services/activity/list-order.ts';
import { readCalendarFile } from './services/calendar/calendar-file.ts';
import { removeCalendar, stateCalendar, stateCalendars } from './services/calendar/stated-calendars.ts';
import { type WorkingCalendar, workingCalendar } from './services/calendar/working-calendar.ts';
import {
  currentMethods,
  keepMethods,
  keptMethods,
  methodVersions,
  saveMethod,
} from './services/definitions/methods.ts';
import { addNamedBase, namedBases, removeNamedBase } from './services/definitions/named-bases.ts';
import { listImports } from './services/intake/import/list-imports.ts';
import { prepareImport } from './services/intake/import/prepare-import.ts';
import { recover } from './services/intake/import/recover.ts';
import { rejectedRows } from './services/intake/import/rejected-file.ts';
import { undoImport } from './services/intake/import/undo-import.ts';
import { undoPreview } from './services/intake/import/undo-preview.ts';
import { currentVersion, ledgerLines } from './services/ledger/data-version.ts';
import { stateAssignment } from './services/organisation/state-assignment.ts';
import { ownPlaces, removePlace, setPlace } from './services/places/own-places.ts';
import { rhythmBuild } from './services/rhythm/rhythm.ts';
import { lockDataFolder } from './stores/data-folder-lock.ts';
import { clearDeadRows } from './stores/records/dead-rows.ts';
import type { Migration } from './stores/records/migrations/index.ts';
import { openRecords } from './stores/records/records.ts';
import { refreshStatistics } from './stores/records/statistics.ts';
import { prepareWarehouseSchema } from './stores/warehouse/schema.ts';
import { openWarehouse } from './stores/warehouse/warehouse.ts';
import { createAccess } from './use-cases/access/access.ts';
import { listDestroyedKeys } from './use-cases/audit/read.ts';
import { searchTrail, verifyTrail } from './use-cases/audit/search-trail.ts';
import { openTrail } from './use-cases/audit/trail.ts';
import { backupTo } from './use-cases/backup/backup-to.ts';
import { restoreFrom } from './use-cases/backup/restore-from.ts';
import { rotateBackups } from './use-cases/backup/rotate-backups.ts';
import { type OpenedStores, openForThisVersion, thisProgram } from './use-cases/backup/upgrade.ts';
import { demoCompany, makeDemo } from './use-cases/demo/make-demo.ts';
import { doctor } from './use-cases/doctor/doctor.ts';
import { refreshSignals } from './use-cases/integrity/refresh-signals.ts';
import { noteQuality } from './use-cases/quality/quality.ts';

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
  const answers = answerCache();
  const seenBy = (sight: Pick<Viewer, 'user' | 'scope' | 'hidden'>) => questions(stores, answers, sight);
  const trail = await openTrail(stores.records, { dataDir }).catch(async (error: unknown) => {
    await stores.close();
    throw error;
  });
  const trailSeenBy = (viewer: Viewer): Pick<Application, 'audit' | 'verifyAudit'> => ({
    audit: (query) => searchTrail(stores.records, trail, viewer, query),
    verifyAudit: (head) => verifyTrail(stores.records, trail, viewer, head),
  });
  const application: Application = {
    as: (viewer, errand = {}) => {
      const own = { ...holdersHand, user: viewer.user, ...errand };
      const seen = {
        ...application,
        ...seenBy(viewer),
        ...partsOf(stores, viewer, { trail, errand: own }),
        ...trailSeenBy(viewer),
      };
      return audited(withRights(seen, viewer), trail, own);
    },
    prepareImport: (files, options, ask, onProgress, signal) =>
      prepareImport(stores, files, options, ask, onProgress, signal),
    imports: () => listImports(stores),
    rejectedRows: (importId) => rejectedRows(stores, importId),
    undo: (importId, onProgress) => undoImport(stores, importId, onProgress),
    undoPreview: (importId, signal) => undoPreview(stores, importId, signal),
    ...seenBy(folderHolder),
    keepReady: async (atLeastLines = 0, signal) => {
      await clearDeadRows(stores.records);
      await refreshStatistics(stores.records);
      const version = await currentVersion(stores.records);
      await readyLists(stores, version);
      await noteQuality(stores, version);
      await rhythmBuild(stores, version, 'client');
      await lineMonths(stores.warehouse, version, 'client', 0);
      const lines = await ledgerLines(stores.warehouse, version);
      const built = new Set<number>();
      if (lines >= atLeastLines)
        for (const method of await keptMethods(stores))
          for (const ym of await keepOf(stores.warehouse, version, method, signal)) built.add(ym);
      await refreshSignals(stores);
      return [...built];
    },
    methods: async () => {
      const kept = new Set((await keptMethods(stores)).map(({ id }) => id));
      return (await currentMethods(stores)).map((method) => ({ ...method, kept: kept.has(method.id) }));
    },
    methodVersions: (id) => methodVersions(stores, id),
    saveMethod: (method) => saveMethod(stores, method),
    keepMethods: (ids) => keepMethods(stores, ids),
    namedBases: () => namedBases(stores),
    addNamedBase: (base) => addNamedBase(stores, base),
    removeNamedBase: (id) => removeNamedBase(stores, id),
    assign: (statement, onProgress) => stateAssignment(stores, statement, onProgress),
    dataState: async () => {
      const { version, historySince, asOf, applied } = await currentVersion(stores.records);
      return { dataVersion: version, historySince, asOf, imports: applied.length };
    },
    backup: async (folder, onProgress) => {
      await trail.flush();
      const parent = folder === undefined ? join(dataDir, 'backups') : dirname(resolve(folder));
      const made =
        folder === undefined
          ? await rotateBackups(stores, parent, undefined, onProgress)
          : await backupTo(stores, folder, onProgress);
      await listDestroyedKeys(stores.records.db, parent);
      return made;
    },
    restore: async (folder, onProgress) => {
      await restoreFrom(folder, stores, onProgress);
    },
    places: () => ownPlaces(stores),
    setPlace: (place) => setPlace(stores, place),
    removePlace: (name) => removePlace(stores, name),
    setCalendar: async (place, year) => {
      await stateCalendar(stores, place, year);
      return await workingCalendar(stores, await currentVersion(stores.records), place);
    },
    setCalendarFile: async (branch, content) => {
      const years = await readCalendarFile(content);
      await stateCalendars(stores, branch, years);
      const version = await currentVersion(stores.records);
      const calendars: WorkingCalendar[] = [];
      for (const year of years.keys())
        calendars.push(await workingCalendar(stores, version, { branch, year }));
      return calendars;
    },
    removeCalendar: (place) => removeCalendar(stores, place),
    ...trailSeenBy(folderHolder),
    ...partsOf(stores, folderHolder, { trail, errand: holdersHand }),
    doctor: (signal) => doctor(readingStores(stores, signal), { dataDir }),
    demo: async (onProgress) => {
      if (company === undefined) throw new Error('opened without a demo');
      return await makeDemo(stores, company, onProgress);
    },
    access: createAccess(stores),
    close: async () => {
      try {
        await trail.close();
      } finally {
        await stores.close();
      }
    },
  };
  return { ...application.as(folderHolder), as: application.as };
};

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
export interface ApplicationConfig {
  readonly dataDir: string;
  readonly postgresUrl?: string;
  readonly clickhouseUrl?: string;
  readonly demo?: DemoOptions;
}
