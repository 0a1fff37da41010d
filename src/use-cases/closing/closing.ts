import { type ClosedMonth, closings } from '../../services/closed-months/closed-months.ts';
import type { Desk } from '../../services/parts/part.ts';
import { closeMonth } from './close-month.ts';
import { type Difference, type DifferenceQuestion, type Drift, differenceOf, driftOf } from './drift.ts';
import { askReopening, reopenMonth } from './reopen-month.ts';

/**
 * Months whose result is settled: plan-fact and bonus read what they were closed with, everything else stays live. A
 * month is opened again by two persons, and what it was closed with first stays.
 */
export interface Closing {
  /** Every closing there ever was, the latest month first. */
  list(): Promise<readonly ClosedMonth[]>;
  /** Refuses `monthNotOver`, `monthClosed`, `monthWithoutData`. */
  close(month: string): Promise<ClosedMonth>;
  /** Refuses `monthNotClosed`, `reopenReasonNeeded`. */
  askReopening(month: string, reason: string): Promise<ClosedMonth>;
  /** By a second person. Refuses `monthNotClosed`, `reopenNotAsked`, `reopenByAnother`. */
  reopen(month: string): Promise<void>;
  /** What has happened to a closed month since. Refuses `monthNotClosed`. */
  drift(month: string): Promise<Drift>;
  /** Who came into the base of a closed month since, and who left it. Refuses `monthNotClosed`, `planMemberUnknown`. */
  difference(month: string, question: DifferenceQuestion): Promise<Difference>;
}

export const closingOf = (desk: Desk): Closing => ({
  list: () => closings(desk.stores),
  close: (month) => closeMonth(desk, month),
  askReopening: (month, reason) => askReopening(desk, month, reason),
  reopen: (month) => reopenMonth(desk, month),
  drift: (month) => driftOf(desk, month),
  difference: (month, question) => differenceOf(desk, month, question),
});
