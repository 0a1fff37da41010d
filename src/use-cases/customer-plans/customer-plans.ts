import type { NewCustomerPlan } from '../../domain/customer-plan.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type CustomerPlanChanges, compareCustomerPlans } from './compare.ts';
import { type CustomerSheet, customerSheet } from './file/customer-sheet.ts';
import {
  type CustomerPlanFile,
  loadCustomerPlan,
  type ReadCustomerPlan,
  readCustomerPlan,
} from './file/read-file.ts';
import type { CustomersAsked } from './listed.ts';
import { type CustomerPlanPage, type CustomerPlanQuestion, customerPlanPage } from './page.ts';
import {
  type Adoption,
  adoptProposal,
  type CustomerProposal,
  type CustomerProposalQuestion,
  proposeForCustomers,
} from './propose.ts';
import { approveCustomerPlan, type SavedCustomerPlan, saveCustomerPlan } from './save.ts';
import type { CustomerPlanEntry } from './stored.ts';

/** What single customers are to bring in a month (`2026-11`), in versions of its own beside the plan of the organisation. */
export interface CustomerPlans {
  /** Plan beside fact, of customers whom the reader sees. Refuses `planUnknown`, `searchTooWide`. */
  page(question: CustomerPlanQuestion): Promise<CustomerPlanPage>;
  /** A new version that changes some targets. Refuses `customerUnknown`, `customerTargetUnfit`, `customerTargetTwice`, `customerPlanStale`. */
  save(month: string, plan: NewCustomerPlan): Promise<SavedCustomerPlan>;
  /** Nothing is written. Refuses `customerTargetUnfit`, `customerPlanNotFromRhythm`, `customerPlanNotShared`. */
  propose(question: CustomerProposalQuestion): Promise<CustomerProposal>;
  /** A new version with a proposal in it. Refuses `customerProposalStale` besides. */
  adopt(month: string, adoption: Adoption): Promise<SavedCustomerPlan>;
  /** Of the latest version. Refuses `planUnknown`, `customerPlanStale`, `planApproved`. */
  approve(month: string, version: number): Promise<CustomerPlanEntry>;
  /** As a table to fill in and to give back. Refuses `planUnknown`. */
  sheet(asked: Pick<CustomersAsked, 'month' | 'node' | 'version'>): Promise<CustomerSheet>;
  /** What a file plans; nothing is written. Refuses `planFileWithoutPlan`, `planFileEmpty`. */
  read(file: CustomerPlanFile): Promise<ReadCustomerPlan>;
  /** A new version with what a file plans. Refuses as reading and saving do. */
  load(file: CustomerPlanFile, by: Pick<NewCustomerPlan, 'version' | 'comment'>): Promise<SavedCustomerPlan>;
  /** Refuses `planUnknown`. */
  compare(month: string, from: number, to: number): Promise<CustomerPlanChanges>;
}

export const customerPlansOf = (desk: Desk): CustomerPlans => ({
  page: (question) => customerPlanPage(desk, question),
  save: (month, plan) => saveCustomerPlan(desk, month, plan),
  propose: (question) => proposeForCustomers(desk, question),
  adopt: (month, adoption) => adoptProposal(desk, month, adoption),
  approve: (month, version) => approveCustomerPlan(desk, month, version),
  sheet: (asked) => customerSheet(desk, asked),
  read: (file) => readCustomerPlan(desk, file),
  load: (file, by) => loadCustomerPlan(desk, file, by),
  compare: (month, from, to) => compareCustomerPlans(desk, month, from, to),
});
