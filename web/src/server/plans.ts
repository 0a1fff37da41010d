import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { queryClient } from './query-client.ts';

export type Plan = Awaited<ReturnType<typeof api.plan>>;
export type PlanFact = Awaited<ReturnType<typeof api.planFact>>;
export type FactRow = PlanFact['rows'][number];
export type ClosedMonth = NonNullable<PlanFact['closed']>;
export type Drift = Awaited<ReturnType<typeof api.monthDrift>>;
export type PlanComparison = 'previous' | 'yearAgo';
export type PlanForecast = Awaited<ReturnType<typeof api.planForecast>>;

/** Periods that have a plan, each by its latest version. */
export const usePlans = () =>
  useQuery({ queryKey: ['plan', 'list'], queryFn: ({ signal }) => api.plans({ signal }) });

/** A version of a plan beside the fact, and where its parts are not the whole. */
export const usePlanFact = (
  period: string | undefined,
  version: number | undefined,
  {
    sales = 'pace',
    compare,
  }: { readonly sales?: 'lastYear' | undefined | 'pace'; readonly compare?: PlanComparison | undefined } = {},
) =>
  useQuery({
    queryKey: ['plan', period, version, sales, compare],
    enabled: period !== undefined && version !== undefined,
    queryFn: async ({ signal }) => {
      const of = { params: { period: period ?? '' }, query: { version: version ?? 0 } };
      const [{ uneven, within }, fact] = await Promise.all([
        api.plan(of, { signal }),
        api.planFact({ ...of, query: { ...of.query, sales, ...(compare && { compare }) } }, { signal }),
      ]);
      return { ...fact, uneven, within };
    },
    // What stands beside the fact changes, not the plan: its table stays meanwhile.
    placeholderData: (before, query) =>
      query?.queryKey[1] === period && query?.queryKey[2] === version ? before : undefined,
  });

/** The latest plan of a period; an error where there is none. */
export const usePlanOf = (period: string | undefined) =>
  useQuery({
    queryKey: ['plan', 'of', period],
    enabled: period !== undefined,
    retry: false,
    queryFn: ({ signal }) => api.plan({ params: { period: period ?? '' }, query: {} }, { signal }),
  });

/** The АКБ to come of a member, 0 for the company, and how wrong its predictors were. */
export const usePlanForecast = (period: string | undefined, member: number | undefined) =>
  useQuery({
    queryKey: ['plan', 'forecast', period, member],
    enabled: period !== undefined && member !== undefined,
    queryFn: ({ signal }) =>
      api.planForecast({ params: { period: period ?? '' }, query: { member: member ?? 0 } }, { signal }),
  });

/** What has happened to a closed month since. */
export const useDrift = (month: string) =>
  useQuery({
    queryKey: ['plan', 'drift', month],
    queryFn: ({ signal }) => api.monthDrift({ params: { month } }, { signal }),
  });

export const invalidatePlans = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['plan'] });
