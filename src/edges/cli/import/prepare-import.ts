import { Refusal } from '../../../domain/problem.ts';
import type { Application, PreparedImport } from '../../../facade.ts';
import type { Ask, ImportOptions } from '../../../services/intake/import-summary.ts';
import type { Question } from '../../../services/intake/recognition.ts';
import { Interrupted, NeedsAnswer } from '../exit.ts';
import type { Session } from '../session.ts';
import { askPerson, unanswered } from './ask.ts';

export interface AnsweredImport extends PreparedImport {
  /** What the person answered, by the key of the question. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * Prepares an import. `mayAsk` false: a question that the options do not answer becomes `NeedsAnswer`, with the option
 * that would have answered it. Ctrl-C becomes `Interrupted`; either way nothing has changed.
 */
export async function prepareImport(
  session: Session,
  application: Application,
  files: readonly string[],
  options: ImportOptions,
  mayAsk: boolean,
): Promise<AnsweredImport> {
  const { io, progress } = session;
  const open: Question[] = [];
  const answers: Record<string, string> = {};
  const ask: Ask = async (question) => {
    if (!mayAsk) {
      open.push(question);
      return undefined;
    }
    const answer = await askPerson(session, question);
    answers[question.key] = answer;
    return answer;
  };
  try {
    const prepared = await application.prepareImport(files, options, ask, progress.report, io.interrupt);
    if (!io.interrupt.aborted) {
      return { ...prepared, answers };
    }
    await prepared.cancel();
    throw new Interrupted(true);
  } catch (error) {
    if (io.interrupt.aborted) throw new Interrupted(true);
    if (error instanceof Refusal && open.length > 0) {
      throw new NeedsAnswer(...open.map((question) => unanswered(question, session.language)));
    }
    throw error;
  } finally {
    progress.clear();
  }
}

/**
 * A refusal and Ctrl-C mean that nothing has changed: the preparation is taken back. What any other failure has left is
 * for the next start to finish or to roll back.
 */
export async function applyImport(
  { progress }: Session,
  prepared: PreparedImport,
): Promise<{ dataVersion: number }> {
  try {
    return await prepared.apply();
  } catch (error) {
    const aborted = error instanceof Error && error.name === 'AbortError';
    if (aborted || error instanceof Refusal) await prepared.cancel();
    throw aborted ? new Interrupted(true) : error;
  } finally {
    progress.clear();
  }
}
