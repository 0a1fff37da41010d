export { type PlanFactRow, planFact } from './plan-fact.ts';
export { companyOf } from './read-plan.ts';
