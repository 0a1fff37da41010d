export { contactsNumbered } from './contact-rows.ts';
export { contactsOfCustomer } from './of-customer.ts';
