import { finalOf, type PeriodPath } from './period-path.ts';
import { curvePeriods, foresight, type Predictions, type Predictor, predictors } from './predictors.ts';

/** What would have been foreseen of a period that is over, at the end of each of its working days but the last. */
export interface TestedPeriod {
  readonly period: string;
  /** Working days. */
  readonly days: number;
  readonly final: number;
  /** By working day, the first one first. */
  readonly reached: readonly number[];
  readonly predicted: readonly Predictions[];
}

/** What was longer ago says little of today. */
const mostTested = 12;
/** Periods that have to be tested before something is said of errors. */
const fewestTested = 3;

/**
 * Rolling origin: each period before `until` is foreseen from what was known then, the periods before it and its own days
 * so far.
 */
export function backTest(paths: readonly PeriodPath[], until: string): readonly TestedPeriod[] {
  const over = paths.filter((one) => one.period < until && finalOf(one) > 0);
  return over
    .slice(curvePeriods.fewest)
    .slice(-mostTested)
    .map((path) => {
      const { predict } = foresight(over, path);
      const reached = path.reached.slice(0, -1);
      return {
        ...{ period: path.period, days: path.days.length, final: finalOf(path), reached },
        predicted: reached.map((fact, day) => predict(day + 1, fact)),
      };
    });
}

/** Mean absolute error as a share of the final, of all days or of one (from 1); null: nothing was foreseen. */
export function meanError(
  tested: readonly TestedPeriod[],
  predictor: Predictor,
  ofDay?: number,
): number | null {
  const errors = tested.flatMap(({ predicted, final }) =>
    (ofDay === undefined ? predicted : predicted.slice(ofDay - 1, ofDay)).flatMap((values) => {
      const value = values[predictor];
      return value === null ? [] : [Math.abs(value / final - 1)];
    }),
  );
  return errors.length === 0 ? null : mean(errors);
}

/**
 * The curve, as the number saturates, unless another predictor was less wrong in the tested periods by more than the
 * standard error of the difference (the one-standard-error rule: Breiman and others, 1984).
 */
export function chosenPredictor(tested: readonly TestedPeriod[]): Predictor {
  const errorsOf = (predictor: Predictor) => tested.map((one) => meanError([one], predictor));
  const ofCurve = errorsOf('curve');
  const better = predictors.flatMap((predictor) => {
    const gains = errorsOf(predictor).flatMap((error, at) => {
      const curve = ofCurve[at] ?? null;
      return error === null || curve === null ? [] : [curve - error];
    });
    const gain = gains.length < fewestTested ? 0 : mean(gains);
    return gain > 0 && gain > standardError(gains) ? [{ predictor, gain }] : [];
  });
  return better.sort((a, b) => b.gain - a.gain)[0]?.predictor ?? 'curve';
}

/** How far around a place in the period its errors are looked at, as a share of the working days. */
const near = 0.05;

/**
 * The standard deviation of finals around what a predictor says after a share of the working days, as a share of it;
 * null: too few periods were tested.
 */
export function spread(tested: readonly TestedPeriod[], predictor: Predictor, passed: number): number | null {
  const squares = tested.flatMap(({ days, final, reached, predicted }) => {
    const errors = predicted.flatMap((values, at) => {
      const value = values[predictor];
      if (value === null || Math.abs((at + 1) / days - passed) > near) return [];
      return [(1 - Math.max(value, reached[at] ?? 0) / final) ** 2];
    });
    return errors.length === 0 ? [] : [mean(errors)];
  });
  return squares.length < fewestTested ? null : Math.sqrt(mean(squares));
}

const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

function standardError(all: readonly number[]): number {
  const middle = mean(all);
  const squares = all.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  return Math.sqrt(squares / (all.length - 1) / all.length);
}
