import { comparePlansEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const comparePlansRoute = route(comparePlansEndpoint, async ({ params, query }, { application }) => ({
  targets: await application.plans.compare(params.period, query.from, query.to),
}));
