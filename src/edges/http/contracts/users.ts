import { z } from 'zod';
import { restrictions, roles } from '../../../domain/access.ts';
import { assignable } from '../../../domain/dimensions.ts';
import { newUser, typedPassword, userChange } from '../../../domain/user.ts';
import { count, list } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What somebody may do, and what he sees. */
export const rights = {
  role: z.enum(roles),
  /** null: the whole company. */
  scope: z
    .object({
      nodes: list(z.object({ dimension: z.enum(assignable), member: count }).readonly()).nullable(),
    })
    .readonly(),
  hidden: list(z.enum(restrictions)),
};
export const moment = z.string().meta({ format: 'date-time' });

const user = z
  .object({
    ...{ id: count, login: z.string(), name: z.string() },
    ...rights,
    disabled: z.boolean(),
    /** Until when a password that an owner has set lets in; null: it is the user's own. */
    oneTimeUntil: moment.nullable(),
    createdAt: moment,
  })
  .meta({ id: 'User' });
const userId = z.coerce.number().int().positive();
const ofUser = z.object({ userId });

export const usersEndpoint = endpoint({
  name: 'users',
  method: 'GET',
  path: '/users',
  summary: 'All users, by login.',
  answer: { as: 'json', schema: z.object({ users: list(user) }) },
});

export const addUserEndpoint = endpoint({
  name: 'addUser',
  method: 'POST',
  path: '/users',
  summary:
    'Adds a user. The first one is an owner, and ends what the key of the data folder opens; others change the password first.',
  body: newUser,
  answer: { as: 'json', status: 201, schema: user },
});

export const changeUserEndpoint = endpoint({
  name: 'changeUser',
  method: 'PATCH',
  path: '/users/{userId}',
  summary: 'Changes what is named, in force with the next request of the user; `disabled` ends all sessions.',
  params: ofUser,
  body: userChange,
  answer: { as: 'json', schema: user },
});

export const resetPasswordEndpoint = endpoint({
  name: 'resetPassword',
  method: 'PUT',
  path: '/users/{userId}/password',
  summary:
    'Sets a password that lets in for three days and has to be changed; ends all sessions of the user.',
  params: ofUser,
  body: z.strictObject({ password: typedPassword }),
  answer: { as: 'nothing' },
});

export const session = z
  .object({
    id: count,
    /** The browser as it names itself. */
    device: z.string(),
    createdAt: moment,
    /** To the minute. */
    lastUsedAt: moment,
  })
  .meta({ id: 'UserSession' });

export const userSessionsEndpoint = endpoint({
  name: 'userSessions',
  method: 'GET',
  path: '/users/{userId}/sessions',
  summary: 'Where a user is signed in, the newest first.',
  params: ofUser,
  answer: { as: 'json', schema: z.object({ sessions: list(session) }) },
});

export const endUserSessionsEndpoint = endpoint({
  name: 'endUserSessions',
  method: 'DELETE',
  path: '/users/{userId}/sessions',
  summary: 'Ends all sessions of a user.',
  params: ofUser,
  answer: { as: 'nothing' },
});

export const endUserSessionEndpoint = endpoint({
  name: 'endUserSession',
  method: 'DELETE',
  path: '/users/{userId}/sessions/{sessionId}',
  summary: 'Ends one session of a user.',
  params: z.object({ userId, sessionId: userId }),
  answer: { as: 'nothing' },
});
