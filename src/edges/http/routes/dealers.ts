import { dealersEndpoint } from '../contracts/dealers.ts';
import { route } from '../route.ts';

export const dealersRoute = route(dealersEndpoint, async (_, { application }) => ({
  dealers: await application.dealers.list(),
}));
