import { today } from '../../domain/clock.ts';
import { expandPeriods, type Period, parsePeriod } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import { type CustomerSet, readCustomerSet } from '../../domain/sets/customer-set.ts';
import type { CountUnit } from '../../domain/units.ts';

export function periodOf(text: string): Period {
  const period = parsePeriod(text, { today: today() });
  if ('code' in period) throw new Refusal(period);
  return period;
}

/** Refuses what the shape of a set alone does not show. */
export function setOf(document: unknown): CustomerSet {
  const set = readCustomerSet(document);
  if ('set' in set) return set;
  throw new Refusal(...set);
}

/** The steps of a series; a single period is one step. */
export function seriesOf(text: string): readonly Period[] {
  const periods = expandPeriods(text, { today: today() });
  if ('code' in periods) throw new Refusal(periods);
  return periods;
}

/** What is counted where nothing is said. */
export const countingOf = ({
  unit = 'client',
  method = 'main',
}: {
  unit?: CountUnit | undefined;
  method?: string | undefined;
}) => ({ unit, method });
