import { proposeCustomersEndpoint } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';

export const proposeCustomersRoute = route(proposeCustomersEndpoint, ({ params, body }, { application }) =>
  application.customerPlans.propose({ ...params, ...body }),
);
