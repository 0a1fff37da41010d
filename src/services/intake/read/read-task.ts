import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import type { ReadLimits } from './limits.ts';
import { type FileContent, readFile } from './read-file.ts';

export interface ReaderTask {
  /** Private copy of the file. */
  readonly path: string;
  readonly file: string;
  /** Where what is read goes; made by the reader, removed by it when nothing of the file can be used. */
  readonly folder: string;
  /** Came out of an archive, so it may not be one itself. */
  readonly packed: boolean;
}

export interface ReaderSettings {
  /** The only one in which the process may write; a real path. */
  readonly folder: string;
  readonly limits: ReadLimits;
  /** Never leave a text as it is. */
  readonly canonical: boolean;
}

/** What the process is told. */
export type ReaderRequest = Omit<ReaderSettings, 'folder'> & ReaderTask;

export type ReaderResult = FileContent & { readonly problems: readonly Problem[] };

export type ReaderReply = { readonly progress: number } | ReaderResult;

const progressEvery = 100;

/** Reads one file; whatever is wrong with it is a problem of the answer. */
export async function readTask(
  { path, file, folder, limits, canonical, packed }: ReaderRequest,
  onProgress: (bytes: number) => void,
): Promise<ReaderResult> {
  const problems: Problem[] = [];
  let files = 0;
  let told = 0;
  let done = 0;
  try {
    mkdirSync(folder, { mode: 0o700 });
    const reading = {
      path,
      file,
      bytes: statSync(path).size,
      limits,
      canonical,
      report: (code: string, place: Problem['place'] = {}, params: Problem['params'] = {}) => {
        problems.push({ code, place: { file, ...place }, params });
      },
      progress: (bytesDone: number) => {
        done = Math.max(done, bytesDone);
        if (Date.now() - told < progressEvery) return;
        told = Date.now();
        onProgress(done);
      },
      newPath: () => join(folder, String(++files)),
    };
    const content = await readFile(reading, packed);
    return { ...content, problems };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    // Findings about a file of which nothing is used would only confuse.
    return { tables: [], members: [], problems: [...problemsOf(error, file)] };
  }
}

function problemsOf(error: unknown, file: string): readonly Problem[] {
  if (error instanceof Refusal) {
    return error.problems.map(({ code, place, params = {} }) => ({
      code,
      place: { file, ...place },
      params,
    }));
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return [{ code: 'diskFull', place: { file } }];
  return [{ code: 'readerFailed', place: { file }, params: { detail: `${name}: ${message}` } }];
}
