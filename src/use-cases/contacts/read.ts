export { contactsNumbered } from './contact-rows.ts';
