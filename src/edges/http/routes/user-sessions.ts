import { userSessionsEndpoint } from '../contracts/users.ts';
import { route } from '../route.ts';

export const userSessionsRoute = route(
  userSessionsEndpoint,
  async ({ params }, { application }, { visitor }) => ({
    sessions: await application.access.sessions(visitor.viewer, params.userId),
  }),
);
