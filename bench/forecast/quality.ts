import { forecaster } from '../../src/domain/forecast/forecast.ts';
import { finalOf, type PeriodPath } from '../../src/domain/forecast/period-path.ts';
import type { Predictor } from '../../src/domain/forecast/predictors.ts';

/** After which share of the working days it is asked. */
export const quarters = [0.25, 0.5, 0.75] as const;

/** How well months were foreseen, each from the months before it alone. */
export interface Quality {
  readonly months: number;
  /** Mean absolute errors as a share of the final, after each of the quarters: of the chosen predictor, and of linear. */
  readonly chosen: readonly number[];
  readonly linear: readonly number[];
  /** How often each predictor was chosen. */
  readonly choices: Readonly<Partial<Record<Predictor, number>>>;
  /** Which share of finals was within the interval, over all working days with one; null: there was none. */
  readonly within: number | null;
}

/** Of one or more nodes together. */
export function qualityOf(
  nodes: readonly (readonly PeriodPath[])[],
  isAsked: (month: string) => boolean,
): Quality {
  const chosen: number[][] = quarters.map(() => []);
  const linear: number[][] = quarters.map(() => []);
  const choices: Partial<Record<Predictor, number>> = {};
  const held: boolean[] = [];
  let months = 0;
  for (const paths of nodes)
    for (const path of paths) {
      const final = finalOf(path);
      if (!isAsked(path.period) || final === 0) continue;
      months += 1;
      const { at, predictor } = forecaster(paths, path);
      choices[predictor] = (choices[predictor] ?? 0) + 1;
      const all = path.days.length;
      for (const [index, quarter] of quarters.entries()) {
        const passed = Math.max(1, Math.round(quarter * all));
        const fact = path.reached[passed - 1] ?? 0;
        chosen[index]?.push(Math.abs((at({ passed, fact })?.value ?? 0) / final - 1));
        linear[index]?.push(Math.abs((fact * all) / passed / final - 1));
      }
      for (let passed = 1; passed < all; passed++) {
        const interval = at({ passed, fact: path.reached[passed - 1] ?? 0 })?.interval;
        if (interval) held.push(final >= interval[0] && final <= interval[1]);
      }
    }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    ...{ months, choices, chosen: chosen.map(mean), linear: linear.map(mean) },
    within: held.length === 0 ? null : held.filter(Boolean).length / held.length,
  };
}
