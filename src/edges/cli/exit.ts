import { Refusal } from '../../domain/problem.ts';

/** What the shell learns of a command; documented in docs/cli.md. */
export const exitCodes = {
  done: 0,
  /** The input or the command line was refused, or `doctor` found something. */
  refused: 1,
  /** A question has to be answered first, and nobody may be asked. */
  needsAnswer: 2,
  /** Another process has the data folder open. */
  busy: 3,
  internal: 70,
  /** 128 + SIGINT, as shells count. */
  interrupted: 130,
} as const;

/** A refusal that an answer on the command line would have prevented. */
export class NeedsAnswer extends Refusal {}

/** Ctrl-C: the user has taken the order back. */
export class Interrupted extends Error {
  /** The command itself undid what it had begun; otherwise the stores keep either the state before or the one after. */
  readonly nothingChanged: boolean;

  constructor(nothingChanged = false) {
    super('interrupted');
    this.nothingChanged = nothingChanged;
  }
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof Interrupted) return exitCodes.interrupted;
  if (error instanceof NeedsAnswer) return exitCodes.needsAnswer;
  if (!(error instanceof Refusal)) return exitCodes.internal;
  return error.problems.some(({ code }) => code === 'dataFolderBusy') ? exitCodes.busy : exitCodes.refused;
}

/** Ends the wait at Ctrl-C, for work that cannot be told to stop: whatever it is doing, the stores survive it. */
export async function untilInterrupted<T>(work: Promise<T>, interrupt: AbortSignal): Promise<T> {
  let stop = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => reject(new Interrupted());
    if (interrupt.aborted) stop();
    else interrupt.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    interrupt.removeEventListener('abort', stop);
  }
}
