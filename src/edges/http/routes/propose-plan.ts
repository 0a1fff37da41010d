import { proposePlanEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const proposePlanRoute = route(proposePlanEndpoint, ({ params, body }, { application }) =>
  application.plans.propose({ month: params.month, ...body }),
);
