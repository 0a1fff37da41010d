import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ApplicationConfig, openApplication } from '../../src/application.ts';
import { type Period, parsePeriod } from '../../src/domain/period.ts';
import { Refusal } from '../../src/domain/problem.ts';
import type { Application, CustomerQuery } from '../../src/facade.ts';
import type { CustomerRow, FigureReport, Figures } from '../../src/services/activity/report.ts';
import type { Ask, ImportOptions, ImportSummary } from '../../src/services/intake/import-summary.ts';
import { isLongRun } from '../budget.ts';
import { startClickHouseBridge } from '../doubles/clickhouse-http-bridge.ts';
import {
  type Beginning,
  newDataFolder,
  newServerDatabase,
  newWarehouseFolder,
  offeredPostgres,
  type ServerDatabase,
} from './both-records.ts';

/** Contents by file name; an import takes the files in this order. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** The product as its users have it, on a data folder of its own, and a folder for their files. */
export interface TestApplication {
  readonly application: Application;
  readonly dataDir: string;
  /** Writes files and returns their paths. */
  write(files: Files): Promise<string[]>;
  /** Writes files and imports them; nobody answers questions. */
  load(files: Files, options?: ImportOptions, ask?: Ask): Promise<ImportSummary>;
  undo(importId: number): Promise<void>;
  /** Closes it, and removes everything. */
  remove(): Promise<void>;
}

export const nobody: Ask = async () => undefined;
export const unseen = (): void => undefined;

/**
 * One at a time: a process has one embedded warehouse open. Its records are on the real PostgreSQL, which costs a fifth less,
 * unless `embedded` says that the data folder has to hold everything; so are those of the full run.
 */
export async function newApplication({
  embedded = isLongRun,
  of = 'nothing',
}: {
  readonly embedded?: boolean;
  readonly of?: Beginning;
} = {}): Promise<TestApplication> {
  const database = embedded ? undefined : await newServerDatabase(of);
  const dataDir = await (database === undefined ? newDataFolder(of) : newWarehouseFolder(of));
  return await onDatabase(dataDir, database);
}

/** The same on PostgreSQL and a ClickHouse server; undefined where PostgreSQL cannot run. */
export async function newServerApplication(): Promise<TestApplication | undefined> {
  const database = await newServerDatabase();
  if (database === undefined) return undefined;
  const bridge = await startClickHouseBridge();
  const dataDir = await mkdtemp(join(tmpdir(), 'akb-test-server-'));
  const akb = await onDatabase(dataDir, database, { clickhouseUrl: bridge.url });
  return {
    ...akb,
    async remove() {
      await akb.remove();
      await bridge.close();
    },
  };
}

async function onDatabase(
  dataDir: string,
  database: ServerDatabase | undefined,
  config: Pick<ApplicationConfig, 'clickhouseUrl'> = {},
): Promise<TestApplication> {
  const url = database && { postgresUrl: database.url };
  const akb = await testApplication(dataDir, await openApplication({ dataDir, ...url, ...config }));
  return {
    ...akb,
    async remove() {
      await akb.remove();
      await database?.remove();
    },
  };
}

/** What a file runs on: the usual run on the embedded warehouse, the full one on servers too. */
export const engines = [
  ['in process', newApplication],
  ...(isLongRun && offeredPostgres() !== undefined ? [['servers', newServerApplication] as const] : []),
] as const;

async function testApplication(dataDir: string, application: Application): Promise<TestApplication> {
  const filesFolder = await mkdtemp(join(tmpdir(), 'akb-test-files-'));
  const write = async (files: Files): Promise<string[]> => {
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      const path = join(filesFolder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      paths.push(path);
    }
    return paths;
  };
  return {
    application,
    dataDir,
    write,
    async load(files, options = {}, ask = nobody) {
      const prepared = await application.prepareImport(await write(files), options, ask, unseen);
      try {
        await prepared.apply();
      } catch (error) {
        if (error instanceof Refusal) await prepared.cancel();
        throw error;
      }
      return prepared.summary;
    },
    async undo(importId) {
      await application.undo(importId, unseen);
    },
    async remove() {
      await application.close();
      await rm(dataDir, { recursive: true, force: true });
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}

export function periodOf(text: string): Period {
  const period = parsePeriod(text, { today: '2026-11-15' });
  if ('code' in period) throw new Error(`${text}: ${period.code}`);
  return period;
}

export async function reportsOf(
  application: Application,
  periods: readonly string[],
  question: Partial<Parameters<Application['figures']>[0]> = {},
): Promise<readonly FigureReport[]> {
  return await application.figures({
    unit: 'client',
    method: 'main',
    ...question,
    periods: periods.map(periodOf),
  });
}

export async function figuresOf(
  { application }: Pick<TestApplication, 'application'>,
  period: string,
  question: Partial<Parameters<Application['figures']>[0]> = {},
): Promise<Figures> {
  const [report] = await reportsOf(application, [period], question);
  if (report === undefined) throw new Error(`no report of ${period}`);
  return report.figures;
}

export async function customersOf(
  { application }: Pick<TestApplication, 'application'>,
  period: string,
  question: Partial<Omit<CustomerQuery, 'period'>> = {},
): Promise<CustomerRow[]> {
  const query = {
    unit: 'client',
    method: 'main',
    set: 'active',
    ...question,
    period: periodOf(period),
  } as const;
  return await Array.fromAsync(application.customers(query));
}

/** The problems with which something is refused. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal['problems']> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}
