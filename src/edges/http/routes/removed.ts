import { removedEndpoint } from '../contracts/removals.ts';
import { route } from '../route.ts';

export const removedRoute = route(removedEndpoint, async (_, { application }) => ({
  customers: await application.removals.list(),
}));
