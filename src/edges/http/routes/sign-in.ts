import { Refusal } from '../../../domain/problem.ts';
import { signInEndpoint } from '../contracts/sign-in.ts';
import { route } from '../route.ts';

export const signInRoute = route(
  signInEndpoint,
  async ({ body }, { application, signIn, guard }, { reply }) => {
    const session = signIn.exchange(body.token);
    if (session === undefined || (await application.access.door.hasUsers()))
      throw new Refusal({ code: 'linkVoid' });
    reply.header('set-cookie', guard.sessionCookie(session));
  },
);
