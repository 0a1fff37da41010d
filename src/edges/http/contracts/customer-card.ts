import { z } from 'zod';
import { editableFields } from '../../../domain/customer-edit.ts';
import { customerStatuses } from '../../../domain/customer-status.ts';
import { assignable } from '../../../domain/dimensions.ts';
import { grounds } from '../../../domain/grounds.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, decimal, isoDate, list, optional, text } from './common.ts';
import { endpoint } from './endpoint.ts';

const unit = z.enum(countUnits);
const params = z.object({ unit, id: z.coerce.number().int().positive().max(2_147_483_647) });
const field = z.enum(editableFields);
const member = { id: count, name: z.string(), code: z.string(), address: z.string() };
const edit = z.object({
  id: count,
  at: z.string(),
  /** Empty: the owner of the data folder. */
  user: z.string(),
  undoes: count.nullable(),
  /** What was and is stated; null: what imports say counts. */
  changes: list(
    z.object({
      ...{ field, before: z.string().nullable(), after: z.string().nullable() },
      /** From which day on it is so. */
      since: isoDate.nullable(),
    }),
  ),
});

export const rhythm = z
  .object({
    ...{ days: count, first: isoDate, last: isoDate, since: z.int() },
    /** Days between purchases, of the customer himself, of his client type, or of all; null: nothing is expected. */
    ...{ interval: count.nullable(), basis: z.enum(['own', 'type', 'all']).nullable() },
    ...{ expected: isoDate.nullable(), late: z.int().nullable(), amount: decimal.nullable() },
  })
  .meta({ id: 'Rhythm' });

export const customerCard = z
  .object({
    unit,
    /** Of the unit that the identity asked for belongs to. */
    id: count,
    dataVersion: count,
    /** To be sent with an edit. */
    version: count,
    person: z.boolean(),
    ...{ name: z.string(), fullName: z.string(), code: z.string() },
    ...{ inn: z.string(), kpp: z.string(), ogrn: z.string() },
    ...{
      clientType: z.string(),
      salesChannel: z.string(),
      acquisitionChannel: z.string(),
      industry: z.string(),
    },
    /** Of the client: works, left, closed or ended; since null: nobody has stated it. */
    ...{ status: z.string(), statusReason: z.string(), statusSince: isoDate.nullable() },
    ...{ city: z.string(), region: z.string(), federalDistrict: z.string(), country: z.string() },
    /** Type or grade of a delivery point. */
    pointType: z.string(),
    ...{ address: z.string(), legalAddress: z.string(), site: z.string() },
    ...{ creditLimit: z.string(), deferralDays: z.string(), note: z.string() },
    /** What he owes, as of the day of the oldest file that says so; of a delivery point: its legal entity. */
    receivables: z
      .object({
        ...{ debt: decimal.nullable(), overdue: decimal.nullable(), asOf: isoDate },
        /** Debt over the credit limit in force, a fraction; null: there is no limit. */
        limitUse: decimal.nullable(),
      })
      .nullable(),
    /** When he buys by his own rhythm, up to the last loaded day; null: he has never bought. */
    rhythm: rhythm.nullable(),
    /** null: kept from you. */
    contacts: z
      .object({
        phones: list(z.string()),
        emails: list(z.string()),
        ...{ messenger: z.string(), contactName: z.string(), contactPosition: z.string() },
        ...{ decisionMaker: z.string(), influencer: z.string() },
      })
      .nullable(),
    /** On the last loaded day. */
    responsible: z
      .record(z.enum(assignable), z.object({ id: count, name: z.string() }).nullable())
      .readonly(),
    firstSeen: isoDate.nullable(),
    /** Of all that is loaded, by the method `main`. */
    firstPurchase: isoDate.nullable(),
    lastPurchase: isoDate.nullable(),
    ...{ sales: decimal.nullable(), salesExVat: decimal.nullable(), avgCheck: decimal.nullable() },
    ...{ documents: count.nullable(), products: count.nullable() },
    family: z.object({
      client: z.object(member).nullable(),
      legalEntities: list(
        z.object({
          ...member,
          /** `implicit`: stands for lines that name none. */
          deliveryPoints: list(z.object({ ...member, implicit: z.boolean(), city: z.string() })),
        }),
      ),
    }),
    /** Under which names sources know the legal entity. */
    identities: list(z.object({ id: count, source: z.string(), code: z.string(), name: z.string() })),
    /** Of which unit a field is stated: this one, or another one of the family. */
    editable: z.record(field, unit).readonly(),
    /** What imports say of the fields that are stated by hand. */
    imported: z.partialRecord(field, z.string()).readonly(),
    /** The latest first. */
    edits: list(edit),
  })
  .meta({ id: 'CustomerCard' });

export const customerCardEndpoint = endpoint({
  name: 'customerCard',
  method: 'GET',
  path: '/customers/{unit}/{id}',
  summary:
    'Everything that is known of a customer: profile, contacts, family, who is responsible, edits by hand.',
  params,
  answer: { as: 'json', schema: customerCard },
});

/** What a change by hand has done. */
const edited = z.object({
  /** For undoing it; null: nothing was to be changed. */
  edit: count.nullable(),
  changes: z.partialRecord(field, z.object({ before: z.string(), after: z.string() })).readonly(),
  card: customerCard,
});

export const editCustomerEndpoint = endpoint({
  name: 'editCustomer',
  method: 'PATCH',
  path: '/customers/{unit}/{id}',
  summary:
    'States something of a customer by hand, from the day `since` (today) on; null takes it back. It holds before what imports say. 409 `customerEditStale` with both values when somebody has changed one of these fields since.',
  params,
  body: z
    .strictObject({
      /** Of the card that was looked at. */
      version: count,
      /** From which day on it is so; days before stay as they were. */
      since: optional(z.iso.date()),
      /** Left out: what the company says usually. */
      grounds: optional(grounds),
      ...{ name: optional(text(500).nullable()), note: optional(text(10_000).nullable()) },
      ...{ clientType: optional(text(200).nullable()), salesChannel: optional(text(200).nullable()) },
      ...{ acquisitionChannel: optional(text(200).nullable()), industry: optional(text(200).nullable()) },
      /** `ended` needs a reason. */
      ...{
        status: optional(z.enum(customerStatuses).nullable()),
        statusReason: optional(text(500).nullable()),
      },
      pointType: optional(text(200).nullable()),
      ...{ city: optional(text(200).nullable()), address: optional(text(1000).nullable()) },
      ...{ legalAddress: optional(text(1000).nullable()), site: optional(text(500).nullable()) },
    })
    .refine((body) => editableFields.some((one) => body[one] !== undefined), { error: 'nothing to change' }),
  answer: { as: 'json', schema: edited },
});

export const undoCustomerEditEndpoint = endpoint({
  name: 'undoCustomerEdit',
  method: 'POST',
  path: '/customers/edits/{id}/undo',
  summary: 'Takes an edit back. 409 `customerEditChanged` when something else has been stated since.',
  params: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }),
  answer: { as: 'json', schema: edited },
});
