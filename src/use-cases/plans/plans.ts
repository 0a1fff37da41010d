import type { NewPlan, PlanMetric } from '../../domain/plan.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type ChangedTarget, compareVersions } from './compare-versions.ts';
import { type PlanSheet, planSheet } from './file/plan-sheet.ts';
import { type ReadPlans, readPlans } from './file/read-file.ts';
import { type MonthForecast, monthForecast } from './forecast.ts';
import { type FactAsked, type PlanFact, planFact } from './plan-fact.ts';
import { type PlannedMonth, plannedMonths } from './planned-months.ts';
import { type Proposal, type ProposalQuestion, propose } from './propose.ts';
import { type Plan, type PlanEntry, planOf, plansOfDesk } from './read-plan.ts';
import { approvePlan, savePlan } from './save-plan.ts';

export type PlanFileGiven = Parameters<typeof readPlans>[1];

/** What is to be reached in a month (`2026-11`), by whom. Every change is a new version; none is ever lost. */
export interface Plans {
  /** The latest version of every month that has a plan, the latest month first. */
  list(): Promise<readonly PlanEntry[]>;
  /** Targets of whom the reader sees. Refuses `planUnknown`. */
  plan(month: string, version?: number): Promise<Plan>;
  /** A new version. Refuses `planStale`, `planMemberUnknown`, `planTargetTwice`. */
  save(month: string, plan: NewPlan): Promise<Plan>;
  /** Of the latest version. Refuses `planUnknown`, `planStale`, `planApproved`. */
  approve(month: string, version: number): Promise<Plan>;
  /**
   * What was planned beside what is and what will be, of the latest version or of another one. Refuses `planUnknown`.
   */
  fact(month: string, version?: number, asked?: FactAsked): Promise<PlanFact>;
  /** What a member (0: the company) is planned of all goods, month after month. */
  months(member: number, metric: PlanMetric): Promise<readonly PlannedMonth[]>;
  /** The АКБ to come of a member, 0 for the company, and the errors of its predictors. Refuses `planMemberUnknown`. */
  forecast(month: string, member: number): Promise<MonthForecast>;
  /** Targets from what there was; nothing is written. */
  propose(question: ProposalQuestion): Promise<Proposal>;
  /** Targets that a file holds, `month` of rows that name none; nothing is written. Refuses `planFileWithoutPlan`, `planFileEmpty`. */
  read(file: PlanFileGiven): Promise<ReadPlans>;
  /** A version as a table to fill in and give back to `read`. Refuses `planUnknown`. */
  sheet(month: string, version?: number): Promise<PlanSheet>;
  /** What one version asks otherwise than another one. Refuses `planUnknown`. */
  compare(month: string, from: number, to: number): Promise<readonly ChangedTarget[]>;
}

export const plansOf = (desk: Desk): Plans => ({
  list: () => plansOfDesk(desk),
  plan: (month, version) => planOf(desk, month, version),
  save: (month, plan) => savePlan(desk, month, plan),
  approve: (month, version) => approvePlan(desk, month, version),
  fact: (month, version, asked) => planFact(desk, month, version, asked),
  forecast: (month, member) => monthForecast(desk, month, member),
  months: (member, metric) => plannedMonths(desk, member, metric),
  propose: (question) => propose(desk, question),
  read: (file) => readPlans(desk, file),
  sheet: async (month, version) => planSheet(await planOf(desk, month, version)),
  compare: (month, from, to) => compareVersions(desk, month, from, to),
});
