import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Problem, Refusal } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';
import { type PlanRow, planRows } from './import/plans.ts';
import { readSources } from './read/read-sources.ts';
import { recognise } from './recognise/recognise.ts';

export type { PlanRow } from './import/plans.ts';

export interface PlanFile {
  readonly tables: readonly {
    readonly file: string;
    readonly rows: readonly PlanRow[];
    readonly totals: readonly PlanRow[];
  }[];
  readonly problems: readonly Problem[];
}

/**
 * What a file of plans holds, in any form that imports read; nothing is written.
 * @throws Refusal `planFileWithoutPlan` (with what is wrong with the file), `nothingToRead`
 */
export async function readPlanFile(
  stores: Pick<Stores, 'intakeFolder' | 'warehouse'>,
  content: Buffer,
  name: string,
): Promise<PlanFile> {
  const folder = join(stores.intakeFolder, `plan-${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const path = join(folder, 'file');
    await writeFile(path, content, { mode: 0o600 });
    const shown = basename(name);
    const read = await readSources(
      { named: [shown], files: [{ path, name: shown }], problems: [] },
      { workDir: folder },
    );
    const plans = read.tables
      .map((table) => ({ table, recognition: recognise(table) }))
      .filter(({ recognition }) => recognition.kind === 'plan');
    if (plans.length === 0)
      throw new Refusal({ code: 'planFileWithoutPlan', place: { file: shown } }, ...read.problems);
    const tables: PlanFile['tables'][number][] = [];
    for (const one of plans) tables.push({ file: shown, ...(await planRows(one)) });
    return { tables, problems: read.problems };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
