import { constants, createReadStream, createWriteStream, type Stats } from 'node:fs';
import { chmod, copyFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { refusal } from './reading.ts';

/** A file that is being copied, and may be read meanwhile. */
export interface Copying {
  readonly bytes: number;
  /**
   * Ends when the copy is whole and holds what was read of the file since the copying began.
   *
   * @throws Refusal `fileChangesWhileRead` when somebody has written to it, `fileMissing`, `fileUnreadable`, `diskFull`.
   */
  whole(): Promise<void>;
}

/**
 * Copies a file so that nothing changes once it was read (a clone where the file system can: no bytes move).
 *
 * @throws Refusal `fileMissing`, `fileUnreadable`.
 */
export async function copyPrivately(
  path: string,
  target: string,
  copy: (path: string, target: string, mode: number) => Promise<void> = copyFile,
): Promise<Copying> {
  try {
    const before = await stat(path);
    const copied = copy(path, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    // Whoever reads the file asks in the end; until then nobody waits.
    copied.catch(() => undefined);
    return { bytes: before.size, whole: () => checked(path, target, before, copied) };
  } catch (error) {
    throw readRefusal(error);
  }
}

async function checked(path: string, target: string, before: Stats, copied: Promise<void>): Promise<void> {
  try {
    await copied;
    await chmod(target, 0o600);
    const [after, copy] = [await stat(path), await stat(target)];
    const same = after.size === before.size && after.mtimeMs === before.mtimeMs && after.ino === before.ino;
    if (!same || copy.size !== before.size) throw refusal('fileChangesWhileRead');
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
