import { constants, createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { refusal } from './reading.ts';

/**
 * Copies a file so that nothing changes while it is read (a clone where the file system can: no bytes move).
 *
 * @throws Refusal `fileChangesWhileRead` when somebody writes to it, `fileMissing`, `fileUnreadable`, `diskFull`.
 */
export async function copyPrivately(
  path: string,
  target: string,
  copy: (path: string, target: string, mode: number) => Promise<void> = copyFile,
): Promise<number> {
  try {
    const before = await stat(path);
    await copy(path, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await chmod(target, 0o600);
    const [after, copied] = [await stat(path), await stat(target)];
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || copied.size !== before.size) {
      throw refusal('fileChangesWhileRead');
    }
    return copied.size;
  } catch (error) {
    throw readRefusal(error);
  }
}

/** Keeps a stream that can be read only once: standard input, a pipe. */
export async function spool(source: NodeJS.ReadableStream | string, target: string): Promise<number> {
  try {
    const stream = typeof source === 'string' ? createReadStream(source) : source;
    await pipeline(stream, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
    return (await stat(target)).size;
  } catch (error) {
    throw readRefusal(error);
  }
}

/** What hinders reading a file, as a refusal. */
export function readRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'ENOENT') return refusal('fileMissing');
  if (code === 'ENOSPC') return refusal('diskFull');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EIO')
    return refusal('fileUnreadable', {}, { reason: code });
  return error;
}
