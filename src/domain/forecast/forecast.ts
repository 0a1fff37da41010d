import { backTest, chosenPredictor, spread, type TestedPeriod } from './back-test.ts';
import { finalOf, type PeriodPath } from './period-path.ts';
import { curvePeriods, foresight, type Predictor } from './predictors.ts';

/**
 * Why it is by no predictor that was chosen: too few periods before, too few customers in them for any share of theirs, or a method whose
 * thresholds are not judged by days.
 */
export const forecastMarks = ['shortHistory', 'fewCustomers', 'thresholds'] as const;
export type ForecastMark = (typeof forecastMarks)[number];

/** What a number will have reached by the end of its period. */
export interface Forecast {
  readonly value: number;
  /** The part of it that has been reached by now; null: nothing is to be reached. */
  readonly share: number | null;
  /** Holds four finals of five; null: too little has been tested. */
  readonly interval: readonly [number, number] | null;
  /** Standard deviation of the final; null where the interval is. */
  readonly deviation: number | null;
  readonly predictor: Predictor;
  /** null: it is by the predictor that was chosen. */
  readonly mark: ForecastMark | null;
}

export interface Reached {
  /** Working days that have passed. */
  readonly passed: number;
  readonly fact: number;
  /** More is not possible; left out: nobody knows. */
  readonly most?: number;
}

export interface Forecaster {
  /** By the errors of the tested periods; where nothing was tested the curve, where there is none a straight line. */
  readonly predictor: Predictor;
  readonly mark: ForecastMark | null;
  readonly tested: readonly TestedPeriod[];
  /** Which share of the whole is reached by the end of each working day; null: too few periods before. */
  readonly curve: readonly number[] | null;
  /** null: no working day has passed, or all that could be drawn is a straight line where that is unfair. */
  readonly at: (reached: Reached) => Forecast | null;
}

/** Fewer customers a period on average are no number to draw a curve of. */
const fewCustomers = 10;
/** Of the normal distribution: four of five lie within. */
const fourOfFive = 1.2816;

/** What is known of a number beside its paths. */
interface Nature {
  /** Why nothing can be known of periods before. */
  readonly blind?: ForecastMark | null;
  /** Whether a straight line is drawn where nothing better is known. */
  readonly straight?: boolean;
}

/** Of a period, from those before it; others are not looked at. */
export function forecaster(
  paths: readonly PeriodPath[],
  running: Pick<PeriodPath, 'period' | 'days'>,
  { blind = null, straight = true }: Nature = {},
): Forecaster {
  const { curve, predict } = foresight(paths, running);
  const tested = backTest(paths, running.period);
  const finals = paths.filter(({ period }) => period < running.period).map(finalOf);
  const recent = finals.slice(-curvePeriods.most);
  const isFew = recent.reduce((sum, one) => sum + one, 0) < fewCustomers * recent.length;
  const mark = blind ?? (curve === null ? 'shortHistory' : isFew ? 'fewCustomers' : null);
  const predictor = mark === null ? chosenPredictor(tested) : straight ? 'linear' : 'lastYear';
  const all = running.days.length;
  const at = ({ passed, fact, most = Number.POSITIVE_INFINITY }: Reached): Forecast | null => {
    if (passed < 1) return null;
    const within = (value: number): number => Math.max(fact, Math.min(value, most));
    if (passed >= all)
      return { value: fact, share: 1, interval: [fact, fact], deviation: 0, predictor, mark };
    const said = predict(passed, fact);
    // Last year may not have had this period, a curve may begin later than the period.
    const used = [predictor, 'curve' as const].find((one) => said[one] !== null) ?? 'linear';
    if (used === 'linear' && mark !== null && !straight) return null;
    const exact = within(said[used] ?? fact);
    const share = mark === null ? spread(tested, used, passed / all) : null;
    const deviation = share === null ? null : share * exact;
    return {
      value: Math.round(exact),
      share: exact > 0 ? fact / exact : null,
      interval:
        deviation === null
          ? null
          : [
              Math.floor(within(exact - fourOfFive * deviation)),
              Math.ceil(within(exact + fourOfFive * deviation)),
            ],
      ...{ deviation, predictor: used, mark },
    };
  };
  return { predictor, mark, tested, curve, at };
}

/** Of whole customers, from 0 to 1; null: no interval is known. */
export function probabilityOf(
  plan: number,
  { value, deviation }: Pick<Forecast, 'value' | 'deviation'>,
  fact: number,
): number | null {
  if (fact >= plan) return 1;
  if (deviation === null) return null;
  if (deviation === 0) return value >= plan ? 1 : 0;
  return belowNormal((value - (plan - 0.5)) / deviation);
}

/** The normal distribution function; Abramowitz and Stegun, 26.2.17, to seven places. */
function belowNormal(of: number): number {
  if (of < 0) return 1 - belowNormal(-of);
  const t = 1 / (1 + 0.2316419 * of);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-of * of) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
