import { endUserSessionEndpoint } from '../contracts/users.ts';
import { route } from '../route.ts';

export const endUserSessionRoute = route(endUserSessionEndpoint, ({ params }, { application }, { visitor }) =>
  application.access.endSessions(visitor.viewer, params.userId, params.sessionId),
);
