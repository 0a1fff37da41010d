import type { NewPlan, PlanMetric } from '../../domain/plan.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type ChangedTarget, compareVersions } from './compare-versions.ts';
import { type PlanSheet, planSheet } from './file/plan-sheet.ts';
import { type ReadPlans, readPlans } from './file/read-file.ts';
import { type PeriodForecast, periodForecast } from './forecast.ts';
import { type PlanEntry, plansOfDesk } from './plan-entries.ts';
import { type FactAsked, type PlanFact, planFact } from './plan-fact.ts';
import { type PlannedPeriod, plannedPeriods } from './planned-periods.ts';
import { type Proposal, type ProposalQuestion, propose } from './propose.ts';
import { type Plan, planOf } from './read-plan.ts';
import { approvePlan, savePlan } from './save-plan.ts';

export type PlanFileGiven = Parameters<typeof readPlans>[1];

/** What is to be reached in a period, a quarter, a half-year or a year (`2026-11`, `2026-Q4`, `2026-H2`, `2026`), by whom. Every change is a new version; none is ever lost. */
export interface Plans {
  /** The latest version of every period that has a plan, the latest period first, of those that end together the shortest. */
  list(): Promise<readonly PlanEntry[]>;
  /** Targets of whom the reader sees. Refuses `planUnknown`. */
  plan(period: string, version?: number): Promise<Plan>;
  /** A new version. Refuses `planStale`, `planMemberUnknown`, `planTargetTwice`. */
  save(period: string, plan: NewPlan): Promise<Plan>;
  /** Of the latest version. Refuses `planUnknown`, `planStale`, `planApproved`. */
  approve(period: string, version: number): Promise<Plan>;
  /**
   * What was planned beside what is and what will be, of the latest version or of another one. Refuses `planUnknown`.
   */
  fact(period: string, version?: number, asked?: FactAsked): Promise<PlanFact>;
  /** What a member (0: the company) is planned of all goods, period after period. */
  periods(member: number, metric: PlanMetric): Promise<readonly PlannedPeriod[]>;
  /** The АКБ to come of a member, 0 for the company, and the errors of its predictors. Refuses `planMemberUnknown`. */
  forecast(period: string, member: number): Promise<PeriodForecast>;
  /** Targets from what there was; nothing is written. */
  propose(question: ProposalQuestion): Promise<Proposal>;
  /** Targets that a file holds, `period` of rows that name none; nothing is written. Refuses `planFileWithoutPlan`, `planFileEmpty`. */
  read(file: PlanFileGiven): Promise<ReadPlans>;
  /** A version as a table to fill in and give back to `read`. Refuses `planUnknown`. */
  sheet(period: string, version?: number): Promise<PlanSheet>;
  /** What one version asks otherwise than another one. Refuses `planUnknown`. */
  compare(period: string, from: number, to: number): Promise<readonly ChangedTarget[]>;
}

export const plansOf = (desk: Desk): Plans => ({
  list: () => plansOfDesk(desk),
  plan: (period, version) => planOf(desk, period, version),
  save: (period, plan) => savePlan(desk, period, plan),
  approve: (period, version) => approvePlan(desk, period, version),
  fact: (period, version, asked) => planFact(desk, period, version, asked),
  forecast: (period, member) => periodForecast(desk, period, member),
  periods: (member, metric) => plannedPeriods(desk, member, metric),
  propose: (question) => propose(desk, question),
  read: (file) => readPlans(desk, file),
  sheet: async (period, version) => planSheet(await planOf(desk, period, version)),
  compare: (period, from, to) => compareVersions(desk, period, from, to),
});
