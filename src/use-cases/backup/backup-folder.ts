import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../domain/problem.ts';
import { manifestName } from './manifest.ts';

/** Where a backup is written until it is whole. */
const partialOf = (folder: string): string => `${folder}.partial`;

const inside = ['records', 'warehouse'];

/**
 * Makes the folder in which a backup arises, in place of what an interrupted one has left. Throws `Refusal`:
 * `backupFolderNotEmpty`, `backupFolderUnusable`.
 */
export async function openPartial(folder: string): Promise<string> {
  const partial = partialOf(folder);
  const own = [...inside, manifestName];
  if ((await entries(folder)).length > 0) throw notEmpty(folder);
  if ((await entries(partial)).some((name) => !own.includes(name))) throw notEmpty(partial);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(partial, { mode: 0o700 });
    for (const name of inside) await mkdir(join(partial, name), { mode: 0o700 });
  } catch (error) {
    throw unusable(folder, error);
  }
  return partial;
}

/** Gives the whole backup its name: there is none under that name that is not whole. */
export async function publish(partial: string, folder: string): Promise<void> {
  for (const path of [join(partial, manifestName), ...inside.map((name) => join(partial, name)), partial]) {
    await sync(path);
  }
  try {
    await chmod(partial, 0o700);
    await rename(partial, folder);
  } catch (error) {
    throw codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST'
      ? notEmpty(folder)
      : unusable(folder, error);
  }
  await sync(dirname(folder));
}

/** Takes a backup away, its name first: a half removed one is never found under it. */
export async function removeBackup(folder: string): Promise<void> {
  const partial = partialOf(folder);
  await rm(partial, { recursive: true, force: true });
  await rename(folder, partial);
  await rm(partial, { recursive: true, force: true });
}

/** Throws `Refusal` (`backupNoSpace`) when fewer than `bytes` are free where `folder` will be. */
export async function refuseWithoutSpace(folder: string, bytes: number): Promise<void> {
  if ((await freeBytes(folder)) < bytes) throw await noSpace(folder, bytes);
}

/** In megabytes. */
export async function noSpace(folder: string, bytes: number): Promise<Refusal> {
  const free = Math.floor((await freeBytes(folder)) / 1e6);
  return new Refusal({ code: 'backupNoSpace', params: { folder, needed: Math.ceil(bytes / 1e6), free } });
}

/** Free bytes of the disk on which a path lies or, as long as it does not exist, its nearest parent. */
export async function freeBytes(path: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return await freeBytes(dirname(path));
  }
}

export interface Seal {
  readonly bytes: number;
  readonly sha256: string;
}

/** Size and SHA-256 of a file. */
export async function sealOf(
  path: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Seal> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    createReadStream(path, { highWaterMark: 1024 ** 2 }),
    async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        onBytes(piece.length);
      }
    },
  );
  return { bytes, sha256: hash.digest('hex') };
}

/** As `sealOf`, for a file that has just been written: it is safe against a power cut afterwards. */
export async function sealNew(path: string): Promise<Seal> {
  await sync(path);
  return await sealOf(path);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function entries(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    const isFile = (await stat(folder).catch(() => undefined))?.isFile() ?? false;
    throw isFile ? notEmpty(folder) : unusable(folder, error);
  }
}

const notEmpty = (folder: string): Refusal =>
  new Refusal({ code: 'backupFolderNotEmpty', params: { folder } });

const unusable = (folder: string, error: unknown): Refusal =>
  new Refusal({ code: 'backupFolderUnusable', params: { folder, reason: codeOf(error) } });

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
