import { lastDayOfMonth } from '../../../domain/iso-date.ts';
import { type Frame, lastPeriod } from '../frame.ts';
import type { Kept } from './kept.ts';

/** All cells of time are made of whole months, the last of which may be running. */
export function isOfWholeMonths({ timeline, version }: Pick<Frame, 'timeline' | 'version'>): boolean {
  const { periods } = timeline;
  const { to } = lastPeriod({ timeline });
  const days = timeline.width > 1 && periods[0].grain === 'days';
  return (
    !days &&
    periods.every(({ from }) => from.endsWith('-01')) &&
    timeline.startsMonth &&
    (to === lastDayOfMonth(to) || (version.asOf !== null && version.asOf <= to))
  );
}

/** SQL list of the (ym, build) pairs of months. */
export function buildList(builds: Kept['builds'], from: number, last: number): string {
  const months = [...builds].filter(([ym]) => ym >= from && ym <= last);
  return months.length === 0
    ? '((0, 0))'
    : `(${months.map(([ym, build]) => `(${ym}, ${build})`).join(', ')})`;
}
