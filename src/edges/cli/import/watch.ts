import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import { sentence } from '../../../messages/index.ts';
import type { ImportOptions, ImportSummary } from '../../../services/intake/import-summary.ts';
import { exitCodes, Interrupted } from '../exit.ts';
import { dataFolder, type Session, withApplication } from '../session.ts';
import { applyImport, prepareImport } from './prepare-import.ts';

/** A file is taken when two looks at it found the same size and time: whoever writes it has stopped. */
const lookEvery = 1000;

/** What passes by itself: the file is tried again. */
const passing = new Set(['fileChangesWhileRead', 'dataFolderBusy', 'serverGone']);

/** What became of a file. */
interface Outcome {
  readonly file: string;
  readonly dataVersion: number | null;
  readonly summary: ImportSummary | null;
  readonly problems: readonly Problem[];
}

/** Imports the files of a folder as they appear, each for itself, until Ctrl-C. Nobody is asked. */
export async function watchFolder(session: Session, folder: string, options: ImportOptions): Promise<number> {
  const { io, remark, say } = session;
  const done = new Map<string, string>();
  let before = new Map<string, string>();
  remark(say('watch.waiting', { folder }));
  while (!io.interrupt.aborted) {
    const now = await look(folder);
    for (const [name, state] of now) {
      if (io.interrupt.aborted) break;
      if (before.get(name) !== state || done.get(name) === state) continue;
      const outcome = await importFile(session, path.join(folder, name), options);
      if (outcome === undefined || outcome.problems.some(({ code }) => passing.has(code))) continue;
      done.set(name, state);
      await tell(session, outcome);
    }
    before = now;
    await sleep(lookEvery, undefined, { signal: io.interrupt }).catch(() => undefined);
  }
  return exitCodes.done;
}

/** Files by name, with what changes when somebody writes to them. */
async function look(folder: string): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const name of entries.filter((entry) => entry.isFile()).map((entry) => entry.name)) {
    if (name.startsWith('.')) continue;
    // Gone again meanwhile: somebody is still at work on it.
    const state = await stat(path.join(folder, name)).catch(() => undefined);
    if (state) states.set(name, `${state.size} ${state.mtimeMs}`);
  }
  return new Map([...states].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Undefined: Ctrl-C came first. The data folder is open only while a file is imported: other commands have their turn. */
async function importFile(
  session: Session,
  file: string,
  options: ImportOptions,
): Promise<Outcome | undefined> {
  const refused = (problems: readonly Problem[]) => ({ file, dataVersion: null, summary: null, problems });
  try {
    return await withApplication(
      session,
      { dataDir: dataFolder(session) },
      async (application) => {
        const prepared = await prepareImport(session, application, [file], options, false);
        const { summary } = prepared;
        if (summary.tables.every(({ loaded }) => loaded === 0)) {
          await prepared.cancel();
          return { file, dataVersion: null, summary, problems: [] };
        }
        const { dataVersion } = await applyImport(session, prepared);
        return { file, dataVersion, summary, problems: [] };
      },
      'leaveToWork',
    );
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    if (error instanceof Refusal) return refused(error.problems);
    const message = error instanceof Error ? error.message : String(error);
    return refused([{ code: 'internalError', params: { message } }]);
  }
}

async function tell({ format, language, print, say }: Session, outcome: Outcome): Promise<void> {
  const { file, dataVersion, summary, problems } = outcome;
  if (format.json) return print(JSON.stringify({ applied: dataVersion !== null, ...outcome }));
  if (summary === null) {
    const reason = problems.map((problem) => sentence(problem, language)).join(' ');
    return print(say('watch.refused', { file, reason }));
  }
  if (dataVersion === null) return print(say('watch.nothingNew', { file }));
  const rejected = summary.tables.reduce((sum, table) => sum + table.rejected, 0);
  const { importId, lines } = summary;
  return print(say('watch.applied', { file, importId, lines, rejected, dataVersion }));
}
