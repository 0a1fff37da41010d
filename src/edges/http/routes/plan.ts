import { planEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const planRoute = route(planEndpoint, ({ params, query }, { application }) =>
  application.plans.plan(params.period, query.version),
);
