import { useQuery } from '@tanstack/react-query';
import { api } from '../../server/api.ts';
import { queryClient } from '../../server/query-client.ts';

export type Plan = Awaited<ReturnType<typeof api.plan>>;
export type PlanFact = Awaited<ReturnType<typeof api.planFact>>;
export type FactRow = PlanFact['rows'][number];

/** Months that have a plan, each by its latest version. */
export const usePlans = () =>
  useQuery({ queryKey: ['plan', 'list'], queryFn: ({ signal }) => api.plans({ signal }) });

/** A version of a plan beside the fact, and where its parts are not the whole. */
export const usePlanFact = (month: string | undefined, version: number | undefined) =>
  useQuery({
    queryKey: ['plan', month, version],
    enabled: month !== undefined && version !== undefined,
    queryFn: async ({ signal }) => {
      const of = { params: { month: month ?? '' }, query: { version: version ?? 0 } };
      const [{ uneven }, fact] = await Promise.all([api.plan(of, { signal }), api.planFact(of, { signal })]);
      return { ...fact, uneven };
    },
  });

export const invalidatePlans = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['plan'] });
