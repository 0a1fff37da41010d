import { stat } from 'node:fs/promises';
import type { Measurement } from './measurement.ts';
import { firstDocuments, sales } from './sales.ts';
import { writeShipmentsWorkbook } from './shipments-workbook.ts';
import { measuredImports, usedFolder, type Workspace } from './workspace.ts';

const targetSeconds = 25;
/** MiB */
const targetMemory = 400e6 / 1024 ** 2;

/** A workbook of fifteen columns into an existing folder. */
export async function xlsx(workspace: Workspace): Promise<Measurement[]> {
  const lines = workspace.lines / 25;
  const file = await workspace.file(`shipments-${lines}.xlsx`, (path) =>
    writeShipmentsWorkbook(path, firstDocuments(sales(lines))),
  );
  const dataDir = await usedFolder(workspace);
  workspace.say(`importing a workbook of ${lines} rows`);
  const [imported] = await measuredImports(dataDir, [file]);
  if (imported?.lines !== lines) throw new Error(`${imported?.lines} of ${lines} rows were imported`);
  const { seconds, cpuSeconds, memory, childMemory } = imported.usage;
  return [
    {
      name: 'xlsx',
      what: 'import of a workbook with 15 columns',
      lines,
      bytes: (await stat(file)).size,
      seconds,
      cpuSeconds,
      memory,
      readerMemory: childMemory,
      target: '≤ 25 s, ≤ 400 MB',
      met: seconds <= targetSeconds && memory <= targetMemory,
      ratios: '—',
    },
  ];
}
