// What other parts may ask of plans.
export { monthFigures } from './month-figures.ts';
export { companyOf } from './read-plan.ts';
