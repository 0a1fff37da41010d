import { z } from 'zod';
import { callGroups, callOutcomes, callRules, callSorts, refusalReasons } from '../../../domain/calls.ts';
import { contactRoles } from '../../../domain/contact.ts';
import { assignable } from '../../../domain/dimensions.ts';
import { customerSet } from '../../../domain/sets/customer-set.ts';
import { count, decimal, isoDate, list } from './common.ts';
import { rhythm } from './customer-card.ts';
import { endpoint } from './endpoint.ts';

const idNumber = z.coerce.number().int().positive().max(2_147_483_647);
const member = z.exactOptional(z.coerce.number().int().nonnegative().max(4_294_967_295));
const outcome = z.enum(callOutcomes);
const group = z.enum(callGroups);
const share = decimal.nullable();

const lastCall = z.object({ outcome, day: isoDate, next: isoDate }).nullable();
const closes = z.object({ share: decimal, enough: count.nullable() }).nullable();
const gap = z.object({ plan: decimal, fact: decimal, missing: decimal }).nullable();

const row = z
  .object({
    ...{ id: count, name: z.string(), code: z.string(), address: z.string() },
    /** null: kept from you; empty: none is known. */
    phone: z.string().nullable(),
    ...{ rep: z.string(), rhythm },
    /** Of the missing sales of the month that this purchase would bring. */
    shareOfGap: share,
    /** Has bought in the month of the last loaded day. */
    activeThisMonth: z.boolean(),
    /** Overdue debt; null: none. */
    overdue: decimal.nullable(),
    lastCall,
  })
  .meta({ id: 'CallRow' });

const page = z
  .object({
    ...{ dataVersion: count, asOf: isoDate.nullable(), today: isoDate },
    groups: list(z.object({ group, size: count, expected: decimal })),
    /** All who are late, as a set of clients. */
    set: customerSet.shape.set,
    /** Calls of the day, and as many as there are to make. */
    ...{ done: count, planned: count },
    /** What is missing to the plan of the month; null: there is none. */
    gap: z.object({ month: z.string(), sales: gap, activeBase: gap }).nullable(),
    /** The share of it that the customers of the group would bring, and how many of the first of them are enough. */
    closes: z.object({ sales: closes, activeBase: closes }),
    reps: list(z.object({ id: count, name: z.string() })),
    /** Branches, departments and teams. */
    parts: list(z.object({ level: z.enum(assignable), id: count, name: z.string() })),
    total: count,
    rows: list(row),
  })
  .meta({ id: 'CallPage' });

const card = z
  .object({
    ...{ id: count, name: z.string(), address: z.string(), rhythm: rhythm.nullable() },
    purchases: list(z.object({ day: isoDate, amount: decimal.nullable() })),
    /** Names of products. */
    ...{ lastItems: list(z.string()), offer: list(z.string()) },
    owed: z.object({ debt: decimal.nullable(), overdue: decimal.nullable(), asOf: isoDate }).nullable(),
    /** null: kept from you. */
    contacts: list(
      z.object({ name: z.string(), role: z.enum(contactRoles), position: z.string(), phone: z.string() }),
    ).nullable(),
    lastCall,
  })
  .meta({ id: 'CallCard' });

const recorded = z.object({
  ...{ id: count, client: count, outcome, reason: z.enum(refusalReasons).nullable() },
  ...{ day: isoDate, next: isoDate },
});

const rules = callRules.extend({ version: count });

export const callsEndpoint = endpoint({
  name: 'calls',
  method: 'GET',
  path: '/calls',
  summary: 'Whom to call today: customers who should have bought by their own rhythm, and those of rules.',
  query: z.object({
    /** Only of this member of the organisation; 0: of those who have none. */
    ...{ branch: member, department: member, team: member, rep: member },
    ...{ group: z.exactOptional(group), sort: z.exactOptional(z.enum(callSorts)) },
    limit: z.exactOptional(z.coerce.number().int().min(1).max(200)),
    from: z.exactOptional(z.coerce.number().int().nonnegative()),
  }),
  answer: { as: 'json', schema: page },
});

export const callCardEndpoint = endpoint({
  name: 'callCard',
  method: 'GET',
  path: '/calls/customers/{id}',
  summary: 'What somebody who calls a client wants to have before him.',
  params: z.object({ id: idNumber }),
  answer: { as: 'json', schema: card },
});

export const recordCallEndpoint = endpoint({
  name: 'recordCall',
  method: 'POST',
  path: '/calls',
  summary: 'What a call ended with, and when the next one is; left out: after the usual days.',
  body: z.strictObject({
    ...{ id: z.int().positive().max(2_147_483_647), outcome },
    /** Of a refusal, and of nothing else. */
    reason: z.exactOptional(z.enum(refusalReasons)),
    next: z.exactOptional(z.iso.date()),
  }),
  answer: { as: 'json', schema: recorded },
});

export const undoCallEndpoint = endpoint({
  name: 'undoCall',
  method: 'POST',
  path: '/calls/{call}/undo',
  summary: 'Takes a call of your own back.',
  params: z.object({ call: idNumber }),
  answer: { as: 'json', schema: recorded },
});

export const callResultsEndpoint = endpoint({
  name: 'callResults',
  method: 'GET',
  path: '/calls/results',
  summary: 'What came of the calls of some days, by rep: outcomes, completion, conversion.',
  query: z.object({ from: z.iso.date(), to: z.iso.date() }),
  answer: {
    as: 'json',
    schema: z
      .object({
        ...{ from: isoDate, to: isoDate, wonWithin: count },
        reps: list(
          z.object({
            ...{ rep: count, name: z.string(), calls: count, reached: count, won: count },
            outcomes: z.object({
              ...{ order: count, later: count, noAnswer: count, refused: count, wrongNumber: count },
            }),
            reasons: list(z.object({ reason: z.enum(refusalReasons), calls: count })),
            /** Won ÷ calls; calls ÷ calls planned for the working days that have passed. */
            ...{ conversion: share, completion: share },
          }),
        ),
      })
      .meta({ id: 'CallResults' }),
  },
});

export const callRulesEndpoint = endpoint({
  name: 'callRules',
  method: 'GET',
  path: '/calls/rules',
  summary: 'By which rules customers are called.',
  answer: { as: 'json', schema: rules },
});

export const setCallRulesEndpoint = endpoint({
  name: 'setCallRules',
  method: 'PUT',
  path: '/calls/rules',
  summary: 'States the rules anew, by the version that was looked at. 409 `callRulesStale`.',
  body: rules,
  answer: { as: 'json', schema: rules },
});
