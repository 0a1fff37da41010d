import { passwordSignInEndpoint } from '../contracts/sign-in.ts';
import { route } from '../route.ts';

export const passwordSignInRoute = route(
  passwordSignInEndpoint,
  async ({ body }, { application, attempts, guard, signIn }, { request, reply }) => {
    const { door } = application.access;
    const device = request.headers['user-agent'] ?? '';
    const { session, oneTimePassword } = await attempts.run(guard.addressOf(request), () =>
      door.signIn({ ...body, device }),
    );
    // Whoever sat here before is signed out, and what a link has opened is closed.
    const before = guard.sessionOf(request) ?? '';
    signIn.end(before);
    await door.signOut(before);
    reply.header('set-cookie', guard.sessionCookie(session));
    return { oneTimePassword };
  },
);
