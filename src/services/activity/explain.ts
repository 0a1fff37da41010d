import type { Explanation } from '../../domain/figure-query.ts';
import { withoutAssignable } from './assigned-states-sql.ts';
import type { Passes } from './figure-table.ts';
import { type Frame, isByAssignment } from './frame.ts';
import { whyNotSums } from './kept/kept-source.ts';
import { scansOf, whyNotKept } from './states-sql.ts';

/** From where the figures of a frame come, and why not from what is kept. */
export function explain(frame: Frame, passes: Passes): Explanation {
  const { periods } = frame.timeline;
  const states = isByAssignment(frame) ? withoutAssignable(frame) : frame;
  const sizes = scansOf(states)
    .map((scan) => whyNotKept(states, scan))
    .find((reason) => reason !== null);
  const sums = whyNotSums(frame, passes.distinct);
  return {
    method: frame.method.id,
    from: periods[0].from,
    to: periods.at(-1)?.to ?? periods[0].to,
    ...(passes.sizes.length > 0 && {
      sizes: sizes === undefined ? { source: 'kept' } : { source: 'lines', why: sizes },
    }),
    ...(passes.sums && { sums: sums === null ? { source: 'kept' } : { source: 'lines', why: sums } }),
    ...(passes.assigned && { assigned: { source: 'attributes' } }),
    ...(passes.registered && { registered: { source: 'attributes' } }),
  };
}
