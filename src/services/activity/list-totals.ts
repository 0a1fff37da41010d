import { type FigureAnswer, type FigureQuery, figureQuery } from '../../domain/figure-query.ts';
import type { Period } from '../../domain/period.ts';
import type { CustomerSet } from '../../domain/sets/customer-set.ts';
import type { Stores } from '../../stores/stores.ts';
import { sql } from '../../stores/warehouse/sql.ts';
import { type CustomerList, frameOfList } from './customers.ts';
import { answerFigures } from './figure-answer.ts';
import type { ListTotals } from './report.ts';
import { foundAsSql } from './search/find-units.ts';
import { foundUnits } from './search/found-units.ts';
import { setMembers } from './set-sql.ts';

/** The figures that columns of a list add up to. */
export const totalsQuery = (
  { unit, method, set }: CustomerSet,
  { period, slice }: Pick<CustomerList, 'slice'> & { readonly period: Period },
): FigureQuery =>
  figureQuery.parse({
    metrics: ['sales', 'salesExVat', 'documents', 'avgCheck'],
    period: period.label,
    ...{ unit, slice, methods: [method], among: set },
  });

/** Those of a list whom a search has found, however many, as figures. `ids`: identities that it has found. */
export async function answerOfFound(
  stores: Stores,
  query: FigureQuery,
  list: CustomerList,
  ids: readonly number[],
): Promise<FigureAnswer> {
  const { version, method, today, scope, set } = list;
  const { found, drop } = await foundAsSql(stores, [...(await foundUnits(stores, frameOfList(list), ids))]);
  const who = sql`SELECT unit FROM (${setMembers(set, list)}) WHERE unit IN (${found})`;
  try {
    return await answerFigures(stores, query, { version, today, scope, methods: [method], among: [who] });
  } finally {
    await drop();
  }
}

export const totalsIn = ({ cells }: FigureAnswer): ListTotals =>
  ({ sales: null, salesExVat: null, documents: 0, avgCheck: null, ...cells[0]?.figures }) as ListTotals;
