import { ApiProblem } from '../../../server/api.ts';

/** What stands there by now beside what was to be saved, and who wrote it. */
export interface Conflict {
  readonly version: number;
  /** Empty: the owner of the data folder. */
  readonly user: string;
  readonly fields: readonly { readonly field: string; readonly now: string; readonly yours: string }[];
}

/** Of a save that was refused because somebody else had saved before; `name` is the parameter that names a field. */
export function conflictOf(
  error: unknown,
  code: 'customerEditStale' | 'termsStale',
  name: 'field' | 'kind',
): Conflict | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const all = error.details.problems.flatMap((problem) =>
    problem.code === code && problem.params ? [problem.params] : [],
  );
  const [first] = all;
  if (first === undefined) return undefined;
  return {
    version: Number(first.version),
    user: first.user === 'none' ? '' : String(first.user),
    fields: all.map((params) => ({
      ...{ field: String(params[name]), now: String(params.now), yours: String(params.yours) },
    })),
  };
}
