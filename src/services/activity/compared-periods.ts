import { memberId } from '../../domain/dimensions.ts';
import {
  type Comparison,
  comparedWith,
  type FigureAnswer,
  type FigureQuery,
} from '../../domain/figure-query.ts';
import { type Period, previousPeriod } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import { type SameWorkingDay, sameWorkingDay } from '../../domain/same-working-day.ts';
import type { Scope } from '../../domain/scope.ts';
import { workingYears } from '../../domain/working-year.ts';
import type { Stores } from '../../stores/stores.ts';
import { calendarEvidence, sourcesOf } from '../calendar/working-calendar.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** What the periods of a query are compared with, by comparison, in their order. */
export interface ComparedPeriods {
  readonly compared: readonly {
    readonly comparison: Comparison;
    readonly periods: readonly (SameWorkingDay | null)[];
  }[];
  readonly calendar?: FigureAnswer['calendar'];
}

/** @throws Refusal `sameWorkingDayOfDay` */
export async function comparedPeriods(
  stores: Pick<Stores, 'records' | 'warehouse'>,
  query: Pick<FigureQuery, 'compare' | 'slice'>,
  periods: readonly [Period, ...Period[]],
  { version, scope }: { readonly version: DataVersion; readonly scope: Scope },
): Promise<ComparedPeriods> {
  const days = query.compare.includes('sameWorkingDay')
    ? await bySameWorkingDay(stores, periods, { version, branch: oneBranch(query, scope) })
    : null;
  return {
    compared: query.compare.map((comparison) => ({
      comparison,
      periods:
        comparison === 'sameWorkingDay'
          ? (days?.periods ?? [])
          : periods.map((period) => ({ period: comparedWith(period, comparison) })),
    })),
    ...(days !== null && { calendar: days.calendar }),
  };
}

/** The branch that a question is about; 0: the company, or several branches. */
function oneBranch({ slice }: Pick<FigureQuery, 'slice'>, { nodes }: Scope): number {
  const named = slice.find(({ dimension, members }) => dimension === 'branch' && members.length === 1);
  if (named !== undefined) return memberId(named.members[0] ?? '') ?? 0;
  const [only, ...others] = nodes ?? [];
  return only?.dimension === 'branch' && others.length === 0 ? only.member : 0;
}

async function bySameWorkingDay(
  stores: Pick<Stores, 'records' | 'warehouse'>,
  periods: readonly [Period, ...Period[]],
  { version, branch }: { readonly version: DataVersion; readonly branch: number },
): Promise<{ periods: (SameWorkingDay | null)[]; calendar: NonNullable<FigureAnswer['calendar']> }> {
  const single = periods.find(({ from, to }) => from === to);
  if (single !== undefined)
    throw new Refusal({ code: 'sameWorkingDayOfDay', params: { period: single.label } });
  const evidence = await calendarEvidence(stores, version);
  const from = periods.map((period) => previousPeriod(period).from).sort()[0] ?? periods[0].from;
  const to =
    periods
      .map((period) => period.to)
      .sort()
      .at(-1) ?? periods[0].to;
  const years = workingYears(evidence(branch), from, to);
  return {
    periods: periods.map((period) => sameWorkingDay(period, version.asOf, years)),
    calendar: { branch, sources: sourcesOf(years) },
  };
}
