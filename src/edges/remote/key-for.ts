import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Refusal } from '../../domain/problem.ts';
import { readOwnerKey } from '../http/served-folder.ts';

/**
 * `AKB_KEY`, else what `AKB_KEY_FILE` holds, else the key of the data folder, which opens while there are no users.
 * Never an option nor an address: other users of the computer see those.
 */
export async function keyFor(
  dataDir: string,
  { AKB_KEY, AKB_KEY_FILE }: Readonly<Record<string, string | undefined>> = process.env,
): Promise<{ readonly key: string; readonly own: boolean }> {
  const named = AKB_KEY || (AKB_KEY_FILE && (await textOf(AKB_KEY_FILE)));
  if (!named) return { key: await readOwnerKey(dataDir), own: false };
  const key = named.trim();
  // What is no key is not sent: a header would refuse it in words of its own, with the text in them.
  if (!/^[\w-]{1,200}$/.test(key)) throw new Refusal({ code: 'keyRefused' });
  return { key, own: true };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Refusal({ code: 'keyFile', params: { file, reason } });
  }
}
