import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../domain/problem.ts';

const installationDocument = z.object({
  /** The program that used the folder last. */
  product: z.string(),
  recordsSchema: z.number().int().min(0),
  warehouseSchema: z.number().int().min(0),
});

/** What a data folder says of itself, in `installation.json`. */
export type Installation = z.infer<typeof installationDocument>;

const fileOf = (dataDir: string): string => join(dataDir, 'installation.json');

/** undefined: a folder that nobody has used yet. Throws `Refusal` (`installationUnreadable`). */
export async function readInstallation(dataDir: string): Promise<Installation | undefined> {
  let text: string;
  try {
    text = await readFile(fileOf(dataDir), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return installationDocument.parse(JSON.parse(text));
  } catch {
    throw new Refusal({ code: 'installationUnreadable', params: { file: fileOf(dataDir) } });
  }
}

export async function writeInstallation(dataDir: string, installation: Installation): Promise<void> {
  const draft = `${fileOf(dataDir)}.new`;
  await writeFile(draft, `${JSON.stringify(installation, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, fileOf(dataDir));
}
