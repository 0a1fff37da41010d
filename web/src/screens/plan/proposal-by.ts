import type { Goal, PlanMetric } from '../../../../src/domain/plan.ts';
import { readValue } from './draft.ts';

export const aims = ['growByPercent', 'growBy', 'maintain', 'reach', 'total'] as const;
export type Aim = (typeof aims)[number];

/** By what targets are proposed, from a number as it was typed; undefined: it is none. */
export function proposalBy(
  metric: PlanMetric,
  aim: Aim,
  typed: string,
): { readonly goal: Goal } | { readonly total: string } | undefined {
  if (aim === 'maintain') return { goal: { kind: 'maintain' } };
  // A share of growth is in per cent already, whatever the metric is in.
  const value = readValue(aim === 'growByPercent' ? 'sales' : metric, typed);
  if (value === undefined) return undefined;
  if (aim === 'growByPercent') return { goal: { kind: aim, percent: value } };
  return aim === 'total' ? { total: value } : { goal: { kind: aim, value } };
}
