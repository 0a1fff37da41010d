import { z } from 'zod';
import { assignmentKinds } from '../../../domain/dated-facts.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, isoDate, list, optional, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { job } from './jobs.ts';

const id = z.int().positive();
const kind = z.enum(assignmentKinds);
const about = z.enum([...countUnits, 'member']);
const member = z.object({ id: count, code: z.string(), name: z.string() });

export const organisationEndpoint = endpoint({
  name: 'organisation',
  method: 'GET',
  path: '/organisation',
  summary: 'Branches, departments, teams and reps, and who belongs to whom on a day, today when left out.',
  query: z.object({ day: optional(z.iso.date()) }),
  answer: {
    as: 'json',
    schema: z.object({
      dataVersion: count,
      day: isoDate,
      members: list(
        member.extend({
          kind,
          /** The nearest one above; null where none is known. */
          parent: count.nullable(),
          above: z.partialRecord(kind, count).readonly(),
          /** The first day on which nobody is offered it; null: it was not retired. */
          retired: isoDate.nullable(),
          /** Number of the last change by hand; 0: there was none. */
          version: count,
        }),
      ),
    }),
  },
});

export const whyShownEndpoint = endpoint({
  name: 'whyShown',
  method: 'GET',
  path: '/visibility/{unit}/{id}',
  summary: 'By what you may be told who a customer is; null: you may not.',
  params: z.object({ unit: z.enum(countUnits), id: z.coerce.number().int().positive() }),
  answer: {
    as: 'json',
    schema: z.object({ because: z.enum(['wholeCompany', 'assigned', 'lastBought']).nullable() }),
  },
});

export const assignmentsEndpoint = endpoint({
  name: 'assignments',
  method: 'GET',
  path: '/assignments/{unit}/{id}',
  summary: 'Who is responsible for a customer from which day, and what somebody has stated of it.',
  params: z.object({ unit: z.enum(countUnits), id: z.coerce.number().int().positive() }),
  answer: {
    as: 'json',
    schema: z.object({
      dataVersion: count,
      responsible: list(
        z.object({
          legalEntity: count,
          /** null: the legal entity, and its points that have nobody of their own. */
          deliveryPoint: count.nullable(),
          kind,
          since: isoDate,
          /** null: nobody. */
          member: member.nullable(),
        }),
      ),
      stated: list(
        z.object({
          id: count,
          about,
          unit: count,
          kind,
          member: z.union([member, z.enum(['nobody', 'shown'])]),
          from: isoDate,
          to: isoDate.nullable(),
          statedAt: z.string(),
        }),
      ),
    }),
  },
});

const statement = z.strictObject({
  about,
  ids: list(id),
  /** Kind of the member responsible. */
  kind,
  /** Nobody, or whom customer cards and lines show. */
  member: z.union([id, z.enum(['nobody', 'shown'])]),
  from: text(10),
  /** Left out: until further notice. */
  to: optional(text(10)),
});

export const assignEndpoint = endpoint({
  name: 'assign',
  method: 'POST',
  path: '/assignments',
  needs: { permission: 'defineCompany', whole: true },
  summary:
    'States who is responsible for customers, or to whom members of the organisation belong, from a day to a day, both included.',
  body: statement,
  answer: { as: 'json', status: 202, schema: job },
});

export const previewAssignmentEndpoint = endpoint({
  name: 'previewAssignment',
  method: 'POST',
  path: '/assignments/preview',
  summary: 'АКБ of members by month before and after a statement, where it changes; nothing is changed.',
  body: statement,
  answer: {
    as: 'json',
    schema: z.object({
      effect: list(
        /** member 0: nobody. */
        z.object({ month: z.string(), kind, member, before: count, after: count }),
      ),
    }),
  },
});
