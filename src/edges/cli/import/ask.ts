import { Writable } from 'node:stream';
import { today } from '../../../domain/clock.ts';
import { parsePeriod } from '../../../domain/period.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Language } from '../../../messages/message.ts';
import { optionLabel, questionText } from '../../../messages/questions.ts';
import type { Question } from '../../../services/intake/recognition.ts';
import { Interrupted } from '../exit.ts';
import type { CliIo } from '../io.ts';
import type { Session } from '../session.ts';

/** A person sits at the terminal: standard output may still go elsewhere. */
export function canAsk({ isTTY }: CliIo): boolean {
  return isTTY.stdin && isTTY.stderr;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Lets the person choose with the arrow keys. Ctrl-C throws `Interrupted`. */
export async function choose(
  session: Session,
  message: string,
  choices: readonly Choice[],
  suggested?: string,
): Promise<string> {
  const { io, say, progress } = session;
  progress.clear();
  const { default: select } = await import('@inquirer/select');
  return orInterrupted(
    select(
      {
        message,
        choices: choices.map(({ value, label }) => ({ value, name: label })),
        pageSize: 12,
        loop: false,
        ...(suggested !== undefined && { default: suggested }),
        theme: { style: { keysHelpTip: () => say('prompt.keys') } },
      },
      { input: io.stdin, output: screenOf(io), signal: io.interrupt },
    ),
  );
}

/** Lets the person write a month in any way `--period` takes; answers `YYYY-MM`. */
async function writeMonth(
  { io, say, progress }: Session,
  message: string,
  suggested?: string,
): Promise<string> {
  progress.clear();
  const { default: input } = await import('@inquirer/input');
  const month = (value: string) => {
    const period = parsePeriod(value, { today: today() });
    return 'grain' in period && period.grain === 'month' ? period.label : undefined;
  };
  const written = await orInterrupted(
    input(
      {
        message,
        ...(suggested !== undefined && { default: suggested }),
        validate: (value) => month(value) !== undefined || say('monthUnreadable', { value }),
      },
      { input: io.stdin, output: screenOf(io), signal: io.interrupt },
    ),
  );
  return month(written) ?? written;
}

/** Ctrl-C at a prompt throws `Interrupted`. */
export async function orInterrupted(answer: Promise<string>): Promise<string> {
  try {
    return await answer;
  } catch (error) {
    const stopped = error instanceof Error && /^(ExitPrompt|AbortPrompt)Error$/.test(error.name);
    throw stopped ? new Interrupted(true) : error;
  }
}

/** The prompt ends its output when it is answered; standard error has to go on. */
export function screenOf({ stderr, columns }: CliIo): NodeJS.WritableStream {
  const screen = new Writable({
    write: (chunk, _encoding, done) => {
      stderr.write(chunk, () => done());
    },
  });
  return Object.assign(screen, { columns: columns ?? 80, isTTY: true });
}

export function askPerson(session: Session, question: Question): Promise<string> {
  const { language } = session;
  if (question.code === 'reportMonth') {
    return writeMonth(session, questionText(question, language), question.suggested);
  }
  const choices = question.options.map((value) => ({
    value,
    label: optionLabel(question.code, value, language),
  }));
  return choose(session, questionText(question, language), choices, question.suggested);
}

/** What `--yes` says instead of asking: the question, and the option that answers it. */
export function unanswered(question: Question, language: Language): Problem {
  const { code, key, options, params, suggested } = question;
  const text = questionText(question, language);
  if (code === 'columnMeaning') {
    const header = String(params.column || params.number || key);
    // No field is called so: a column is left out with `-`, which the sentence says anyway.
    const example = [suggested, ...options].find((field) => field !== undefined && field !== 'ignore');
    return {
      code: 'columnNotAnswered',
      params: { question: text, header, example: example ?? 'clientName' },
    };
  }
  return {
    code: 'questionNotAnswered',
    params: {
      question: text,
      key,
      options: options.join(' | ') || 'none',
      example: suggested ?? options[0] ?? (code === 'reportMonth' ? '2026-10' : ''),
    },
  };
}
