import { planFactEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const planFactRoute = route(planFactEndpoint, ({ params, query }, { application }) =>
  application.plans.fact(params.month, query.version, query.sales),
);
