import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../../domain/problem.ts';
import { isHidden } from './archive/unpack.ts';

export interface Input {
  /** Empty for standard input. */
  readonly path: string;
  /** As the user named it. */
  readonly file: string;
  /** A pipe, a device: can be read only once. */
  readonly once: boolean;
  /** In a private folder already: it is linked, not copied. */
  readonly received?: boolean;
}

/**
 * The files behind what the user named: files as they are, folders with everything in them in the order of names, `-`
 * for standard input. Hidden files, links to folders and a file named twice are skipped and said.
 */
export async function findInputs(
  inputs: readonly string[],
): Promise<{ found: Input[]; problems: Problem[] }> {
  const found: Input[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();

  const problem = (code: string, file: string, params: Problem['params'] = {}): void => {
    problems.push({ code, place: { file }, params });
  };

  const look = async (path: string, named: boolean): Promise<void> => {
    const status = await stat(path);
    if (status.isDirectory()) {
      await lookInto(path);
      return;
    }
    const once = status.isFIFO() || status.isCharacterDevice() || status.isSocket();
    if (!status.isFile() && !(named && once)) {
      problem('notAFile', path);
      return;
    }
    const real = await realpath(path);
    if (seen.has(real)) problem('sameFileTwice', path);
    else found.push({ path, file: path, once });
    seen.add(real);
  };

  const lookInto = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    if (entries.length === 0) problem('emptyFolder', folder);
    entries.sort((left, right) => (left.name < right.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (isHidden(entry.name)) problem('hiddenFileSkipped', path);
      else if (entry.isSymbolicLink() && (await isFolder(path))) problem('folderLinkSkipped', path);
      else await guarded(path, false);
    }
  };

  const guarded = async (path: string, named: boolean): Promise<void> => {
    try {
      await look(path, named);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === 'ENOENT' || code === 'ENOTDIR') problem('fileMissing', path);
      else if (code === '') throw error;
      else problem('fileUnreadable', path, { reason: code });
    }
  };

  for (const input of inputs) {
    if (input === '-') found.push({ path: '', file: '-', once: true });
    else await guarded(input, true);
  }
  return { found, problems };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}
