import { add, divide, multiply, subtract } from './decimal.ts';
import type { Decimal } from './units.ts';

/** Three figures that are three columns: 950 against 920 is +30, +3.3 %, 103.3 %. Fractions are not rounded for display. */
export interface PlanFact {
  /** fact − plan */
  readonly deviation: Decimal;
  /** deviation / plan; null for a plan of 0. */
  readonly deviationShare: Decimal | null;
  /** fact / plan; null for a plan of 0. */
  readonly fulfilment: Decimal | null;
}

export function planFact(plan: Decimal, fact: Decimal): PlanFact {
  const deviation = subtract(fact, plan);
  return { deviation, deviationShare: divide(deviation, plan), fulfilment: divide(fact, plan) };
}

/**
 * «Экстраполяция»: fact ÷ working days passed × working days in all; null before the first one has passed.
 * Trap: not for АКБ, which saturates; a straight line overshoots there.
 */
export function runRate(fact: Decimal, daysPassed: number, daysTotal: number): Decimal | null {
  return divide(multiply(fact, `${daysTotal}`), `${daysPassed}`);
}

/** (plan − fact) ÷ working days left; null when none is left. */
export function requiredPace(plan: Decimal, fact: Decimal, daysLeft: number): Decimal | null {
  return divide(subtract(plan, fact), `${daysLeft}`);
}

/** Target of a growth goal: 10 000 and +20 % (`0.2`) are 12 000. */
export function growthTarget(base: Decimal, growth: Decimal): Decimal {
  return multiply(base, add('1', growth));
}
