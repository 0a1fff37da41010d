import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { queryClient } from './query-client.ts';

export type Plan = Awaited<ReturnType<typeof api.plan>>;
export type PlanFact = Awaited<ReturnType<typeof api.planFact>>;
export type FactRow = PlanFact['rows'][number];
export type PlanComparison = 'previous' | 'yearAgo';
export type PlanForecast = Awaited<ReturnType<typeof api.planForecast>>;

/** Months that have a plan, each by its latest version. */
export const usePlans = () =>
  useQuery({ queryKey: ['plan', 'list'], queryFn: ({ signal }) => api.plans({ signal }) });

/** A version of a plan beside the fact, and where its parts are not the whole. */
export const usePlanFact = (
  month: string | undefined,
  version: number | undefined,
  {
    sales = 'pace',
    compare,
  }: { readonly sales?: 'lastYear' | undefined | 'pace'; readonly compare?: PlanComparison | undefined } = {},
) =>
  useQuery({
    queryKey: ['plan', month, version, sales, compare],
    enabled: month !== undefined && version !== undefined,
    queryFn: async ({ signal }) => {
      const of = { params: { month: month ?? '' }, query: { version: version ?? 0 } };
      const [{ uneven }, fact] = await Promise.all([
        api.plan(of, { signal }),
        api.planFact({ ...of, query: { ...of.query, sales, ...(compare && { compare }) } }, { signal }),
      ]);
      return { ...fact, uneven };
    },
    // What stands beside the fact changes, not the plan: its table stays meanwhile.
    placeholderData: (before, query) =>
      query?.queryKey[1] === month && query?.queryKey[2] === version ? before : undefined,
  });

/** The latest plan of a month; an error where there is none. */
export const usePlanOf = (month: string | undefined) =>
  useQuery({
    queryKey: ['plan', 'of', month],
    enabled: month !== undefined,
    retry: false,
    queryFn: ({ signal }) => api.plan({ params: { month: month ?? '' }, query: {} }, { signal }),
  });

/** The АКБ to come of a member, 0 for the company, and how wrong its predictors were. */
export const usePlanForecast = (month: string | undefined, member: number | undefined) =>
  useQuery({
    queryKey: ['plan', 'forecast', month, member],
    enabled: month !== undefined && member !== undefined,
    queryFn: ({ signal }) =>
      api.planForecast({ params: { month: month ?? '' }, query: { member: member ?? 0 } }, { signal }),
  });

export const invalidatePlans = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['plan'] });
