import { proposePlanEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const proposePlanRoute = route(proposePlanEndpoint, ({ params, body }, { application }) =>
  application.plans.propose({ period: params.period, ...body }),
);
