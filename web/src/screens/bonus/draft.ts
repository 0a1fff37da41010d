import {
  type BonusGate,
  type BonusScale,
  type BonusScheme,
  bonusScheme,
} from '../../../../src/domain/bonus/scheme.ts';
import { divide, isDecimal, multiply, sum } from '../../../../src/domain/decimal.ts';
import type { AssignableDimension } from '../../../../src/domain/dimensions.ts';
import type { PlanMetric } from '../../../../src/domain/plan.ts';
import { decimalText } from '../../language/decimal-text.ts';

// A scheme as it is typed: shares in percent, fields where the scheme has them, so that its problems name them.

export interface ScaleDraft {
  readonly kind: 'line' | 'steps';
  readonly threshold: string;
  readonly cap: string;
  readonly steps: readonly { readonly from: string; readonly k: string }[];
}

export interface PartDraft {
  readonly metric: PlanMetric;
  readonly weight: string;
  readonly scale: ScaleDraft;
}

export interface GateDraft {
  readonly of: BonusGate;
  readonly steps: readonly { readonly above: string; readonly factor: string }[];
}

export interface SchemeDraft {
  readonly name: string;
  readonly from: string;
  readonly active: boolean;
  readonly whom: { readonly level: AssignableDimension; readonly members: readonly string[] };
  readonly base: string;
  readonly parts: readonly PartDraft[];
  readonly points: {
    readonly method: string;
    readonly rates: readonly { readonly grade: string; readonly rate: string }[];
    readonly otherRate: string;
    readonly holdMonths: string;
  } | null;
  readonly newClients: { readonly rate: string; readonly months: string } | null;
  readonly pool: { readonly amount: string; readonly metric: PlanMetric; readonly scale: ScaleDraft } | null;
  readonly gates: readonly GateDraft[];
}

export const emptyScale: ScaleDraft = {
  ...{ kind: 'line', threshold: '80', cap: '120' },
  steps: [
    ...[
      { from: '80', k: '50' },
      { from: '90', k: '80' },
    ],
    ...[
      { from: '100', k: '100' },
      { from: '110', k: '120' },
    ],
  ],
};

export const emptyScheme = (month: string): SchemeDraft => ({
  ...{ name: '', from: month, active: true, whom: { level: 'rep', members: [] }, base: '30000' },
  parts: [
    { metric: 'sales', weight: '50', scale: emptyScale },
    { metric: 'activeBase', weight: '30', scale: emptyScale },
    { metric: 'avgSkuPerClient', weight: '20', scale: emptyScale },
  ],
  ...{ points: null, newClients: null, pool: null, gates: [] },
});

const percent = (share: string): string => multiply(share, '100');

/** As it is typed where it is no number: then the scheme says so. */
export function shareOf(typed: string): string {
  const text = decimalText(typed);
  return isDecimal(text) ? (divide(text, '100') ?? text) : text;
}

/** Signals are a number, the other gates are shares. */
export const isShare = (gate: BonusGate): boolean => gate !== 'unresolvedSignals';

const scaleDraft = (scale: BonusScale): ScaleDraft =>
  scale.kind === 'line'
    ? { ...emptyScale, kind: 'line', threshold: percent(scale.threshold), cap: percent(scale.cap) }
    : {
        ...emptyScale,
        kind: 'steps',
        steps: scale.steps.map(({ from, k }) => ({ from: percent(from), k: percent(k) })),
      };

export const draftOf = (scheme: BonusScheme): SchemeDraft => ({
  ...scheme,
  whom: { level: scheme.whom.level, members: scheme.whom.members.map(String) },
  parts: scheme.parts.map(({ metric, weight, scale }) => ({
    ...{ metric, weight: percent(weight), scale: scaleDraft(scale) },
  })),
  points: scheme.points && { ...scheme.points, holdMonths: String(scheme.points.holdMonths) },
  newClients: scheme.newClients && { ...scheme.newClients, months: String(scheme.newClients.months) },
  pool: scheme.pool && { ...scheme.pool, scale: scaleDraft(scheme.pool.scale) },
  gates: scheme.gates.map(({ of, steps }) => ({
    of,
    steps: steps.map(({ above, factor }) => ({
      ...{ above: isShare(of) ? percent(above) : above, factor: percent(factor) },
    })),
  })),
});

const scaleOf = ({ kind, threshold, cap, steps }: ScaleDraft) =>
  kind === 'line'
    ? { kind, threshold: shareOf(threshold), cap: shareOf(cap) }
    : { kind, steps: steps.map(({ from, k }) => ({ from: shareOf(from), k: shareOf(k) })) };

/** The scheme, or the places of what is wrong with it: `parts.0.weight`. */
export function schemeOf(
  draft: SchemeDraft,
): { readonly scheme: BonusScheme } | { readonly wrong: ReadonlySet<string> } {
  const { whom, base, parts, points, newClients, pool, gates } = draft;
  const read = bonusScheme.safeParse({
    ...draft,
    ...{ whom: { level: whom.level, members: whom.members.map(Number) }, base: decimalText(base) },
    parts: parts.map(({ metric, weight, scale }) => ({
      ...{ metric, weight: shareOf(weight), scale: scaleOf(scale) },
    })),
    points: points && {
      ...points,
      rates: points.rates.map(({ grade, rate }) => ({ grade, rate: decimalText(rate) })),
      ...{ otherRate: decimalText(points.otherRate), holdMonths: Number(points.holdMonths) },
    },
    newClients: newClients && { rate: decimalText(newClients.rate), months: Number(newClients.months) },
    pool: pool && { ...pool, amount: decimalText(pool.amount), scale: scaleOf(pool.scale) },
    gates: gates.map(({ of, steps }) => ({
      of,
      steps: steps.map(({ above, factor }) => ({
        ...{ above: isShare(of) ? shareOf(above) : decimalText(above), factor: shareOf(factor) },
      })),
    })),
  });
  return read.success
    ? { scheme: read.data }
    : { wrong: new Set(read.error.issues.map(({ path }) => path.join('.'))) };
}

/** In percent; null: some weight is no number. */
export function sumOfWeights(parts: readonly PartDraft[]): string | null {
  const weights = parts.map(({ weight }) => decimalText(weight));
  return weights.every(isDecimal) ? sum(weights) : null;
}
