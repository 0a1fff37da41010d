import { z } from 'zod';
import { typedLogin, typedPassword } from '../../../domain/user.ts';
import { endpoint } from './endpoint.ts';

export const signInEndpoint = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/session',
  summary: 'Exchanges the token of a one-time link for a session cookie; after that the token is void.',
  body: z.strictObject({ token: z.string().min(1).max(200) }),
  answer: { as: 'nothing' },
  open: true,
});

export const passwordSignInEndpoint = endpoint({
  name: 'signInWithPassword',
  method: 'POST',
  path: '/sign-in/password',
  summary:
    'Exchanges login and password for a session cookie; `oneTimePassword`: it has to be changed first.',
  body: z.strictObject({ login: typedLogin, password: typedPassword }),
  answer: { as: 'json', schema: z.object({ oneTimePassword: z.boolean() }) },
  open: true,
});

export const signOutEndpoint = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/session',
  summary: 'Ends the session of this cookie.',
  answer: { as: 'nothing' },
  beforeOwnPassword: true,
});

export const createLinkEndpoint = endpoint({
  name: 'createLink',
  method: 'POST',
  path: '/links',
  summary: 'A new link for a browser: valid once, for ten minutes.',
  answer: { as: 'json', status: 201, schema: z.object({ url: z.string(), validUntil: z.string() }) },
  keyOnly: true,
});
