import { passwordSignInEndpoint } from '../contracts/sign-in.ts';
import { route } from '../route.ts';

export const passwordSignInRoute = route(
  passwordSignInEndpoint,
  async ({ body }, { application, attempts, guard }, { request, reply }) => {
    const { door } = application.access;
    const device = request.headers['user-agent'] ?? '';
    const { session, oneTimePassword } = await attempts.run(guard.addressOf(request), () =>
      door.signIn({ ...body, device }),
    );
    // Whoever sat here before is signed out.
    await door.signOut(guard.sessionOf(request) ?? '');
    reply.header('set-cookie', guard.sessionCookie(session));
    return { oneTimePassword };
  },
);
