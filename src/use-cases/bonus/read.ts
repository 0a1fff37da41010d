// What other parts may ask of premiums.
export { settleStatements, unsettleStatements } from './statements.ts';
