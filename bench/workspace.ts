import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Period } from '../src/domain/period.ts';
import { inChild } from './child-process.ts';
import type { ImportTask, MeasuredImport } from './import-child.ts';
import { firstDocuments, type SalesPlan, sales } from './sales.ts';
import { writeShipmentsFile } from './shipments-file.ts';

/** What the benchmarks of one run share. */
export interface Workspace {
  /** Lines of the big file; everything else is in proportion to it. */
  readonly lines: number;
  readonly plan: SalesPlan;
  /** What took long to make once is made once. */
  once<T>(name: string, make: () => Promise<T>): Promise<T>;
  /** A generated file, kept from run to run. */
  file(name: string, write: (path: string) => Promise<void>): Promise<string>;
  /** A new folder, gone after the run. */
  folder(): Promise<string>;
  say(text: string): void;
  remove(): Promise<void>;
}

/** The size at which the targets hold. */
export const fullSize = 5_000_000;

export async function openWorkspace(
  cache: string,
  lines: number,
  say: (text: string) => void,
): Promise<Workspace> {
  await mkdir(cache, { recursive: true });
  const folders: string[] = [];
  const made = new Map<string, Promise<unknown>>();
  return {
    lines,
    plan: sales(lines),
    say,
    once<T>(name: string, make: () => Promise<T>) {
      const known = made.get(name) ?? make();
      made.set(name, known);
      return known as Promise<T>;
    },
    async file(name, write) {
      const path = join(cache, name);
      if ((await stat(path).catch(() => null)) === null) {
        say(`writing ${name}`);
        await write(`${path}.part`);
        await rename(`${path}.part`, path);
      }
      await pipeline(createReadStream(path, { highWaterMark: 1 << 22 }), nowhere());
      return path;
    },
    async folder() {
      const path = await mkdtemp(join(cache, 'data-'));
      folders.push(path);
      return path;
    },
    async remove() {
      for (const path of folders) await rm(path, { recursive: true, force: true });
    },
  };
}

/** The file comes from memory for everybody who is measured, not only for the second one. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** The month that is asked for at the end of the clock: the last one of the plan. */
const lastMonth: Period = { from: '2026-09-01', to: '2026-09-30', label: '2026-09', grain: 'month' };

/** Imports files one after another, in a process of its own, from file to figures. */
export const measuredImports = (dataDir: string, files: readonly string[]): Promise<MeasuredImport[]> =>
  inChild<ImportTask, MeasuredImport[]>('./import-child.ts', { dataDir, files, month: lastMonth });

/** A data folder that is in use: a small file of the year before has been imported. */
export async function usedFolder(workspace: Workspace): Promise<string> {
  const folder = await workspace.folder();
  const small = await workspace.file('small.csv', (path) =>
    writeShipmentsFile(path, firstDocuments({ ...sales(1_000), from: '2022-10', months: 3 })),
  );
  await measuredImports(folder, [small]);
  return folder;
}
