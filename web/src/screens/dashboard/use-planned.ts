import { useQuery } from '@tanstack/react-query';
import { api } from '../../server/api.ts';
import { type FactRow, usePlanForecast, usePlans } from '../../server/plans.ts';
import type { Asked } from './ask.ts';

/** What the running month will reach. */
export interface BaseForecast {
  /** 0: the company. */
  readonly member: number;
  readonly month: string;
  readonly fact: number;
  readonly value: number;
  readonly interval: readonly [number, number];
}

/** What a month was to reach, beside what it has reached. */
export interface BasePlan {
  readonly member: number;
  readonly month: string;
  readonly value: number;
  /** Of a closed month: with which it was closed. */
  readonly fact: number;
  /** What the fact of a closed month would be today, where that is something else. */
  readonly drifted: number | undefined;
  /** Of reaching it; null: nobody knows. */
  readonly probability: string | null;
}

export interface Planned {
  readonly forecast: BaseForecast | undefined;
  readonly plan: BasePlan | undefined;
  /** Targets of the АКБ of everybody whom the reader sees. */
  readonly rows: readonly FactRow[];
  /** What every month was to reach. */
  readonly months: ReadonlyMap<string, number>;
}

/**
 * Of the company or of one branch, of customers by the main method: only of these are there plans and forecasts. No
 * forecast where little is known, or of a month that is over.
 */
export function usePlanned(asked: Asked | undefined, running: boolean | undefined): Planned {
  const member = asked && memberOf(asked);
  const isMonth = asked !== undefined && /^\d{4}-\d\d$/.test(asked.period);
  const month = isMonth && member !== undefined ? asked.period : undefined;
  const found = usePlanForecast(running ? month : undefined, member).data;
  const periods = useQuery({
    queryKey: ['plan', 'periods', member],
    enabled: member !== undefined,
    queryFn: ({ signal }) =>
      api.plannedPeriods({ query: { member: member ?? 0, metric: 'activeBase' } }, { signal }),
  }).data?.periods;
  const hasPlan = usePlans().data?.plans.some((one) => one.period === month) ?? false;
  const fact = useQuery({
    queryKey: ['plan', 'fact', month],
    enabled: hasPlan,
    queryFn: ({ signal }) => api.planFact({ params: { period: month ?? '' }, query: {} }, { signal }),
  }).data;
  const planned = new Map(periods?.map(({ period: of, value }) => [of, Number(value)]));
  if (month === undefined || member === undefined)
    return { forecast: undefined, plan: undefined, rows: [], months: planned };
  const rows = (fact?.rows ?? []).filter(
    ({ metric, product }) => metric === 'activeBase' && product === null,
  );
  const target = rows.find((row) => row.member === member);
  const live = target?.drifted?.live;
  return {
    forecast:
      found && found.value !== null && found.interval !== null && found.mark === null
        ? { member, month, fact: found.fact, value: found.value, interval: found.interval }
        : undefined,
    plan: target && {
      ...{ member, month, value: Number(target.value), fact: Number(target.fact ?? 0) },
      drifted: live == null ? undefined : Number(live),
      probability: target.forecast?.probability ?? null,
    },
    rows,
    months: planned,
  };
}

function memberOf({ unit, method, slice }: Asked): number | undefined {
  if (unit !== 'client' || method !== 'main') return undefined;
  const [only, ...others] = slice;
  if (only === undefined) return 0;
  const [branch, ...more] = only.members;
  const isOne = others.length === 0 && more.length === 0 && only.dimension === 'branch';
  return isOne && branch ? Number(branch) : undefined;
}
