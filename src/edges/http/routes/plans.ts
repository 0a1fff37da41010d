import { plansEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const plansRoute = route(plansEndpoint, async (_, { application }) => ({
  plans: await application.plans.list(),
}));
