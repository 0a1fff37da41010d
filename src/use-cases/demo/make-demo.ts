import { rm } from 'node:fs/promises';
import { Refusal } from '../../domain/problem.ts';
import { prepareImport } from '../../services/intake/import/prepare-import.ts';
import type { Ask, ImportSummary, Progress } from '../../services/intake/import-summary.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';
import { writeTouches } from './touches.ts';
import { type DemoFiles, type DemoOptions, writeDemoCompany } from './write-demo-company.ts';

export interface DemoCompany {
  readonly options: DemoOptions;
  files(): Promise<DemoFiles>;
}

/** The files of the company, written once: before they are needed where nobody can lose by it. */
export function demoCompany(options: DemoOptions): DemoCompany {
  let written: Promise<DemoFiles> | undefined;
  return {
    options,
    files: () => {
      written ??= rm(options.folder, { recursive: true, force: true }).then(() => writeDemoCompany(options));
      // Whoever asks first may never come to wait for it.
      written.catch(() => undefined);
      return written;
    },
  };
}

const nobody: Ask = async () => undefined;

/**
 * Imports the files of the demo company as any others, and writes down what happened with some customers. Throws
 * `demoFolderInUse` where data is already.
 */
export async function makeDemo(
  stores: Stores,
  company: DemoCompany,
  onProgress: (progress: Progress) => void,
): Promise<ImportSummary[]> {
  const { version } = await currentVersion(stores.records);
  if (version > 0) throw new Refusal({ code: 'demoFolderInUse' });
  const files = await company.files();
  const summaries: ImportSummary[] = [];
  for (const together of [[...files.companions, ...files.shipments], ...files.late.map((file) => [file])]) {
    const prepared = await prepareImport(
      stores,
      together,
      { source: 'demo', acceptShrunk: true, basis: 'демонстрационные данные', purpose: 'демонстрация' },
      nobody,
      onProgress,
    );
    await prepared.apply();
    summaries.push(prepared.summary);
  }
  await writeTouches(stores, company.options);
  return summaries;
}
