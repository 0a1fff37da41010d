import { addDays, dayNumber, lastDayOfMonth } from '../../domain/iso-date.ts';
import { type Period, previousPeriod } from '../../domain/period.ts';
import type { IsoDate } from '../../domain/units.ts';
import { raw, type Sql } from '../../stores/warehouse/sql.ts';

/**
 * Time cut into cells, each named by the number of its first day since 1970; the first one, 0, is all days before.
 * A period is the `width` cells that end with its `last` one, and P−1 the `width` cells before these.
 */
export interface Timeline {
  readonly periods: readonly [Period, ...Period[]];
  readonly edges: readonly number[];
  readonly width: number;
  /** The cell with which each period ends. */
  readonly last: readonly number[];
  /** The first cell after "all days before" begins with a month. */
  readonly startsMonth: boolean;
}

/**
 * Periods that one pass can answer together: each the one before the next, or windows of one length that move on by a
 * day or by a month. `overlapping` false: windows apart, for what is judged per window.
 */
export function timelines(all: readonly Period[], overlapping: boolean): Timeline[] {
  const runs: [Period, ...Period[]][] = [];
  let step: Step | null = null;
  for (const period of all) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const found: Step | null = before === undefined ? null : stepBetween(before, period);
    const goesOn =
      found !== null && (overlapping || found === 'period') && (run?.length === 1 || found === step);
    if (run !== undefined && goesOn) {
      run.push(period);
      step = found;
    } else {
      runs.push([period]);
      step = null;
    }
  }
  return runs.map(timelineOf);
}

type Step = 'period' | 'day' | 'month';

function stepBetween(before: Period, period: Period): Step | null {
  if (before.whole !== undefined || period.whole !== undefined) return null;
  const previous = previousPeriod(period);
  if (previous.from === before.from && previous.to === before.to) return 'period';
  if (period.grain !== before.grain) return null;
  if (period.grain === 'days')
    return addDays(before.from, 1) === period.from && addDays(before.to, 1) === period.to ? 'day' : null;
  return period.grain === 'months' &&
    isWholeMonths(before) &&
    isWholeMonths(period) &&
    monthsApart(before, period)
    ? 'month'
    : null;
}

const isWholeMonths = ({ from, to }: Period): boolean => from.endsWith('-01') && to === lastDayOfMonth(to);
const monthsApart = (before: Period, period: Period): boolean =>
  addDays(lastDayOfMonth(before.from), 1) === period.from &&
  lastDayOfMonth(addDays(before.to, 1)) === period.to;

/** Of one period, or of periods that `timelines` puts together. */
export function timelineOf(periods: [Period, ...Period[]]): Timeline {
  const [first, second] = periods;
  const step = second === undefined ? 'period' : stepBetween(first, second);
  const previous = previousPeriod(first);
  const to = periods.at(-1)?.to ?? first.to;
  const starts =
    step === 'period' ? [previous.from, ...periods.map(({ from }) => from)] : cells(previous.from, to, step);
  // Ledger days start in 1990, so edges before that only have to differ.
  const edges = [0, ...starts.map((date, index) => Math.max(index + 1, dayNumber(date)))];
  const width =
    step === 'period' ? 1 : starts.filter((date) => date <= first.to && date >= first.from).length;
  const firstLast = edges.length - periods.length;
  return {
    ...{ periods, edges, width, last: edges.slice(firstLast) },
    startsMonth: previous.from.endsWith('-01'),
  };
}

function cells(from: IsoDate, to: IsoDate, step: Step | null): IsoDate[] {
  const starts: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(step === 'day' ? date : lastDayOfMonth(date), 1))
    starts.push(date);
  return starts;
}

/** SQL: the cell that a ledger row `l` belongs to. */
export const cellOf = ({ edges }: Timeline): Sql =>
  raw(`toUInt32(roundDown(toUInt32(toUInt16(l.date)), [${edges.join(', ')}]))`);

/** SQL: a row for every period (named by its last cell) that a row's cell, the column `time`, belongs to. */
export function periodsOfCell({ edges, width, last }: Timeline): Sql {
  if (width === 1) return raw('time');
  const offset = edges.length - last.length;
  const end = `indexOf([${edges.join(', ')}], time)`;
  const from = `greatest(1, ${end} - ${offset})`;
  const to = `least(${last.length}, ${end} - ${offset} + ${width - 1})`;
  return raw(`arrayJoin(arraySlice([${last.join(', ')}], ${from}, greatest(0, ${to} - ${from} + 1)))`);
}
