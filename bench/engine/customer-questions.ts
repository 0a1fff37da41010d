import { mainMethod } from '../../src/domain/method.ts';
import type { Period } from '../../src/domain/period.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import { customerPage, type PageQuestion } from '../../src/services/activity/customer-page.ts';
import { noStoredSet } from '../../src/services/activity/set-sql.ts';
import type { EngineQuestion } from './question.ts';
import { type Days, firstPage } from './raw-lines.ts';

const pageSize = 50;

/**
 * The active customers of a period. By name and with a search word nothing is compared: names are not in the lines.
 */
export function pageBy(
  sort: 'sales' | 'name',
  period: Period,
  history: Days,
  search?: string,
): Omit<EngineQuestion, 'name' | 'target'> {
  const question: PageQuestion = {
    set: {
      language: 1,
      unit: 'client',
      method: { id: mainMethod.id },
      set: { kind: 'state', state: 'active', period: period.label },
    },
    ...{
      period,
      sort,
      slice: [],
      limit: pageSize,
      scope: wholeCompany,
      stored: noStoredSet,
      today: period.to,
    },
    ...(search !== undefined && { search }),
  };
  return {
    ours: async ({ stores }) => {
      const { rows } = await customerPage(stores, question);
      return () => [
        rows.map((row) => [row.id, row.sales, row.documents, row.firstPurchase, row.lastPurchase]),
      ];
    },
    byHand:
      sort === 'name' ? null : (tables) => [firstPage(tables, { days: period, history, size: pageSize })],
    keys: [1],
  };
}
