import { Refusal } from '../../../domain/problem.ts';
import { mySessionsEndpoint } from '../contracts/me.ts';
import { route } from '../route.ts';

export const mySessionsRoute = route(mySessionsEndpoint, async (_asked, { application }, { visitor }) => {
  const { viewer, session } = visitor;
  if (viewer.user === null) throw new Refusal({ code: 'onlyInSession' });
  const sessions = await application.access.sessions(viewer, viewer.user);
  return { sessions: sessions.map((one) => ({ ...one, current: one.id === session?.id })) };
});
