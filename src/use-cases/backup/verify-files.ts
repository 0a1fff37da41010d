import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, Refusal } from '../../domain/problem.ts';
import { sealOf } from './backup-folder.ts';
import type { Manifest } from './manifest.ts';

/** Reads every file of a backup. Throws `Refusal` that names all that are missing or not what was written. */
export async function verifyFiles(
  folder: string,
  manifest: Manifest,
  onBytes: (done: number, total: number) => void,
): Promise<void> {
  const files = [...manifest.records, ...manifest.warehouse];
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const problems: Problem[] = [];
  let done = 0;
  for (const { path, bytes, sha256 } of files) {
    const whole = join(folder, path);
    const found = await stat(whole).catch(() => undefined);
    if (found === undefined) {
      problems.push({ code: 'backupFileMissing', params: { folder, file: path } });
      continue;
    }
    const seal = await sealOf(whole, (more) => {
      done += more;
      onBytes(done, total);
    });
    if (seal.bytes !== bytes || seal.sha256 !== sha256) {
      problems.push({ code: 'backupFileDamaged', params: { folder, file: path } });
    }
  }
  if (problems.length > 0) throw new Refusal(...problems);
}
