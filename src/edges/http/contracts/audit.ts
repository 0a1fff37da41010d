import { z } from 'zod';
import { auditActions } from '../../../domain/audit.ts';
import type { JsonValue } from '../../../domain/json.ts';
import { count, list, optional, text } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Any JSON. */
const json = z.unknown() as z.ZodType<JsonValue, JsonValue>;
const instant = z.string().meta({ format: 'date-time' });
const id = z.int().positive();
const changes = z
  .record(z.string(), z.object({ before: optional(json), after: optional(json) }).readonly())
  .readonly();

export const auditEntry = z
  .object({
    batch: id,
    number: id,
    id: z.uuid(),
    at: instant,
    /** null: the holder of the data folder. */
    user: id.nullable(),
    onBehalfOf: id.nullable(),
    key: z.string().nullable(),
    address: z.string().nullable(),
    action: z.string(),
    outcome: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }).readonly().nullable(),
    details: z.record(z.string(), json).readonly(),
    changes,
    /** Values of a person: `shown`, or why not. */
    personal: z
      .object({
        state: z.enum(['shown', 'masked', 'destroyed', 'unreadable']),
        fields: list(z.string()),
        changes,
      })
      .readonly()
      .nullable(),
  })
  .readonly()
  .meta({ id: 'AuditEntry' });

export const auditEndpoint = endpoint({
  name: 'audit',
  method: 'GET',
  path: '/audit',
  summary: 'Who did what and when, newest first, page by page.',
  query: z.strictObject({
    /** A number, or `holder`: whoever holds the data folder. */
    user: optional(z.union([z.literal('holder'), z.coerce.number().int().positive()])),
    action: optional(z.enum(auditActions)),
    /** Included. */
    from: optional(z.iso.datetime({ offset: true })),
    /** Not included. */
    to: optional(z.iso.datetime({ offset: true })),
    /** `import:3`, or `import` for all of them. */
    subject: optional(text(300).regex(/^[A-Za-z]+(:.+)?$/)),
    limit: optional(z.coerce.number().int().min(1).max(1000)),
    cursor: optional(text(40)),
  }),
  answer: {
    as: 'json',
    schema: z.object({ entries: list(auditEntry), next: z.string().nullable() }),
  },
});

export const auditVerificationEndpoint = endpoint({
  name: 'auditVerification',
  method: 'GET',
  path: '/audit/verification',
  summary: 'Walks the whole chain of the trail and says where it breaks first. head: a hash noted earlier.',
  query: z.strictObject({ head: optional(z.string().regex(/^[\da-fA-F]{64}$/)) }),
  answer: {
    as: 'json',
    schema: z.object({
      whole: z.boolean(),
      batches: count,
      events: count,
      head: z.string().nullable(),
      break: z
        .object({
          batch: z.int(),
          number: z.int().nullable(),
          how: z.enum(['changed', 'missing', 'inserted', 'moved']),
        })
        .readonly()
        .nullable(),
      headFound: z.boolean().nullable(),
    }),
  },
});
