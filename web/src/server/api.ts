import { ApiProblem } from '../../../src/edges/http/client/api.ts';

/** The typed client of the API (made from its contract): all that the application knows of the server. */
export * from '../../../src/edges/http/client/api.ts';

export const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ApiProblem && error.details.problems.some((problem) => problem.code === code);

export const statusOf = (error: unknown): number | undefined =>
  error instanceof ApiProblem ? error.details.status : undefined;
