import { divide, multiply, sum } from '../../domain/decimal.ts';
import { addMonths } from '../../domain/iso-date.ts';
import {
  type Goal,
  goalValue,
  isSummed,
  type PlanBase,
  type PlanLevel,
  type PlanMetric,
  shareOut,
} from '../../domain/plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { plannedOfCustomers } from '../customer-plans/read.ts';
import { monthFigures } from './month-figures.ts';
import { companyOf, inOrder, type NamedTarget, partsIn, planOf, plansOfDesk } from './read-plan.ts';

export interface ProposalQuestion {
  readonly month: string;
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
  const below = await basesBelow(desk, question);
  const baseOf = below ?? (await basesOf(desk, question, asked));
  const bases = asked
    .map((one) => ({ ...one, base: baseOf(one.member) }))
    // Below whom nothing is planned nothing adds up.
    .filter(({ base }) => below === null || base !== null);
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

/**
 * What is planned below each member, by the latest plans of the month; null: something else is asked for.
 * @throws Refusal `planBaseUnfit`
 */
async function basesBelow(
  desk: Desk,
  { month, level, metric, base }: ProposalQuestion,
): Promise<((member: number) => Decimal | null) | null> {
  if (base !== 'customers' && base !== 'parts') return null;
  if (base === 'customers') {
    if (metric !== 'sales' && metric !== 'activeBase' && metric !== 'qualifiedBase')
      throw new Refusal({ code: 'planBaseUnfit', params: { base, metric } });
    return await plannedOfCustomers(desk, month, { level, metric });
  }
  if (!isSummed(metric)) throw new Refusal({ code: 'planBaseUnfit', params: { base, metric } });
  const isPlanned = (await plansOfDesk(desk)).some((one) => one.month === month);
  const { organisation } = await companyOf(desk);
  const partsOf = partsIn(isPlanned ? (await planOf(desk, month)).targets : [], organisation);
  return (member) => {
    const parts = partsOf(member, metric);
    return parts.length === 0 ? null : sum(parts.map(({ value }) => value));
  };
}

async function basesOf(
  desk: Desk,
  { month, base }: ProposalQuestion,
  asked: readonly Parameters<Awaited<ReturnType<typeof monthFigures>>>[0][],
): Promise<(member: number) => Decimal | null> {
  const figures = async (back: number) => {
    const figureOf = await monthFigures(desk, addMonths(`${month}-01`, -back).slice(0, 7), asked);
    return new Map(asked.map((one) => [one.member, figureOf(one)]));
  };
  if (base !== 'seasonal') {
    const there = await figures(base === 'previous' ? 1 : 12);
    return (member) => there.get(member) ?? null;
  }
  const [before, yearAgo, beforeThat] = [await figures(1), await figures(12), await figures(13)];
  return (member) => {
    const [now, then, earlier] = [before, yearAgo, beforeThat].map((one) => one.get(member) ?? null);
    if (!now || !then || !earlier) return now ?? null;
    const season = divide(then, earlier);
    // Who had nothing then has no season of his own.
    return season === null ? now : multiply(now, season);
  };
}
