/** What somebody had in months, NaN where nobody knows. */
export interface SeasonalMonths {
  /** The three months before, the latest that are over. */
  readonly recent: readonly number[];
  /** The same three a year earlier, and the month that is asked for a year ago. */
  readonly yearEarlier: readonly number[];
  readonly ago: number;
}

/** Of what is known; NaN: nothing is. */
export function meanKnown(values: readonly number[]): number {
  const known = values.filter((one) => !Number.isNaN(one));
  return known.length === 0 ? Number.NaN : known.reduce((sum, one) => sum + one, 0) / known.length;
}

/**
 * What a month is with its season: as the months before it, times what the month was a year ago beside the months before it. By
 * one's own year where there was something both times, else by that of all (`season`, 1 where nobody knows).
 */
export function withSeason({ recent, yearEarlier, ago }: SeasonalMonths, season: number): number {
  const [now, before] = [meanKnown(recent), meanKnown(yearEarlier)];
  return now * (ago > 0 && before > 0 ? ago / before : season);
}
