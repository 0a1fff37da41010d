import type { Contacts } from '../../use-cases/contacts/contacts.ts';
import {
  addContactEndpoint,
  changeContactEndpoint,
  contactEndpoint,
  contactsEndpoint,
  removeContactEndpoint,
  restoreContactEndpoint,
  setSpecialInformationEndpoint,
  specialInformationEndpoint,
  takeOverContactEndpoint,
} from '../http/contracts/contacts.ts';
import type { Connection } from './connection.ts';

export const remoteContacts = ({ call }: Connection): Contacts => ({
  of: (unit, id) => call(contactsEndpoint, { params: { unit, id } }),
  contact: (id) => call(contactEndpoint, { params: { id } }),
  add: (body) => call(addContactEndpoint, { body }),
  change: (id, body) => call(changeContactEndpoint, { params: { id }, body }),
  remove: async (id) => {
    await call(removeContactEndpoint, { params: { id } });
  },
  restore: (id) => call(restoreContactEndpoint, { params: { id } }),
  takeOver: (unit, id, from, origin, name) =>
    call(takeOverContactEndpoint, {
      params: { unit, id },
      body: { from, origin, ...(name !== undefined && { name }) },
    }),
  special: () => call(specialInformationEndpoint),
  setSpecial: async (purpose) => {
    await call(setSpecialInformationEndpoint, { body: { purpose } });
  },
});
