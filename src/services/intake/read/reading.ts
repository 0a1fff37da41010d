import type { Place, Problem } from '../../../domain/problem.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { ReadLimits } from './limits.ts';

/** One file on its way into tables: what every format's reader is given. */
export interface Reading {
  /** Our private copy. */
  readonly path: string;
  /** As the user named it. */
  readonly file: string;
  readonly bytes: number;
  readonly limits: ReadLimits;
  /** Never leave a text as it is for the engine. */
  readonly canonical: boolean;
  /** A finding that does not stop the reading; `file` is added to its place. */
  report(code: string, place?: Place, params?: Problem['params']): void;
  progress(bytesDone: number): void;
  /** A path in the private folder that nobody has used. */
  newPath(): string;
}

/** This file cannot be read; `file` is added to the place by whoever catches it. */
export function refusal(code: string, place: Place = {}, params: Problem['params'] = {}): Refusal {
  return new Refusal({ code, place, params });
}
