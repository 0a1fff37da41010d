import { stat } from 'node:fs/promises';
import type { LoadTask, MeasuredLoad } from './bare-insert-child.ts';
import { inChild } from './child-process.ts';
import type { MeasuredImport } from './import-child.ts';
import type { Measurement } from './measurement.ts';
import { firstDocuments } from './sales.ts';
import { writeShipmentsFile } from './shipments-file.ts';
import { measuredImports, usedFolder, type Workspace } from './workspace.ts';

const targetRate = 250_000;
/** MiB */
const targetMemory = 1.2e9 / 1024 ** 2;

interface LoadedCompany {
  readonly dataDir: string;
  readonly file: string;
  readonly imported: MeasuredImport;
}

/** The big file imported into a folder that is in use; `second` goes on from there. */
export const loadedCompany = (workspace: Workspace): Promise<LoadedCompany> =>
  workspace.once('company', async () => {
    const { plan, lines } = workspace;
    const file = await workspace.file(`shipments-${lines}.csv`, (path) =>
      writeShipmentsFile(path, firstDocuments(plan)),
    );
    const dataDir = await usedFolder(workspace);
    workspace.say(`importing ${lines} lines`);
    const [imported] = await measuredImports(dataDir, [file]);
    if (imported?.lines !== lines) throw new Error(`${imported?.lines} of ${lines} lines were imported`);
    return { dataDir, file, imported };
  });

/** A CSV in 1C's shape into an existing folder, beside what two engines need to load it and nothing more. */
export async function csv(workspace: Workspace): Promise<Measurement[]> {
  const { lines } = workspace;
  const { file, imported } = await loadedCompany(workspace);
  const load = async (module: string): Promise<MeasuredLoad> => {
    const task = { dataDir: await workspace.folder(), file };
    const loaded = await inChild<LoadTask, MeasuredLoad>(module, task);
    if (loaded.lines !== lines) throw new Error(`${module}: ${loaded.lines} of ${lines} lines were loaded`);
    return loaded;
  };
  workspace.say('bare INSERT … SELECT FROM file()');
  const bare = await load('./bare-insert-child.ts');
  workspace.say('read_csv of DuckDB');
  const duckdb = await load('./duckdb-child.ts');
  const { size: bytes } = await stat(file);
  const row = (what: string, { usage }: MeasuredImport | MeasuredLoad) => ({
    name: 'csv',
    what,
    lines,
    bytes,
    seconds: usage.seconds,
    cpuSeconds: usage.cpuSeconds,
    memory: usage.memory,
    readerMemory: usage.childMemory,
    target: '—',
    met: null,
    ratios: '—',
  });
  const { seconds, memory } = imported.usage;
  const times = (other: MeasuredLoad): string => (seconds / other.usage.seconds).toFixed(1);
  return [
    {
      ...row('import, file to figures', imported),
      target: '≥ 250,000 lines/s, ≤ 1.2 GB',
      met: lines / seconds >= targetRate && memory <= targetMemory,
      ratios: `${times(bare)} × bare INSERT, ${times(duckdb)} × DuckDB`,
    },
    row('bare INSERT … SELECT FROM file()', bare),
    row('DuckDB read_csv into a table', duckdb),
  ];
}
