import { isDeepStrictEqual } from 'node:util';
import type { Contact } from '../../domain/contact.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Contacts } from './contacts.ts';

const see = { permission: 'seeCustomers' } as const;
const write = { permission: 'recordTouches' } as const;
const of = ({ level, unitId }: Contact) => ({ kind: level, id: String(unitId) });
const fields = [
  ...(['name', 'role', 'position', 'phones', 'emails', 'messenger', 'birthday', 'channel', 'note'] as const),
  ...(['origin', 'special'] as const),
];

/** All of a contact is personal: it is kept under his customer's key. */
function told(after: Contact, before?: Contact) {
  const changed = fields.filter((field) => !isDeepStrictEqual(before?.[field] ?? null, after[field]));
  return {
    subject: of(after),
    details: { contact: after.id, version: after.version, fields: changed },
    personal: {
      of: of(after),
      changes: Object.fromEntries(
        changed.map((field) => [
          field,
          { ...(before && { before: before[field] as JsonValue }), after: after[field] as JsonValue },
        ]),
      ),
    },
  };
}

export const contactRules: Rules<Contacts> = {
  of: { need: see, recorded: 'one customer' },
  contact: { need: see, recorded: 'one customer' },
  add: {
    need: write,
    recorded: change('contactSaved', {
      asked: ({ unit, id }) => ({ details: { unit, id } }),
      done: (contact) => told(contact),
    }),
  },
  change: {
    need: write,
    recorded: change<Contacts['change'], Contacts>('contactSaved', {
      asked: (id) => ({ details: { contact: id } }),
      before: (contacts, id) => contacts.contact(id),
      done: (after, before) => told(after, before as Contact | undefined),
    }),
  },
  remove: {
    need: write,
    recorded: change<Contacts['remove'], Contacts>('contactRemoved', {
      asked: (id) => ({ details: { contact: id } }),
      before: (contacts, id) => contacts.contact(id),
      done: (_result, before, id) => ({
        ...(before !== undefined && { subject: of(before as Contact) }),
        details: { contact: id },
      }),
    }),
  },
  restore: {
    need: write,
    recorded: change('contactRestored', {
      asked: (id) => ({ details: { contact: id } }),
      done: (contact) => ({ subject: of(contact), details: { contact: contact.id } }),
    }),
  },
  takeOver: {
    need: write,
    recorded: change('contactSaved', {
      asked: (unit, id, from) => ({ details: { unit, id, from } }),
      done: (contact) => told(contact),
    }),
  },
  special: { need: see, recorded: 'a setting' },
  setSpecial: {
    need: { permission: 'handlePersonalData', whole: true },
    recorded: change('specialInformationSet', { asked: (purpose) => ({ details: { purpose } }) }),
  },
};
