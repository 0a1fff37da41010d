import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../domain/problem.ts';
import { readManifest } from './manifest.ts';

export { freeBytes } from './backup-folder.ts';
export { readInstallation } from './installation.ts';

export interface BackupSummary {
  readonly folder: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly dataVersion: number;
  /** The program that wrote it. */
  readonly product: string;
}

/** Backups directly below a folder, oldest first; what is no whole backup is left out. */
export async function listBackups(parent: string): Promise<BackupSummary[]> {
  const names = await readdir(parent).catch(() => []);
  const found: BackupSummary[] = [];
  for (const name of names) {
    if (name.endsWith('.partial')) continue;
    const folder = join(parent, name);
    try {
      const { createdAt, product, version } = await readManifest(folder);
      found.push({ folder, createdAt, product, dataVersion: version.version });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}
