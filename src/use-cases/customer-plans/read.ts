// What other parts may ask of the plans of customers.
export { plannedOfCustomers } from './planned-below.ts';
export { plannedIdentities } from './stored.ts';
