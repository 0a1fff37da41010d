import { type FigureQuery, figureQuery } from '../../../../../src/domain/figure-query.ts';
import { addDays } from '../../../../../src/domain/iso-date.ts';
import { lastClosedMonth } from '../../../../../src/domain/period.ts';
import { api, type FigureAnswer, type Method } from '../../../server/api.ts';

/** The last month that is wholly in the data. */
export const closedMonth = (asOf: string): string => lastClosedMonth(addDays(asOf, 1)).label;

/** The server answers so many tables at a time. */
const mostTables = 20;

async function askAll(queries: readonly FigureQuery[], signal: AbortSignal): Promise<FigureAnswer[]> {
  const answers: FigureAnswer[] = [];
  for (let from = 0; from < queries.length; from += mostTables) {
    const body = { queries: queries.slice(from, from + mostTables) };
    answers.push(...(await api.tables({ body }, { signal })).answers);
  }
  return answers;
}

/** The active base of each method in a month, in the order of the methods. */
export const askBases = (
  methods: readonly Method[],
  period: string,
  signal: AbortSignal,
): Promise<FigureAnswer[]> =>
  askAll(
    methods.map(({ id, unit }) =>
      figureQuery.parse({ metrics: ['activeBase'], period, unit, methods: [{ id }] }),
    ),
    signal,
  );

export const comparedMetrics = [
  'activeBase',
  'totalBase',
  'coverage',
  'new',
  'retained',
  'reactivated',
  'lost',
  'sales',
  'documents',
  'avgCheck',
] as const;

/** Figures of versions of methods side by side, each by its own unit. */
export const askComparison = (
  versions: readonly Pick<Method, 'id' | 'version' | 'unit'>[],
  period: string,
  signal: AbortSignal,
): Promise<FigureAnswer[]> =>
  askAll(
    versions.map(({ id, version, unit }) =>
      figureQuery.parse({ metrics: [...comparedMetrics], period, unit, methods: [{ id, version }] }),
    ),
    signal,
  );
