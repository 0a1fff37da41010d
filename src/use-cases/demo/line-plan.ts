import type { DeliveryPoint } from './register.ts';
import type { Rhythm } from './rhythm.ts';

/** Spreads the wanted number of lines over the shipments to come. */
export interface LinePlan {
  readonly visits: number;
  /** Mean lines of a shipment of size 1 from now on. */
  meanLines(): number;
  visited(point: DeliveryPoint): void;
  written(lines: number): void;
}

/**
 * `rehearsal`: the rhythm of the very days that are going to be written; it is played to count the visits. What a
 * visit yields in the end (returns, goods out of season) is learnt on the way, so the total is met.
 */
export function createLinePlan(rehearsal: Rhythm, days: number, lines: number): LinePlan {
  const sizeOf = (point: DeliveryPoint) => point.rhythm?.size ?? 1;
  let visits = 0;
  let sizeLeft = 0;
  for (let day = 0; day < days; day++)
    for (const point of rehearsal.visits(day)) {
      visits++;
      sizeLeft += sizeOf(point);
    }
  const start = lines / sizeLeft;
  let left = lines;
  let mean = start;
  let planned = 0;
  const learningLines = Math.min(5000, lines / 10);

  return {
    visits,
    meanLines() {
      const done = lines - left;
      const yieldOfPlan = done < learningLines ? 1 : done / planned;
      mean = Math.min(1.6 * start, Math.max(0.6 * start, left / (Math.max(1, sizeLeft) * yieldOfPlan)));
      return mean;
    },
    visited(point) {
      const size = sizeOf(point);
      sizeLeft -= size;
      planned += mean * size;
    },
    written(count) {
      left -= count;
    },
  };
}
