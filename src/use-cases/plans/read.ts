// What other parts may ask of plans.
export { monthFigures } from './month-figures.ts';
export { type PlanFactRow, planFact } from './plan-fact.ts';
export { companyOf, entryUnder, planOf } from './read-plan.ts';
