import type { FigureQuery } from '../../src/domain/figure-query.ts';
import type { CustomersQuestion } from '../../src/services/activity/customers.ts';
import type { Asking } from './question.ts';

/** Which data answers: nothing but the lines so far. */
export const sourceOfFigures = (_asking: Asking, queries: readonly FigureQuery[]): string =>
  [...new Set(queries.map(() => 'lines'))].join(', ');

export const sourceOfCustomers = (_question: CustomersQuestion): string => 'lines';
