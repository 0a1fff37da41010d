export { entriesNumbered } from './entry-rows.ts';
