import { z } from 'zod';
import { contactChannels, contactRoles, importedRoles, specialFields } from '../../../domain/contact.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, isoDate, list, optional, text } from './common.ts';
import { endpoint } from './endpoint.ts';

const unit = z.enum(countUnits);
const idNumber = z.coerce.number().int().positive().max(2_147_483_647);
const params = z.object({ id: idNumber });
const ofCustomer = z.object({ unit, id: idNumber });
const level = z.enum(['party', 'point']);
const role = z.enum(contactRoles);
const special = z.object(
  Object.fromEntries(specialFields.map((field) => [field, z.string()])) as Record<
    (typeof specialFields)[number],
    z.ZodString
  >,
);

const contact = z
  .object({
    id: count,
    /** To be sent with a change. */
    version: count,
    /** Of whom: `party` is a client or a legal entity. */
    level,
    unitId: count,
    ...{ name: z.string(), role, position: z.string() },
    /** `e164` null: no whole number. */
    phones: list(z.object({ raw: z.string(), e164: z.string().nullable() })),
    emails: list(z.string()),
    messenger: z.string(),
    /** `YYYY-MM-DD`, or `--MM-DD`. */
    birthday: z.string().nullable(),
    channel: z.enum(contactChannels).nullable(),
    note: z.string(),
    origin: z.object({ source: z.string(), basis: z.string(), purpose: z.string(), on: isoDate }),
    /** null: kept from you, or the company keeps none. */
    special: special.nullable(),
    /** From which words of a file it was taken over. */
    takenFrom: z.enum(importedRoles).nullable(),
  })
  .meta({ id: 'Contact' });

const imported = z.object({
  from: z.enum(importedRoles),
  ...{ name: z.string(), role, position: z.string(), level, unitId: count },
});

export const contactsEndpoint = endpoint({
  name: 'contacts',
  method: 'GET',
  path: '/customers/{unit}/{id}/contacts',
  summary:
    'Persons of a customer and of the whole family that he belongs to, and beside them what imports say. 403 `contactsHidden` where they are kept from you.',
  params: ofCustomer,
  answer: {
    as: 'json',
    schema: z.object({
      contacts: list(contact),
      imported: list(imported),
      /** You may see and enter special information. */
      special: z.boolean(),
    }),
  },
});

export const contactEndpoint = endpoint({
  name: 'contact',
  method: 'GET',
  path: '/contacts/{id}',
  summary: 'A person of a customer.',
  params,
  answer: { as: 'json', schema: contact },
});

const short = text(500);
/** Why the company may have it: from where, on which legal basis, for what, since when. */
const origin = z.strictObject({ source: short, basis: short, purpose: short, on: z.iso.date() });
const words = {
  ...{ position: optional(short), phones: optional(z.array(text(200)).max(20).readonly()) },
  ...{ emails: optional(z.array(text(300)).max(20).readonly()), messenger: optional(short) },
  birthday: optional(
    z
      .string()
      .regex(/^(?:\d{4}|-)-\d\d-\d\d$/)
      .nullable(),
  ),
  ...{ channel: optional(z.enum(contactChannels).nullable()), note: optional(text(5000)) },
  special: optional(
    z.strictObject({ family: optional(short), hobbies: optional(short), children: optional(short) }),
  ),
};

export const addContactEndpoint = endpoint({
  name: 'addContact',
  method: 'POST',
  path: '/contacts',
  summary: 'Adds a person to a customer, with the origin of the personal data.',
  body: z.strictObject({
    ...{ unit, id: z.int().positive().max(2_147_483_647), name: short, role: optional(role) },
    ...words,
    origin,
  }),
  answer: { as: 'json', status: 201, schema: contact },
});

export const changeContactEndpoint = endpoint({
  name: 'changeContact',
  method: 'PATCH',
  path: '/contacts/{id}',
  summary:
    'Changes a person; what is personal and new needs its `origin`. 409 `contactStale` when somebody else has changed it since.',
  params,
  body: z.strictObject({
    version: count,
    ...{ name: optional(short), role: optional(role) },
    ...words,
    origin: optional(origin),
  }),
  answer: { as: 'json', schema: contact },
});

export const removeContactEndpoint = endpoint({
  name: 'removeContact',
  method: 'DELETE',
  path: '/contacts/{id}',
  summary: 'Takes a person away; `/contacts/{id}/restore` brings him back.',
  params,
  answer: { as: 'nothing' },
});

export const restoreContactEndpoint = endpoint({
  name: 'restoreContact',
  method: 'POST',
  path: '/contacts/{id}/restore',
  summary: 'Brings a person back that was removed.',
  params,
  answer: { as: 'json', schema: contact },
});

export const takeOverContactEndpoint = endpoint({
  name: 'takeOverContact',
  method: 'POST',
  path: '/customers/{unit}/{id}/contacts/taken-over',
  summary: 'Makes a contact of your own from what an import says.',
  params: ofCustomer,
  /** name: which one, where files name several; 409 `importedContactsSeveral` without it. */
  body: z.strictObject({ from: z.enum(importedRoles), origin, name: optional(text(500)) }),
  answer: { as: 'json', status: 201, schema: contact },
});

const purpose = text(500).nullable();

export const specialInformationEndpoint = endpoint({
  name: 'specialInformation',
  method: 'GET',
  path: '/contacts/special',
  summary: 'For what the company keeps special information of persons; null: it keeps none.',
  answer: { as: 'json', schema: z.object({ purpose }) },
});

export const setSpecialInformationEndpoint = endpoint({
  name: 'setSpecialInformation',
  method: 'PUT',
  path: '/contacts/special',
  summary:
    'Says for what the company keeps special information of persons. null turns it off and erases what was kept.',
  body: z.strictObject({ purpose }),
  answer: { as: 'nothing' },
});
