import { stat } from 'node:fs/promises';
import { loadedCompany } from './csv.ts';
import { type Measurement, median } from './measurement.ts';
import { laterDocuments } from './sales.ts';
import { writeShipmentsFile } from './shipments-file.ts';
import { measuredImports, type Workspace } from './workspace.ts';

const targetSeconds = 3;
const turns = [0, 1, 2];

/** Later files over the last three months into what `csv` imported: half corrected documents, half new ones. */
export async function second(workspace: Workspace): Promise<Measurement[]> {
  const { dataDir } = await loadedCompany(workspace);
  const lines = workspace.lines / 50;
  const files = await Promise.all(
    turns.map((turn) =>
      workspace.file(`later-${lines}-${turn}.csv`, (path) =>
        writeShipmentsFile(path, laterDocuments(workspace.plan, lines, turn)),
      ),
    ),
  );
  workspace.say(`importing ${files.length} later files of ${lines} lines`);
  const imports = await measuredImports(dataDir, files);
  const [first = ''] = files;
  const of = (pick: (one: (typeof imports)[number]) => number): number => median(imports.map(pick));
  const seconds = of(({ usage }) => usage.seconds);
  return [
    {
      name: 'second',
      what: `a later file over 3 months, median of ${imports.length}`,
      lines: of((one) => one.lines),
      bytes: (await stat(first)).size,
      seconds,
      cpuSeconds: of(({ usage }) => usage.cpuSeconds),
      memory: Math.max(...imports.map(({ usage }) => usage.memory)),
      readerMemory: Math.max(...imports.map(({ usage }) => usage.childMemory ?? 0)),
      target: '≤ 3 s',
      met: seconds <= targetSeconds,
      ratios: '—',
    },
  ];
}
