import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning, thisProcess } from '../../stores/process-identity.ts';

/** What `<data>/server.json` says: who serves the folder, and where. */
const servedFolder = z.object({
  url: z.url(),
  pid: z.int(),
  host: z.string(),
  started: z.string().nullable(),
  version: z.string(),
  /** Of a server with TLS, PEM: whoever reads this file trusts exactly this certificate. */
  certificate: z.exactOptional(z.string()),
});
export type ServedFolder = z.output<typeof servedFolder>;

const fileOf = (dataDir: string) => join(dataDir, 'server.json');

export async function announce(
  dataDir: string,
  served: Pick<ServedFolder, 'url' | 'version' | 'certificate'>,
): Promise<void> {
  const draft = `${fileOf(dataDir)}.${randomUUID().slice(0, 8)}`;
  await writeFile(draft, JSON.stringify({ ...served, ...thisProcess() }), { mode: 0o600 });
  await rename(draft, fileOf(dataDir));
}

export async function withdraw(dataDir: string): Promise<void> {
  await rm(fileOf(dataDir), { force: true });
}

/** The running server of a folder. What a dead process or another computer has left is no server. */
export async function servedBy(dataDir: string): Promise<ServedFolder | undefined> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { success, data } = servedFolder.safeParse(parsed(text));
  return success && data.host === hostname() && isRunning(data) ? data : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const secretOf = (dataDir: string) => join(dataDir, 'secret');

/** The owner's key, 256 bits: made when the folder has none. */
export async function ownerKey(dataDir: string): Promise<string> {
  const file = secretOf(dataDir);
  await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  await chmod(file, 0o600);
  return await readOwnerKey(dataDir);
}

export async function readOwnerKey(dataDir: string): Promise<string> {
  return (await readFile(secretOf(dataDir), 'utf8')).trim();
}
