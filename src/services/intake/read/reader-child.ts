import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import { readFile } from './read-file.ts';
import type { ReaderReply, ReaderRequest } from './reader-client.ts';

// Entry of the process in which files are parsed: a hostile or huge file can take it down, and nothing else.

const progressEvery = 100;

process.on('message', (task: ReaderRequest) => {
  void run(task).then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit());

async function run({ path, file, folder, limits, canonical, packed }: ReaderRequest): Promise<ReaderReply> {
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
        process.send?.({ progress: done } satisfies ReaderReply);
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
