import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { Refusal } from '../../domain/problem.ts';

/** What the keys of persons are kept under. The records, and so the backups, do not have it. */
export interface MasterKey {
  /** 32 bytes. */
  readonly key: Buffer;
  /** Tells it from others without giving it away. */
  readonly name: string;
}

const fileOf = (dataDir: string) => join(dataDir, 'audit-key');

/**
 * `AKB_AUDIT_KEY`, else the file `AKB_AUDIT_KEY_FILE`, else `audit-key` in the data folder, made when missing: 32 bytes
 * in base64, base64url or hex. Throws `Refusal` (`auditKeyWrong`).
 */
export async function masterKey(dataDir: string): Promise<MasterKey> {
  const existing = await existingMasterKey(dataDir);
  if (existing !== undefined) return existing;
  const file = fileOf(dataDir);
  await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  await chmod(file, 0o600);
  return read(await textOf(file), file);
}

/** As `masterKey`, but makes none. */
export async function existingMasterKey(dataDir: string): Promise<MasterKey | undefined> {
  const { AKB_AUDIT_KEY, AKB_AUDIT_KEY_FILE } = process.env;
  if (AKB_AUDIT_KEY) return read(AKB_AUDIT_KEY, 'AKB_AUDIT_KEY');
  const file = AKB_AUDIT_KEY_FILE || fileOf(dataDir);
  if (!AKB_AUDIT_KEY_FILE && !existsSync(file)) return undefined;
  return read(await textOf(file), file);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Refusal({ code: 'auditKeyWrong', params: { where: file } });
  }
}

function read(text: string, where: string): MasterKey {
  const given = text.trim();
  const key = Buffer.from(given, /^[\da-f]{64}$/i.test(given) ? 'hex' : 'base64');
  if (key.length !== 32 || !/^[\w+/=-]+$/.test(given))
    throw new Refusal({ code: 'auditKeyWrong', params: { where } });
  const name = createHash('sha256').update('akb audit key').update(key).digest('hex').slice(0, 16);
  return { key, name };
}
