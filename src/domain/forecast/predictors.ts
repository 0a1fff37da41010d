import { yearBefore } from '../plan-period.ts';
import { finalOf, type PeriodPath } from './period-path.ts';
import { learnRhythm, passedShares, type Rhythm } from './rhythm.ts';

export const predictors = ['curve', 'linear', 'lastYear', 'mean'] as const;
export type Predictor = (typeof predictors)[number];

/** What a period will reach in the end, by each predictor; null: it knows too little. */
export type Predictions = Readonly<Record<Predictor, number | null>>;

/** From how many periods a curve is learnt. */
export const curvePeriods = { fewest: 3, most: 12 } as const;

export interface Foresight {
  /**
   * Which share of the whole the periods before had reached by the end of each working day: never falls, the last one is
   * 1; null: they are too few.
   */
  readonly curve: readonly number[] | null;
  /** From what is reached by the end of the n-th working day, n from 1. */
  readonly predict: (passed: number, fact: number) => Predictions;
}

/** What can be foreseen of a period from those of its length before it; any others are not looked at. */
export function foresight(
  periods: readonly PeriodPath[],
  { period, days }: Pick<PeriodPath, 'period' | 'days'>,
): Foresight {
  const before = periods.filter((one) => one.period < period && finalOf(one) > 0);
  const recent = before.slice(-curvePeriods.most);
  const rhythm = learnRhythm(recent);
  const at = passedShares(days, rhythm);
  const curve =
    recent.length < curvePeriods.fewest ? null : middle(recent.map((one) => sharesAt(at, one, rhythm)));
  const last = before.find((one) => one.period === yearBefore(period));
  const lastYear = last === undefined ? null : sharesAt(at, last, rhythm);
  return {
    curve,
    predict: (passed, fact) => {
      const by = (shares: readonly number[] | null): number | null => {
        const share = shares?.[passed - 1] ?? 0;
        return share > 0 ? fact / share : null;
      };
      const all = { curve: by(curve), linear: (fact * days.length) / passed, lastYear: by(lastYear) };
      const known = Object.values(all).filter((one) => one !== null);
      const mean = known.length < 2 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
      return { ...all, mean };
    },
  };
}

/**
 * Which share of its whole a period had reached at each of these shares of its working time. Returns may take back what
 * was reached: the shares never fall, nor exceed the whole.
 */
function sharesAt(at: readonly number[], path: PeriodPath, rhythm: Rhythm): number[] {
  const final = finalOf(path);
  const own = passedShares(path.days, rhythm);
  const last = own.length - 1;
  let most = 0;
  const reached = path.reached.map((one, day) => {
    most = day === last ? final : Math.min(final, Math.max(most, one));
    return most / final;
  });
  let day = 0;
  return at.map((position) => {
    while (day < last && (own[day] ?? 1) < position) day += 1;
    const [fromAt, toAt] = [own[day - 1] ?? 0, own[day] ?? 1];
    const [from, to] = [reached[day - 1] ?? 0, reached[day] ?? 1];
    return from + (to - from) * Math.min(1, (position - fromAt) / (toAt - fromAt));
  });
}

/** At each place the mean of the middle half of the rows: one odd period does not bend it. */
function middle(rows: readonly (readonly number[])[]): number[] {
  const off = Math.min(Math.floor((rows.length - 1) / 2), Math.ceil(rows.length / 4));
  const kept = rows.length - 2 * off;
  return (rows[0] ?? []).map((_, at) => {
    const inOrder = rows.map((row) => row[at] ?? 0).sort((a, b) => a - b);
    return inOrder.slice(off, off + kept).reduce((sum, one) => sum + one, 0) / kept;
  });
}
