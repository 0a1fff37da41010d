/** Where in the user's material something was found. Rows and columns as the user sees them (row 1 is the first line). */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/**
 * A user's mistake or a finding in his data, as a value. `code` is a key of the message catalogue
 * (`src/messages`), which holds the sentence in every language: what happened, what was kept, how to mend it.
 */
export interface Problem {
  readonly code: string;
  readonly place?: Place;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Thrown where an operation cannot go on because of its input; nothing has been changed. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(', '));
    this.name = 'Refusal';
    this.problems = problems;
  }
}
