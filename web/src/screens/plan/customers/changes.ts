import {
  type CustomerMetric,
  type CustomerTarget,
  readTarget,
} from '../../../../../src/domain/customer-plan.ts';
import { readValue } from '../draft.ts';

type Typed = ReadonlyMap<
  string,
  { readonly customer: number; readonly metric: CustomerMetric; readonly typed: string }
>;

/** Targets of customers while they are written; steps can be taken back. */
export interface Changes {
  readonly typed: Typed;
  readonly before: readonly Typed[];
  /** The field that is being typed in: all of that is one step. */
  readonly at: string | null;
}

export const noChanges: Changes = { typed: new Map(), before: [], at: null };

export const changeKey = (metric: CustomerMetric, customer: number): string => `${metric} ${customer}`;

export function typed(
  { typed: all, before, at }: Changes,
  metric: CustomerMetric,
  customer: number,
  text: string,
): Changes {
  const key = changeKey(metric, customer);
  return {
    typed: new Map([...all, [key, { customer, metric, typed: text }]]),
    before: at === key ? before : [...before, all],
    at: key,
  };
}

export const undone = ({ typed: all, before }: Changes): Changes => ({
  ...{ typed: before.at(-1) ?? all, before: before.slice(0, -1), at: null },
});

/** What is meant, an empty field being no target; with the keys of what cannot be one. */
export function readChanges({ typed: all }: Changes): {
  readonly targets: readonly CustomerTarget[];
  readonly wrong: ReadonlySet<string>;
} {
  const targets: CustomerTarget[] = [];
  const wrong = new Set<string>();
  for (const [key, { customer, metric, typed: text }] of all) {
    const value = text.trim() === '' ? null : readValue('sales', text);
    if (value === undefined || (value !== null && readTarget(metric, value) === null)) wrong.add(key);
    else targets.push({ customer, metric, value });
  }
  return { targets, wrong };
}
