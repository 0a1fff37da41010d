import { type Problem, Refusal } from '../../domain/problem.ts';
import type { Application, PreparedImport } from '../../facade.ts';
import type {
  Ask,
  ImportOptions,
  ImportSummary,
  ReceivedFiles,
} from '../../services/intake/import-summary.ts';
import { type JobDesk, Revised } from './jobs.ts';
import { revised } from './revision.ts';

interface Applied {
  readonly dataVersion: number;
  readonly effect: ImportSummary['effect'];
}

/**
 * Prepares files, shows what they would change, and prepares them anew as often as the person wants something different.
 * A revision that is refused leaves the import as it was before it. Null: the person did not want it.
 */
export async function importFiles(
  application: Application,
  files: ReceivedFiles,
  options: ImportOptions,
  desk: JobDesk,
): Promise<Applied | null> {
  const { onProgress, signal } = desk;
  let wanted = options;
  /** What the person has been shown something of. */
  let shown: ImportOptions | undefined;
  let refused: readonly Problem[] = [];
  for (;;) {
    const answers: Record<string, string> = { ...wanted.answers };
    const ask: Ask = async (question) => {
      const answer = await desk.ask(question, refused);
      if (answer !== undefined) answers[question.key] = answer;
      return answer;
    };
    let prepared: PreparedImport;
    try {
      prepared = await application.prepareImport(files, wanted, ask, onProgress, signal);
    } catch (error) {
      if (error instanceof Revised) {
        shown = { ...wanted, answers };
        wanted = revised(shown, error.revision);
        refused = [];
        continue;
      }
      if (!(error instanceof Refusal) || shown === undefined || shown === wanted) throw error;
      refused = error.problems;
      wanted = shown;
      continue;
    }
    shown = { ...wanted, answers };
    const word = await wordOn(prepared, refused, desk);
    if (word === null) return null;
    if (!(word instanceof Revised)) return word;
    refused = [];
    wanted = revised(shown, word.revision);
  }
}

/** What becomes of a preparation: applied, taken back (null), or taken back for another one. */
async function wordOn(
  prepared: PreparedImport,
  refusedBefore: readonly Problem[],
  { decision }: JobDesk,
): Promise<Applied | Revised | null> {
  let refused = refusedBefore;
  try {
    for (;;) {
      const word = await decision(prepared, refused);
      if (word !== 'apply') {
        await prepared.cancel();
        return word === 'cancel' ? null : word;
      }
      try {
        return { ...(await prepared.apply()), effect: prepared.summary.effect };
      } catch (error) {
        // It may be applied later, or revised.
        if (!(error instanceof Refusal)) throw error;
        refused = error.problems;
      }
    }
  } catch (error) {
    await prepared.cancel();
    throw error;
  }
}
