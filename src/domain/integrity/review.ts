import { z } from 'zod';
import type { Viewer } from '../access.ts';

/** What somebody finds when he has looked: it is so, there is an honest reason, or it is nothing. */
export const verdicts = ['confirmed', 'explained', 'dismissed'] as const;
export type Verdict = (typeof verdicts)[number];

/** `waiting`: one has said what he finds, and another person has not agreed yet. */
export const signalStates = ['new', 'waiting', ...verdicts] as const;
export type SignalState = (typeof signalStates)[number];

/** A verdict with its reason. `version`: of the verdict that was looked at, 0 where there was none. */
export const newReview = z
  .strictObject({
    version: z.int().nonnegative(),
    verdict: z.enum(verdicts),
    comment: z.string().trim().min(1).max(2000),
  })
  .readonly();
export type NewReview = z.infer<typeof newReview>;

/** A verdict by one person holds once another one has agreed. */
export const stateOf = (
  last: { readonly verdict: Verdict; readonly agreed: unknown } | null | undefined,
): SignalState => (!last ? 'new' : last.agreed === null ? 'waiting' : last.verdict);

/** Whoever sees a rep alone stands for him, and nobody reviews what is about himself. */
export const isHisOwn = ({ scope: { nodes } }: Pick<Viewer, 'scope'>, rep: number): boolean =>
  nodes?.every(({ dimension }) => dimension === 'rep') === true && nodes.some(({ member }) => member === rep);
