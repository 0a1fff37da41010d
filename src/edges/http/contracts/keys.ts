import { z } from 'zod';
import { newKey } from '../../../domain/user.ts';
import { count, isoDate, list } from './common.ts';
import { endpoint } from './endpoint.ts';
import { moment, rights } from './users.ts';

const key = z
  .object({
    id: count,
    /** What it begins with. */
    prefix: z.string(),
    name: z.string(),
    /** The user whose key it is; null: of the owner of the data folder. */
    user: count.nullable(),
    ...rights,
    createdAt: moment,
    expiresAt: moment,
    lastUsedDay: isoDate.nullable(),
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const keysEndpoint = endpoint({
  name: 'keys',
  method: 'GET',
  path: '/keys',
  summary: 'API keys: all of them for whoever manages users, else one’s own.',
  answer: { as: 'json', schema: z.object({ keys: list(key) }) },
});

export const addKeyEndpoint = endpoint({
  name: 'addKey',
  method: 'POST',
  path: '/keys',
  summary: 'Makes an API key that may do no more than whoever makes it. `text` is the key, shown this once.',
  body: newKey,
  answer: { as: 'json', status: 201, schema: key.extend({ text: z.string() }) },
});

export const revokeKeyEndpoint = endpoint({
  name: 'revokeKey',
  method: 'DELETE',
  path: '/keys/{keyId}',
  summary: 'Revokes an API key, at once and for good.',
  params: z.object({ keyId: z.coerce.number().int().positive() }),
  answer: { as: 'nothing' },
});
