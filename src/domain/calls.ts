import { z } from 'zod';
import type { SetNode } from './sets/customer-set.ts';
import type { CountUnit, IsoDate } from './units.ts';

/** What a call ended with. */
export const callOutcomes = ['order', 'later', 'noAnswer', 'refused', 'wrongNumber'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export const refusalReasons = [
  'price',
  'competitor',
  'stock',
  'assortment',
  'debt',
  'closed',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Days until a customer stands in the list again, unless somebody says another day. */
export const daysUntilNext: Readonly<Record<CallOutcome, number>> = {
  ...{ order: 7, later: 1, noAnswer: 1, refused: 30, wrongNumber: 7 },
};

/** Outcomes by which somebody at the customer's was spoken to. */
export const spokenTo: readonly CallOutcome[] = ['order', 'later', 'refused'];

/** `agreed`: the day of a call that was agreed on; a customer may stand in several. */
export const callGroups = ['agreed', 'urgent', 'winBack', 'rules'] as const;
export type CallGroup = (typeof callGroups)[number];

export const callSorts = ['money', 'plan'] as const;
export type CallSort = (typeof callSorts)[number];

export interface NewCall {
  /** The client. */
  readonly id: number;
  readonly outcome: CallOutcome;
  /** Of a refusal, and of nothing else. */
  readonly reason?: RefusalReason;
  /** The day of the next call; left out: after `daysUntilNext`. */
  readonly next?: IsoDate;
}

const days = (least: number) => z.int().min(least).max(3_650);

/** What is to be done of the base again and again, as customers to be called. */
const callRule = z.discriminatedUnion('kind', [
  /** Bought once only: from so many days after it to so many. */
  z.strictObject({ kind: z.literal('second'), from: days(1), to: days(1), everyDays: days(1) }),
  /** Have not bought for so many days. */
  z.strictObject({ kind: z.literal('sleeping'), from: days(1), everyDays: days(1) }),
  /** Members of a stored set of clients who have ever bought. */
  z.strictObject({ kind: z.literal('set'), set: z.int().positive(), everyDays: days(1) }),
]);
export type CallRule = z.infer<typeof callRule>;

export const callRules = z.strictObject({
  /** Calls of a rep a day. */
  perDay: z.int().min(1).max(500),
  /** Whoever buys within so many days of a call was won by it. */
  wonWithin: days(1),
  /** Later than so many of their own intervals customers are to be won back. */
  lostAfter: z.string().regex(/^\d{1,3}(\.\d{1,2})?$/),
  rules: z.array(callRule).max(20).readonly(),
});
export type CallRules = z.infer<typeof callRules>;

/** While nobody has stated others. */
export const usualCallRules: CallRules = {
  ...{ perDay: 20, wonWithin: 7, lostAfter: '2.5' },
  rules: [
    { kind: 'second', from: 7, to: 30, everyDays: 7 },
    { kind: 'sleeping', from: 60, everyDays: 30 },
  ],
};

const rhythm = (
  which: Extract<SetNode, { kind: 'rhythm' }>['which'],
  bounds: { readonly atLeast?: string; readonly atMost?: string },
): SetNode => ({ kind: 'rhythm', which, ...bounds });

/** Customers who should have bought and have not, as a set: all of them, those of `urgent`, or of `winBack`. */
export function lateCustomers(group: 'urgent' | 'winBack' | null, { lostAfter }: CallRules): SetNode {
  const late = rhythm('daysLate', { atLeast: '1' });
  const lost = rhythm('intervals', { atLeast: lostAfter });
  if (group === null) return late;
  return group === 'winBack'
    ? { kind: 'and', sets: [late, lost] }
    : { kind: 'andNot', of: late, without: lost };
}

export const callUnit: CountUnit = 'client';
