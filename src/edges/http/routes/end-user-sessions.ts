import { endUserSessionsEndpoint } from '../contracts/users.ts';
import { route } from '../route.ts';

export const endUserSessionsRoute = route(
  endUserSessionsEndpoint,
  ({ params }, { application }, { visitor }) => application.access.endSessions(visitor.viewer, params.userId),
);
