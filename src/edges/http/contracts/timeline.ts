import { z } from 'zod';
import { callOutcomes, refusalReasons } from '../../../domain/calls.ts';
import { entryKinds, longestOutcome, longestText, timelineKinds } from '../../../domain/entry.ts';
import { grounds } from '../../../domain/grounds.ts';
import { countUnits } from '../../../domain/units.ts';
import { count, decimal, isoDate, list, optional, saidProblem, text } from './common.ts';
import { endpoint } from './endpoint.ts';

const unit = z.enum(countUnits);
const idNumber = z.coerce.number().int().positive().max(2_147_483_647);
const params = z.object({ id: idNumber });
const kind = z.enum(entryKinds);
/** Local, `HH:MM`. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const day = z.iso.date();

const entry = z
  .object({
    id: count,
    /** To be sent with a change. */
    version: count,
    /** Of whom: `party` is a client or a legal entity. */
    level: z.enum(['party', 'point']),
    unitId: count,
    kind,
    day: isoDate,
    /** null: nobody said. */
    time: z.string().nullable(),
    text: z.string(),
    outcome: z.string(),
    /** Of a task. */
    due: isoDate.nullable(),
    done: z.boolean(),
    /** Empty: the owner of the data folder. */
    author: z.string(),
    /** You may change and remove it. */
    changeable: z.boolean(),
    enteredAt: z.string(),
  })
  .meta({ id: 'Entry' });

const item = z
  .object({
    kind: z.enum(timelineKinds),
    day: isoDate,
    /** Local; null: of the day. */
    time: z.string().nullable(),
    /** Of which unit of the family; null: of the customer as a whole. */
    whose: z.object({ unit, id: count, name: z.string() }).nullable(),
    /** Empty: the owner of the data folder, or nobody. */
    who: z.string(),
    text: z.string(),
    /** Of what somebody has written down. */
    entry: optional(
      z.object({
        ...{ id: count, version: count, outcome: z.string(), due: isoDate.nullable() },
        ...{ done: z.boolean(), changeable: z.boolean() },
      }),
    ),
    /** Of a shipment or a return: `id` and `customer` are those of `/documents/lines` with the unit `client`. */
    shipment: optional(
      z.object({
        ...{ id: z.string(), customer: count, number: z.string().nullable(), rep: z.string() },
        ...{ lines: count, counted: count, quantity: decimal.nullable(), sales: decimal.nullable() },
      }),
    ),
    /** What was and is; null: nothing was stated. */
    changes: optional(
      list(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    ),
    edit: optional(z.object({ id: count, undoes: count.nullable() })),
    /** Of a call of the work list, which says no text; `next`: the day of the next one. */
    call: optional(
      z.object({
        ...{ id: count, outcome: z.enum(callOutcomes), reason: z.enum(refusalReasons).nullable() },
        next: isoDate,
      }),
    ),
    /** Who is responsible from that day; empty: nobody. */
    owner: optional(z.object({ dimension: z.string(), name: z.string() })),
    /** Names, empty of whom you may not be told; `withdrawn`: they are two again. */
    merge: optional(
      z.object({ id: count, withdrawn: z.boolean(), absorbed: z.string(), survivor: z.string() }),
    ),
  })
  .meta({ id: 'TimelineItem' });

export const timelineEndpoint = endpoint({
  name: 'timeline',
  method: 'GET',
  path: '/customers/{unit}/{id}/timeline',
  summary:
    'A page of everything dated that is known of a customer and of the whole family that he belongs to, newest first.',
  params: z.object({ unit, id: idNumber }),
  query: z.object({
    /** Separated by commas; all of them when left out. */
    kinds: optional(
      z
        .string()
        .max(200)
        .transform((given) => given.split(','))
        .pipe(z.array(z.enum(timelineKinds)).min(1)),
    ),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: optional(text(1000)),
  }),
  answer: { as: 'json', schema: z.object({ rows: list(item), next: optional(z.string()) }) },
});

export const entryEndpoint = endpoint({
  name: 'entry',
  method: 'GET',
  path: '/entries/{id}',
  summary: 'What somebody has written down of a customer.',
  params,
  answer: { as: 'json', schema: entry },
});

const words = {
  kind,
  day,
  time: time.nullable(),
  text: text(longestText),
  outcome: text(longestOutcome),
  due: day.nullable(),
  done: z.boolean(),
};

export const addEntryEndpoint = endpoint({
  name: 'addEntry',
  method: 'POST',
  path: '/entries',
  summary: 'Writes down a touch of a customer: today unless a day is given.',
  body: z.strictObject({
    ...{ unit, id: z.int().positive().max(2_147_483_647) },
    ...{ kind: words.kind, text: words.text, grounds: optional(grounds) },
    ...{ day: optional(words.day), time: optional(words.time), outcome: optional(words.outcome) },
    ...{ due: optional(words.due), done: optional(words.done) },
  }),
  answer: { as: 'json', status: 201, schema: entry },
});

export const changeEntryEndpoint = endpoint({
  name: 'changeEntry',
  method: 'PATCH',
  path: '/entries/{id}',
  summary:
    'Changes an entry. Its author may, and whoever may edit customers. 409 `entryStale` when it has been changed since.',
  params,
  body: z.strictObject({
    ...{ version: count, grounds: optional(grounds) },
    ...{ kind: optional(words.kind), day: optional(words.day), time: optional(words.time) },
    ...{ text: optional(words.text), outcome: optional(words.outcome) },
    ...{ due: optional(words.due), done: optional(words.done) },
  }),
  answer: { as: 'json', schema: entry },
});

export const removeEntryEndpoint = endpoint({
  name: 'removeEntry',
  method: 'DELETE',
  path: '/entries/{id}',
  summary: 'Takes an entry away; `/entries/{id}/restore` brings it back.',
  params,
  answer: { as: 'nothing' },
});

export const restoreEntryEndpoint = endpoint({
  name: 'restoreEntry',
  method: 'POST',
  path: '/entries/{id}/restore',
  summary: 'Brings an entry back that was removed.',
  params,
  answer: { as: 'json', schema: entry },
});

export const loadEntriesEndpoint = endpoint({
  name: 'loadEntries',
  method: 'POST',
  path: '/entries/rows',
  summary:
    'Writes down the rows of a file, at most 1,000 at once: each is loaded, or rejected with its reason. What is there already is not entered again.',
  body: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          /** Its number in the file. */
          row: count,
          /** `2026-11-30` or `30.11.2026`, with a time behind it or not. */
          day: text(40),
          /** Code, ИНН or name. */
          customer: text(500),
          /** A kind in English or Russian; empty: a note. */
          kind: text(60),
          text: text(20_000),
          /** Login or name of a user, or whoever it was; empty: you. */
          author: text(200),
        }),
      )
      .max(1000)
      .readonly(),
    grounds: optional(grounds),
  }),
  answer: {
    as: 'json',
    schema: z.object({ loaded: count, rejected: list(z.object({ row: count, problem: saidProblem })) }),
  },
});
