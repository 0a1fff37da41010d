import { Refusal } from '../../../domain/problem.ts';
import { endMySessionEndpoint } from '../contracts/me.ts';
import { route } from '../route.ts';

export const endMySessionRoute = route(
  endMySessionEndpoint,
  async ({ params }, { application }, { visitor }) => {
    const { viewer } = visitor;
    if (viewer.user === null) throw new Refusal({ code: 'onlyInSession' });
    await application.access.endSessions(viewer, viewer.user, params.sessionId);
  },
);
