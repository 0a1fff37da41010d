import { bonusSchemesEndpoint } from '../contracts/bonus.ts';
import { route } from '../route.ts';

export const bonusSchemesRoute = route(bonusSchemesEndpoint, async (_, { application }) => ({
  schemes: await application.bonus.schemes(),
}));
