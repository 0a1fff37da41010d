import { z } from 'zod';
import { timelineKinds } from '../../../../../src/domain/entry.ts';

export const cardTabs = ['people', 'points', 'terms', 'history'] as const;
export type CardTab = (typeof cardTabs)[number];

/** What the address of a card says; no tab: the profile. */
export const cardState = z.object({
  tab: z.enum(cardTabs).optional(),
  /** Of the history: these kinds only. */
  kinds: z.array(z.enum(timelineKinds)).min(1).optional(),
  /** Of the history: the entry that somebody came for. */
  entry: z.int().positive().max(2_147_483_647).optional(),
});
