import { usersEndpoint } from '../contracts/users.ts';
import { route } from '../route.ts';

export const usersRoute = route(usersEndpoint, async (_asked, { application }, { visitor }) => ({
  users: await application.access.users(visitor.viewer),
}));
