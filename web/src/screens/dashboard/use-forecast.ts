import { type FactRow, usePlanFact, usePlanForecast, usePlans } from '../../server/plans.ts';
import type { Asked } from './ask.ts';

/** What the running month will reach, and its plan where there is one. */
export interface BaseForecast {
  /** 0: the company. */
  readonly member: number;
  readonly month: string;
  readonly fact: number;
  readonly value: number;
  readonly interval: readonly [number, number];
  readonly plan?: { readonly value: number; readonly probability: string | null };
}

/**
 * Of the company or of one branch, of customers by the main method: only of these are there plans and forecasts. Nothing
 * where little is known. `rows`: targets of the АКБ of everybody whom the reader sees.
 */
export function useForecast(
  asked: Asked | undefined,
  running: boolean,
): { readonly base: BaseForecast | undefined; readonly rows: readonly FactRow[] } {
  const member = asked && memberOf(asked);
  const isAsked = running && asked !== undefined && member !== undefined;
  const month = isAsked && /^\d{4}-\d\d$/.test(asked.period) ? asked.period : undefined;
  const forecast = usePlanForecast(month, member).data;
  const version = usePlans().data?.plans.find((one) => one.month === month)?.version;
  const facts = usePlanFact(month, version).data;
  if (month === undefined || member === undefined) return { base: undefined, rows: [] };
  const rows = (facts?.rows ?? []).filter(
    ({ metric, product }) => metric === 'activeBase' && product === null,
  );
  const target = rows.find((row) => row.member === member);
  const base =
    forecast && forecast.value !== null && forecast.interval !== null && forecast.mark === null
      ? {
          ...{ member, month, fact: forecast.fact, value: forecast.value, interval: forecast.interval },
          ...(target && {
            plan: { value: Number(target.value), probability: target.forecast?.probability ?? null },
          }),
        }
      : undefined;
  return { base, rows };
}

function memberOf({ unit, method, slice }: Asked): number | undefined {
  if (unit !== 'client' || method !== 'main') return undefined;
  const [only, ...others] = slice;
  if (only === undefined) return 0;
  const [branch, ...more] = only.members;
  const isOne = others.length === 0 && more.length === 0 && only.dimension === 'branch';
  return isOne && branch ? Number(branch) : undefined;
}
