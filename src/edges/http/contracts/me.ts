import { z } from 'zod';
import { permissions } from '../../../domain/access.ts';
import { typedPassword } from '../../../domain/user.ts';
import { count, list } from './common.ts';
import { endpoint } from './endpoint.ts';
import { rights, session } from './users.ts';

export const meEndpoint = endpoint({
  name: 'me',
  method: 'GET',
  path: '/me',
  summary: 'Who is asking, by what, and what he may do.',
  answer: {
    as: 'json',
    schema: z.object({
      /** null: the owner of the data folder, or a key of his. */
      user: z.object({ id: count, login: z.string(), name: z.string() }).nullable(),
      by: z.enum(['folderKey', 'link', 'session', 'key']),
      ...rights,
      permissions: list(z.enum(permissions)),
      /** An owner has set the password: nothing else is open until it is changed. */
      oneTimePassword: z.boolean(),
    }),
  },
  beforeOwnPassword: true,
});

export const changePasswordEndpoint = endpoint({
  name: 'changePassword',
  method: 'PATCH',
  path: '/me/password',
  summary: 'Sets one’s own password; ends all sessions and gives this browser a new one.',
  body: z.strictObject({ current: typedPassword, next: typedPassword }),
  answer: { as: 'nothing' },
  beforeOwnPassword: true,
});

export const mySessionsEndpoint = endpoint({
  name: 'mySessions',
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where one is signed in, the newest first; `current`: by this very session.',
  answer: {
    as: 'json',
    schema: z.object({ sessions: list(session.extend({ current: z.boolean() })) }),
  },
});

export const endMySessionEndpoint = endpoint({
  name: 'endMySession',
  method: 'DELETE',
  path: '/me/sessions/{sessionId}',
  summary: 'Ends one of one’s own sessions.',
  params: z.object({ sessionId: z.coerce.number().int().positive() }),
  answer: { as: 'nothing' },
});
