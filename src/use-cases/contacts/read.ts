export { contactsNumbered } from './contact-rows.ts';
export { contactsOfFamily } from './of-customer.ts';
