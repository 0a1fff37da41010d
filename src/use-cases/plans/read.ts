export { monthFigures } from './month-figures.ts';
export { entryUnder, planOf } from './read-plan.ts';
