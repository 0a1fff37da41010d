import { add, compare, fixed } from '../decimal.ts';
import type { AssignableDimension } from '../dimensions.ts';
import type { PlanMetric } from '../plan.ts';
import type { Decimal } from '../units.ts';
import { against, type Fraction, plus, rounded, share, times, whole } from './fraction.ts';
import { type BonusGate, type BonusScale, type BonusScheme, gradeKey } from './scheme.ts';

interface PlanAndFact {
  /** null: nothing was planned. */
  readonly plan: Decimal | null;
  /** null: unknown. */
  readonly fact: Decimal | null;
}

/** What somebody did in a month, as far as a scheme asks for it. */
export interface BonusFacts {
  readonly planned: Readonly<Partial<Record<PlanMetric, PlanAndFact>>>;
  /**
   * Active delivery points by grade ('': it has none) and the months in a row in which they have been active, this one
   * included, counted no further than one more than points are held back for.
   */
  readonly points: readonly { readonly grade: string; readonly months: number; readonly count: number }[];
  /** Months for which the scheme has held, this one included: nothing was held back before. */
  readonly monthsInForce: number;
  /** New customers whose least life is over this month. */
  readonly newClients: number;
  /** Of the team; `own` and `all`: facts of the person and of everybody who shares. */
  readonly pool: (PlanAndFact & { readonly own: Decimal; readonly all: Decimal }) | null;
  /** null: unknown, and then no gate closes. */
  readonly gates: Readonly<Record<BonusGate, Decimal | null>>;
}

export const bonusLineKinds = [
  'part',
  'points',
  'pointsReleased',
  'pointsHeld',
  'newClients',
  'pool',
] as const;

/** Why a line is what it is. */
export const lineReasons = ['paid', 'capped', 'belowThreshold', 'noPlan', 'noFact'] as const;

export interface BonusLine {
  readonly kind: (typeof bonusLineKinds)[number];
  readonly metric: PlanMetric | null;
  /** Of points; '': those without a grade of the scheme. */
  readonly grade: string | null;
  /** In numbers, exact: `30000 × 0.3 × 950 ÷ 920`. */
  readonly formula: string;
  /** For show: two decimals. Only the total is rounded to be paid. */
  readonly amount: Decimal;
  /** For show: four decimals. */
  readonly fulfilment: Decimal | null;
  readonly why: (typeof lineReasons)[number];
}

export interface BonusStatement {
  readonly lines: readonly BonusLine[];
  /** Not paid yet. */
  readonly held: readonly BonusLine[];
  readonly gates: readonly {
    readonly of: BonusGate;
    readonly value: Decimal | null;
    readonly factor: Decimal;
  }[];
  /** Before the stop factor, for show: two decimals. */
  readonly earned: Decimal;
  /** The strictest of the gates; 1: nothing is stopped. */
  readonly stopFactor: Decimal;
  /** To be paid: rounded half-up to the kopeck, once. */
  readonly total: Decimal;
  /** Held back, two decimals. */
  readonly heldBack: Decimal;
}

/** Of a member of the organisation, by a version of a scheme. */
export interface KeptStatement extends BonusStatement {
  readonly level: AssignableDimension;
  readonly member: number;
  readonly scheme: { readonly id: number; readonly version: number; readonly name: string };
}

interface Counted {
  readonly line: BonusLine;
  readonly exact: Fraction;
}

/** What somebody is paid for a month, line by line. */
export function bonusStatement(scheme: BonusScheme, facts: BonusFacts): BonusStatement {
  const points = pointLines(scheme, facts);
  const paid = [
    ...scheme.parts.map(({ metric, weight, scale }) => {
      const { k, ...why } = workOf(scale, facts.planned[metric]);
      return lineOf('part', [scheme.base, weight, k], { metric, ...why });
    }),
    ...points.filter(({ line }) => line.kind !== 'pointsHeld'),
    ...newClientLines(scheme, facts),
    ...poolLines(scheme, facts),
  ];
  const held = points.filter(({ line }) => line.kind === 'pointsHeld');
  const gates = scheme.gates.map(({ of, steps }) => {
    const value = facts.gates[of];
    const passed = steps.findLast(({ above }) => value !== null && compare(value, above) > 0);
    return { of, value, factor: passed?.factor ?? '1' };
  });
  const stopFactor = gates.reduce(
    (least, { factor }) => (compare(factor, least) < 0 ? factor : least),
    '1' as Decimal,
  );
  const all = total(paid);
  return {
    ...{ lines: paid.map(({ line }) => line), held: held.map(({ line }) => line), gates, stopFactor },
    earned: money(all),
    total: money(times(all, whole(stopFactor))),
    heldBack: money(total(held)),
  };
}

const money = (exact: Fraction): Decimal => fixed(rounded(exact, 2), 2);
const total = (counted: readonly Counted[]): Fraction =>
  counted.reduce((sum, { exact }) => plus(sum, exact), whole('0'));

interface Work extends Pick<BonusLine, 'why' | 'fulfilment'> {
  readonly k: Fraction;
}

const nothing = (why: BonusLine['why'], fulfilment: Decimal | null = null): Work => ({
  ...{ why, fulfilment, k: whole('0') },
});

/** The coefficient of a fulfilment. */
function workOf(scale: BonusScale, of: PlanAndFact | undefined): Work {
  if (!of || of.plan === null) return nothing('noPlan');
  if (of.fact === null) return nothing('noFact');
  const reached = share(of.fact, of.plan);
  if (reached === null) return nothing('noPlan');
  const fulfilment = rounded(reached, 4);
  if (scale.kind === 'steps') {
    const step = scale.steps.findLast(({ from }) => against(reached, from) >= 0);
    return step === undefined
      ? nothing('belowThreshold', fulfilment)
      : { fulfilment, why: 'paid', k: whole(step.k) };
  }
  if (compare(of.fact, '0') < 0 || against(reached, scale.threshold) < 0)
    return nothing('belowThreshold', fulfilment);
  return against(reached, scale.cap) > 0
    ? { fulfilment, why: 'capped', k: whole(scale.cap) }
    : { fulfilment, why: 'paid', k: reached };
}

function lineOf(
  kind: BonusLine['kind'],
  factors: readonly (Decimal | Fraction)[],
  of: Partial<Pick<BonusLine, 'metric' | 'grade' | 'why' | 'fulfilment'>>,
): Counted {
  const terms = factors.map((factor) => (typeof factor === 'string' ? whole(factor) : factor));
  const exact = terms.reduce(times);
  const formula = terms.map(written).join(' × ');
  const line = { kind, metric: null, grade: null, why: 'paid', fulfilment: null, ...of } as const;
  return { exact, line: { ...line, formula, amount: money(exact) } };
}

/** Without trailing zeros. */
const plain = (value: Decimal): Decimal => add(value, '0');
const written = ({ over, under }: Fraction): string =>
  under === '1' ? plain(over) : `${plain(over)} ÷ ${plain(under)}`;

function pointLines({ points: rules }: BonusScheme, facts: BonusFacts): Counted[] {
  if (rules === null) return [];
  const { rates, otherRate, holdMonths } = rules;
  const known = new Set(rates.map(({ grade }) => gradeKey(grade)));
  const grades = [...rates, { grade: '', rate: otherRate }];
  return grades.flatMap(({ grade, rate }) => {
    const own = facts.points.filter((one) =>
      grade === '' ? !known.has(gradeKey(one.grade)) : gradeKey(one.grade) === gradeKey(grade),
    );
    const count = (is: (months: number) => boolean): Decimal =>
      String(own.reduce((all, one) => all + (is(one.months) ? one.count : 0), 0));
    // Whoever reaches the last month of the hold gets what was held back, and the month itself.
    const months = Math.min(holdMonths, Math.max(1, facts.monthsInForce));
    const releases = holdMonths > 1;
    const lines: [BonusLine['kind'], Decimal[]][] = [
      ['points', [count((run) => !releases || run > holdMonths), rate]],
      ['pointsReleased', [count((run) => releases && run === holdMonths), rate, String(months)]],
      ['pointsHeld', [count((run) => run < holdMonths), rate]],
    ];
    return lines
      .filter(([, [number]]) => number !== '0' && compare(rate, '0') > 0)
      .map(([kind, factors]) => lineOf(kind, factors, { grade }));
  });
}

const newClientLines = ({ newClients: rules }: BonusScheme, { newClients }: BonusFacts): Counted[] =>
  rules === null ? [] : [lineOf('newClients', [String(newClients), rules.rate], {})];

function poolLines({ pool: rules }: BonusScheme, { pool }: BonusFacts): Counted[] {
  if (rules === null) return [];
  const { metric, amount, scale } = rules;
  const own = pool === null ? null : share(pool.own, pool.all);
  const { k, ...why } = pool !== null && own === null ? nothing('noFact') : workOf(scale, pool ?? undefined);
  return [lineOf('pool', [amount, k, own ?? whole('0')], { metric, ...why })];
}
