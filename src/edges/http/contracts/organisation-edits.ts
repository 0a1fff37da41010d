import { z } from 'zod';
import { assignmentKinds } from '../../../domain/dated-facts.ts';
import { memberEdit, newMember } from '../../../domain/member-edit.ts';
import { count, isoDate, list, optional } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const kind = z.enum(assignmentKinds);
const state = z.object({ name: z.string(), code: z.string(), retired: isoDate.nullable() });
const edited = z
  .object({
    ...{ id: count, kind, name: z.string(), code: z.string() },
    /** The first day on which nobody is offered it; null: it was not retired. */
    retired: isoDate.nullable(),
    /** Number of the last change by hand: the next one has to name it. */
    version: count,
    /** null: it was not there. */
    was: state.nullable(),
  })
  .meta({ id: 'EditedMember' });

export const organisationClientsEndpoint = endpoint({
  name: 'organisationClients',
  method: 'GET',
  path: '/organisation/clients',
  summary:
    'Of how many clients each member whom you are in charge of is responsible on a day, today when left out.',
  query: z.object({ day: optional(z.iso.date()) }),
  answer: {
    as: 'json',
    schema: z.object({ day: isoDate, clients: list(z.object({ member: count, clients: count })) }),
  },
});

export const addMemberEndpoint = endpoint({
  name: 'addMember',
  method: 'POST',
  path: '/organisation/members',
  summary:
    'Adds a branch, department, team or rep, below another one from a day on; imports find it by name or code.',
  body: newMember,
  answer: { as: 'json', status: 201, schema: edited },
});

export const changeMemberEndpoint = endpoint({
  name: 'changeMember',
  method: 'PATCH',
  path: '/organisation/members/{id}',
  summary: 'Renames a member, whatever imports say; retires it from a day on or (null) brings it back.',
  params,
  body: memberEdit,
  answer: { as: 'json', schema: edited },
});

export const undoMemberChangeEndpoint = endpoint({
  name: 'undoMemberChange',
  method: 'POST',
  path: '/organisation/members/{id}/undo',
  summary: 'Takes back the last change by hand that holds. 409 `memberStale`, `memberNothingToUndo`.',
  params,
  body: z.strictObject({ version: count }),
  answer: { as: 'json', schema: edited },
});

export const memberHistoryEndpoint = endpoint({
  name: 'memberHistory',
  method: 'GET',
  path: '/organisation/members/{id}/history',
  summary:
    'What was changed of a member by hand, the latest first: itself (`after`), and whom it belongs to (`moved`).',
  params,
  answer: {
    as: 'json',
    schema: z.object({
      changes: list(
        z.object({
          /** null: it was moved. */
          id: count.nullable(),
          at: z.string(),
          /** Empty: the owner of the data folder; null: it is not kept who it was. */
          user: z.string().nullable(),
          before: state.nullable(),
          after: state.nullable(),
          undoes: count.nullable(),
          moved: z
            .object({
              kind,
              to: z.union([
                z.object({ id: count, code: z.string(), name: z.string() }),
                z.enum(['nobody', 'shown']),
              ]),
              from: isoDate,
              until: isoDate.nullable(),
            })
            .nullable(),
        }),
      ),
    }),
  },
});
