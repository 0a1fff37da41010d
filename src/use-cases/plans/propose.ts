import { divide, multiply, sum } from '../../domain/decimal.ts';
import { type Period, previousPeriod } from '../../domain/period.ts';
import {
  addsUpInTime,
  type Goal,
  goalValue,
  isSummed,
  type PlanBase,
  type PlanLevel,
  type PlanMetric,
  shareOut,
} from '../../domain/plan.ts';
import { plannedPeriod, yearBefore } from '../../domain/plan-period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { plannedOfCustomers } from '../customer-plans/read.ts';
import { type Asked, periodFigures } from './period-figures.ts';
import { plansOfDesk } from './plan-entries.ts';
import { basesInTime } from './propose-in-time.ts';
import { companyOf, inOrder, type NamedTarget, partsIn, planOf } from './read-plan.ts';

export interface ProposalQuestion {
  /** `2026-11`, `2026-Q4`, `2026-H2` or `2026`. */
  readonly period: string;
  readonly level: PlanLevel;
  readonly metric: PlanMetric;
  readonly base: PlanBase;
  /** Of every member by itself, or a total that is shared out by what each had. */
  readonly by: { readonly goal: Goal } | { readonly total: Decimal };
}

export interface Proposal {
  readonly targets: readonly (NamedTarget & {
    /** What there was; null: unknown. */
    readonly base: Decimal | null;
  })[];
}

export async function propose(desk: Desk, question: ProposalQuestion): Promise<Proposal> {
  const { level, metric } = question;
  const { organisation, nameOf, isSeen } = await companyOf(desk);
  const members =
    level === 'company' ? [0] : organisation.members.filter(({ kind }) => kind === level).map(({ id }) => id);
  const asked = members.filter(isSeen).map((member) => ({ level, member, metric, product: null }));
  const planned = await basesOfPlans(desk, question, asked);
  const baseOf = planned ?? (await basesOf(desk, question, asked));
  const bases = asked
    .map((one) => ({ ...one, base: baseOf(one.member) }))
    // Where nothing is planned nothing adds up.
    .filter(({ base }) => planned === null || base !== null);
  const { by } = question;
  const values =
    'total' in by
      ? shareOut(
          metric,
          by.total,
          bases.map(({ base }) => (base === null || base.startsWith('-') ? '0' : base)),
        )
      : bases.map(({ base }) => goalValue(metric, base ?? '0', by.goal));
  const targets = bases.map((one, at) => ({ ...one, value: values[at] ?? '0', name: nameOf(one.member) }));
  return { targets: inOrder(targets) };
}

type Bases = (member: number) => Decimal | null;

/**
 * What other plans come to, of those below each member or of other periods; null: something else is asked for.
 * @throws Refusal `planBaseUnfit`
 */
async function basesOfPlans(
  desk: Desk,
  question: ProposalQuestion,
  asked: readonly Asked[],
): Promise<Bases | null> {
  const { period, level, metric, base } = question;
  const unfit = () => new Refusal({ code: 'planBaseUnfit', params: { base, metric } });
  switch (base) {
    case 'customers':
      if (metric !== 'sales' && metric !== 'activeBase' && metric !== 'qualifiedBase') throw unfit();
      return await plannedOfCustomers(desk, period, { level, metric });
    case 'parts':
      if (!isSummed(metric)) throw unfit();
      return await sumOfParts(desk, question);
    case 'shorter':
    case 'longer':
      if (!addsUpInTime(metric)) throw unfit();
      return await basesInTime(desk, question, asked);
    default:
      return null;
  }
}

async function sumOfParts(desk: Desk, { period, metric }: ProposalQuestion): Promise<Bases> {
  const isPlanned = (await plansOfDesk(desk)).some((one) => one.period === period);
  const { organisation } = await companyOf(desk);
  const partsOf = partsIn(isPlanned ? (await planOf(desk, period)).targets : [], organisation);
  return (member) => {
    const parts = partsOf(member, metric);
    return parts.length === 0 ? null : sum(parts.map(({ value }) => value));
  };
}

async function basesOf(
  desk: Desk,
  { period, base }: ProposalQuestion,
  asked: readonly Asked[],
): Promise<Bases> {
  const figures = async ({ label }: Pick<Period, 'label'>) => {
    const figureOf = await periodFigures(desk, label, asked);
    return new Map(asked.map((one) => [one.member, figureOf(one)]));
  };
  const planned = plannedPeriod(period);
  const [before, yearAgo] = [previousPeriod(planned), plannedPeriod(yearBefore(period))];
  // A year has no season.
  if (base !== 'seasonal' || planned.grain === 'year') {
    const there = await figures(base === 'yearAgo' ? yearAgo : before);
    return (member) => there.get(member) ?? null;
  }
  const all = [await figures(before), await figures(yearAgo), await figures(previousPeriod(yearAgo))];
  return (member) => {
    const [now, then, earlier] = all.map((one) => one.get(member) ?? null);
    if (!now || !then || !earlier) return now ?? null;
    const season = divide(then, earlier);
    // Who had nothing then has no season of his own.
    return season === null ? now : multiply(now, season);
  };
}
