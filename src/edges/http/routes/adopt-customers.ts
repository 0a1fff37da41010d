import { adoptCustomersEndpoint } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';

export const adoptCustomersRoute = route(adoptCustomersEndpoint, ({ params, body }, { application }) =>
  application.customerPlans.adopt(params.month, body),
);
