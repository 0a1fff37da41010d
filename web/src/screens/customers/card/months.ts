import type { FigureAnswer } from '../../../server/api.ts';
import { amount, totalOf } from '../../../server/cells.ts';

/** What a customer is in a month; `gone`: still lost from before, `none`: has never bought yet. */
export type MonthState = 'new' | 'retained' | 'reactivated' | 'lost' | 'notYet' | 'gone' | 'none';

export interface Month {
  readonly label: string;
  readonly state: MonthState;
  /** It is not over on the last loaded day. */
  readonly open: boolean;
  /** For drawing. */
  readonly sales: number;
  /** Exact, for saying. */
  readonly salesText: string | null;
  readonly products: number;
}

const kinds = ['new', 'retained', 'reactivated'] as const;

/** Months of one customer, as the method judges each. */
export function monthsOf(answer: FigureAnswer): readonly Month[] {
  let bought = false;
  return answer.periods.map((period, index): Month => {
    const figures = totalOf(answer, index)?.figures;
    const is = (metric: (typeof kinds)[number] | 'lost') => (amount(figures, metric) ?? 0) > 0;
    const active = kinds.find(is);
    const leaving = active === undefined && is('lost');
    // A history that begins later still tells by his leaving that he had bought.
    if (active !== undefined || leaving) bought = true;
    const state = active ?? (leaving ? (period.open ? 'notYet' : 'lost') : bought ? 'gone' : 'none');
    return {
      ...{ label: period.label, state, open: period.open },
      sales: amount(figures, 'sales') ?? 0,
      salesText: figures?.sales === undefined || figures.sales === null ? null : String(figures.sales),
      products: amount(figures, 'skuPairs') ?? 0,
    };
  });
}

export interface Turn {
  readonly month: string;
  readonly state: 'new' | 'lost' | 'reactivated' | 'notYet';
}

/** The months in which something changed, the latest first. */
export const turnsOf = (months: readonly Month[]): readonly Turn[] =>
  months
    .flatMap(({ label, state }): Turn[] =>
      state === 'new' || state === 'lost' || state === 'reactivated' || state === 'notYet'
        ? [{ month: label, state }]
        : [],
    )
    .reverse();

/** Since which month he is what he is in the last one: when he was lost, where he still is. */
export function sinceOf(months: readonly Month[]): string | undefined {
  const last = months.at(-1);
  if (last?.state !== 'gone') return last?.label;
  return months.findLast(({ state }) => state === 'lost')?.label;
}
