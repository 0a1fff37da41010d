import { groupsEndpoint } from '../contracts/groups.ts';
import { route } from '../route.ts';

export const groupsRoute = route(groupsEndpoint, async (_, { application }) => ({
  groups: await application.groups.list(),
}));
