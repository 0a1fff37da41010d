import { changePasswordEndpoint } from '../contracts/me.ts';
import { route } from '../route.ts';

export const changePasswordRoute = route(
  changePasswordEndpoint,
  async ({ body }, { application, attempts, guard }, { visitor, request, reply }) => {
    const device = request.headers['user-agent'] ?? '';
    const session = await attempts.run(guard.addressOf(request), () =>
      application.access.door.changePassword(visitor, { ...body, device }),
    );
    reply.header('set-cookie', guard.sessionCookie(session));
  },
);
