import { signOutEndpoint } from '../contracts/sign-in.ts';
import { route } from '../route.ts';

export const signOutRoute = route(
  signOutEndpoint,
  async (_asked, { application, signIn, guard }, { request, reply }) => {
    const session = guard.sessionOf(request) ?? '';
    signIn.end(session);
    await application.access.door.signOut(session);
    reply.header('set-cookie', guard.sessionCookie(''));
  },
);
