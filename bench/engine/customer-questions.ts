import { mainMethod } from '../../src/domain/method.ts';
import type { Period } from '../../src/domain/period.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import { type CustomersQuestion, customers } from '../../src/services/activity/customers.ts';
import type { CustomerRow } from '../../src/services/activity/report.ts';
import type { Asking, EngineQuestion } from './question.ts';
import { type Days, firstPage } from './raw-lines.ts';

const pageSize = 50;

/** The active customers of a period. By name nothing is compared: names are not in the lines. */
export function pageBy(
  sort: 'sales' | 'name',
  period: Period,
  history: Days,
): Omit<EngineQuestion, 'name' | 'target'> {
  const question = ({ version }: Asking): CustomersQuestion => ({
    version,
    method: mainMethod,
    unit: 'client',
    period,
    set: 'active',
    scope: wholeCompany,
    sort,
  });
  return {
    ours: async (asking) => {
      const page = await firstOf(customers(asking.stores, question(asking)));
      return () => [
        page.map((row) => [row.id, row.sales, row.documents, row.firstPurchase, row.lastPurchase]),
      ];
    },
    byHand:
      sort === 'name' ? null : (tables) => [firstPage(tables, { days: period, history, size: pageSize })],
    keys: [1],
  };
}

async function firstOf(rows: AsyncIterable<CustomerRow>): Promise<CustomerRow[]> {
  const page: CustomerRow[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length === pageSize) break;
  }
  return page;
}
