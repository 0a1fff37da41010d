import { z } from 'zod';
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

export const signOutEndpoint = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/session',
  summary: 'Ends the session of this cookie.',
  answer: { as: 'nothing' },
});

export const createLinkEndpoint = endpoint({
  name: 'createLink',
  method: 'POST',
  path: '/links',
  summary: 'A new link for a browser: valid once, for ten minutes.',
  answer: { as: 'json', status: 201, schema: z.object({ url: z.string(), validUntil: z.string() }) },
  keyOnly: true,
});
