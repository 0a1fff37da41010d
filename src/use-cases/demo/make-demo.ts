import { rm } from 'node:fs/promises';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { prepareImport } from '../../services/intake/import/prepare-import.ts';
import type { Ask, ImportSummary, Progress } from '../../services/intake/import-summary.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';
import { writeDemoCompany } from './write-demo-company.ts';

export interface MakeDemoOptions {
  readonly lines: number;
  readonly until: IsoDate;
  readonly seed: number;
  /** The company's files stay here: somebody may want to look at them. */
  readonly folder: string;
}

const nobody: Ask = async () => undefined;

/** Writes the demo company's files and imports them as any others. Throws `demoFolderInUse` where data is already. */
export async function makeDemo(
  stores: Stores,
  options: MakeDemoOptions,
  onProgress: (progress: Progress) => void,
): Promise<ImportSummary[]> {
  const { version } = await currentVersion(stores.records);
  if (version > 0) throw new Refusal({ code: 'demoFolderInUse' });
  await rm(options.folder, { recursive: true, force: true });
  const files = await writeDemoCompany(options);
  const summaries: ImportSummary[] = [];
  for (const together of [[...files.companions, ...files.shipments], ...files.late.map((file) => [file])]) {
    const prepared = await prepareImport(
      stores,
      together,
      { source: 'demo', acceptShrunk: true, basis: 'демонстрационные данные' },
      nobody,
      onProgress,
    );
    await prepared.apply();
    summaries.push(prepared.summary);
  }
  return summaries;
}
