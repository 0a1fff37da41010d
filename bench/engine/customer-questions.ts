import { mainMethod } from '../../src/domain/method.ts';
import type { Period } from '../../src/domain/period.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import { customerPage, type PageQuestion } from '../../src/services/activity/customer-page.ts';
import { setContext } from '../../src/services/definitions/set-context.ts';
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
  const question: Omit<PageQuestion, 'contextOf'> = {
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
    },
    ...(search !== undefined && { search }),
  };
  return {
    ours: async ({ stores }) => {
      const { rows } = await customerPage(stores, {
        ...question,
        contextOf: (set, version) => setContext(stores, set, { version, scope: wholeCompany }),
      });
      return () => [
        rows.map((row) => [row.id, row.sales, row.documents, row.firstPurchase, row.lastPurchase]),
      ];
    },
    byHand:
      sort === 'name' ? null : (tables) => [firstPage(tables, { days: period, history, size: pageSize })],
    keys: [1],
  };
}
