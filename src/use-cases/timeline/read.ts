export { entriesNumbered, openTasks } from './entry-rows.ts';
