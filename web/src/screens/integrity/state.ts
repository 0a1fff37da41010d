import { z } from 'zod';
import { signalStates } from '../../../../src/domain/integrity/review.ts';
import { caseIdForm, schemes } from '../../../../src/domain/integrity/scheme.ts';
import { planMonth } from '../../../../src/domain/plan-month.ts';

/** What the address says: which part of the queue (left out: the new ones), narrowed to what, and the signal that is open. */
export const integrityState = z.object({
  state: z.enum([...signalStates, 'all']).optional(),
  scheme: z.enum(schemes).optional(),
  rep: z.int().positive().optional(),
  month: planMonth.optional(),
  signal: z.string().regex(caseIdForm).optional(),
});
export type IntegrityState = z.output<typeof integrityState>;
