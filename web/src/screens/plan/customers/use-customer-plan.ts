import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { CustomersNode } from '../../../../../src/domain/customer-plan.ts';
import { api } from '../../../server/api.ts';
import type { PlanState } from '../state.ts';

/** `team-12`, or nothing: everybody. */
export function nodeOf(whose: string | undefined): CustomersNode {
  const [level, member] = whose?.split('-') ?? [];
  const found = (['branch', 'department', 'team', 'rep'] as const).find((one) => one === level);
  return found === undefined ? { level: 'company', member: 0 } : { level: found, member: Number(member) };
}

const rowsOfPage = 100;

export const useCustomerPlan = (
  month: string | undefined,
  { metric, whose, everybody, behind, by, version }: PlanState,
  search: string,
) =>
  useInfiniteQuery({
    queryKey: ['plan', 'customers', month, metric, whose, everybody, behind, by, version, search],
    enabled: month !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    queryFn: ({ pageParam: from, signal }) => {
      const body = {
        ...{ node: nodeOf(whose), from, limit: rowsOfPage },
        ...(metric && { metric }),
        ...(everybody && { everybody }),
        ...(behind && { behind }),
        ...(by && { sort: by }),
        ...(version && { version }),
        ...(search !== '' && { search }),
      };
      return api.customerPlan({ params: { month: month ?? '' }, body }, { signal });
    },
    getNextPageParam: ({ size }, pages) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return shown < size ? shown : undefined;
    },
  });
