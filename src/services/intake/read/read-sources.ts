import { link, mkdir, mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import type { ReceivedFiles } from '../import-summary.ts';
import type { SourceTable } from '../source-table.ts';
import { formatOfFile } from './detect-format.ts';
import { findInputs, type Input } from './find-inputs.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { type Copying, copyPrivately, readRefusal, spool } from './private-copy.ts';
import type { ReaderResult } from './read-task.ts';
import { ReaderClient, ReaderCrash } from './reader-client.ts';

export interface ReadOptions {
  /** Private folder for copies and canonical files; made when it is not there. Its owner removes it. */
  readonly workDir: string;
  /** Bytes of the sources; the total grows when an archive turns out to hold files. */
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
  readonly signal?: AbortSignal;
  /** Always write canonical files: the engine does not see the user's (a ClickHouse server). */
  readonly canonical?: boolean;
  readonly limits?: Partial<ReadLimits>;
}

/** A file that waits to be read. */
interface Waiting {
  /** Its private copy. */
  readonly path: string;
  /** The user's own, which is copied while it is read. */
  readonly original?: string;
  readonly file: string;
  readonly bytes: number;
  /** Came out of an archive. */
  readonly packed: boolean;
}

/**
 * Turns a user's files into tables: text in any usual encoding, Excel, HTML and XML named as Excel, DBF, Parquet, and
 * archives of these. A file that cannot be read is a problem; the others are read. Tables come in the order of the
 * inputs, their files, members and sheets.
 *
 * @param inputs paths of files and folders, `-` for standard input; or files that were received
 * @throws the reason of `signal`
 */
export async function readSources(
  inputs: readonly string[] | ReceivedFiles,
  options: ReadOptions,
): Promise<{ tables: SourceTable[]; problems: Problem[] }> {
  const { workDir, signal, onProgress } = options;
  const limits = { ...defaultLimits, ...options.limits };
  await mkdir(workDir, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(await realpath(workDir), 'read-'));
  const reader = new ReaderClient({ folder, limits, canonical: options.canonical ?? false });
  try {
    const { found, problems } = 'files' in inputs ? received(inputs) : await findInputs(inputs);
    const queue = await awaitTurns(found, folder, problems, signal);
    const tables: SourceTable[] = [];
    let total = queue.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    let number = 0;
    for (let file = queue.shift(); file; file = queue.shift()) {
      const { bytes } = file;
      const results = join(folder, `tables-${++number}`);
      const progress = (read: number) => onProgress?.(done + Math.min(read, bytes), total);
      const result = await readCopy(reader, file, results, progress, signal);
      tables.push(...result.tables);
      problems.push(...result.problems);
      const members = await Promise.all(result.members.map(waitingMember));
      queue.unshift(...members);
      total += members.reduce((sum, member) => sum + member.bytes, 0);
      done += bytes;
      onProgress?.(done, total);
      const { path } = file;
      if (!result.tables.some(({ data }) => data.path === path)) await rm(path, { force: true });
    }
    return { tables, problems };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    reader.close();
  }
}

async function awaitTurns(
  inputs: readonly Input[],
  folder: string,
  problems: Problem[],
  signal: AbortSignal | undefined,
): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const [index, { path, file, once, received }] of inputs.entries()) {
    signal?.throwIfAborted();
    const copy = join(folder, `source-${index + 1}`);
    try {
      if (once || received) {
        const bytes = await (once ? spool(path || process.stdin, copy) : takeLink(path, copy));
        waiting.push({ path: copy, file, bytes, packed: false });
      } else {
        const { size: bytes } = await stat(path).catch(rethrown);
        waiting.push({ path: copy, original: path, file, bytes, packed: false });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await rm(copy, { force: true });
      for (const { code, params = {} } of error.problems) problems.push({ code, place: { file }, params });
    }
  }
  return waiting;
}

const rethrown = (error: unknown): never => {
  throw readRefusal(error);
};

function received({ files, problems }: ReceivedFiles): { found: Input[]; problems: Problem[] } {
  return {
    found: files.map(({ path, name }) => ({ path, file: name, once: false, received: true })),
    problems: [...problems],
  };
}

/** The sender keeps his own, to have it read again. */
async function takeLink(path: string, target: string): Promise<number> {
  await link(path, target);
  return (await stat(target)).size;
}

/** Of a user's file its copy is made meanwhile: each takes a second a gigabyte. */
async function readCopy(
  reader: ReaderClient,
  waiting: Waiting,
  folder: string,
  progress: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<ReaderResult> {
  const { path, original, file } = waiting;
  if (original === undefined) return read(reader, waiting, folder, progress, signal);
  let copying: Copying | undefined;
  try {
    copying = await copyPrivately(original, path);
    const result = await read(reader, { ...waiting, path: original }, folder, progress, signal);
    await copying.whole();
    const ofCopy = ({ data, ...table }: SourceTable): SourceTable =>
      data.path === original ? { ...table, data: { ...data, path } } : { ...table, data };
    return { ...result, tables: result.tables.map(ofCopy) };
  } catch (error) {
    // Nobody removes the folder while the copy is still being written.
    await copying?.whole().catch(() => undefined);
    if (!(error instanceof Refusal)) throw error;
    for (const useless of [path, folder]) await rm(useless, { recursive: true, force: true });
    const problems = error.problems.map(({ code, params = {} }) => ({ code, place: { file }, params }));
    return { tables: [], members: [], problems };
  }
}

async function read(
  reader: ReaderClient,
  { path, file, bytes, packed }: Waiting,
  folder: string,
  progress: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<ReaderResult> {
  try {
    return await reader.read({ path, file, folder, packed }, progress, signal);
  } catch (error) {
    if (!(error instanceof ReaderCrash)) throw error;
    await rm(folder, { recursive: true, force: true });
    const code = formatOfFile(path, bytes).kind === 'xls' ? 'xlsTooBig' : 'readerFailed';
    return {
      tables: [],
      members: [],
      problems: [{ code, place: { file }, params: { detail: error.message } }],
    };
  }
}

async function waitingMember({ path, file }: { path: string; file: string }): Promise<Waiting> {
  return { path, file, bytes: (await stat(path)).size, packed: true };
}
