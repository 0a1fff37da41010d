import type { Problem } from '../../../domain/problem.ts';
import type { Question } from '../recognition.ts';

/**
 * The outcome of looking at every value of a column: a format, or a question whose answer (`options` of the question)
 * names one of `formats`.
 */
export type FormatDecision<F> =
  | { readonly format: F; readonly findings: readonly Problem[] }
  | {
      readonly question: Question;
      readonly formats: Readonly<Record<string, F>>;
      readonly findings: readonly Problem[];
    };

/** A column as the decision names it to people. */
export interface ColumnName {
  readonly file?: string;
  readonly sheet?: string;
  /** Header text. */
  readonly column: string;
}
