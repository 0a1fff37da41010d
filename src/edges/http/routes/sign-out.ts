import { signOutEndpoint } from '../contracts/sign-in.ts';
import { route } from '../route.ts';

export const signOutRoute = route(signOutEndpoint, async (_asked, { signIn, guard }, { request, reply }) => {
  signIn.end(guard.sessionOf(request) ?? '');
  reply.header('set-cookie', guard.sessionCookie(''));
});
