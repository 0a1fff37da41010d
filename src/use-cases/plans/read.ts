// What other parts may ask of plans.
export { periodFigures } from './period-figures.ts';
export { entryUnder } from './plan-entries.ts';
export { type PlanFactRow, planFact } from './plan-fact.ts';
export { companyOf, planOf } from './read-plan.ts';
