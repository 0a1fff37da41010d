import { compareCustomerPlansEndpoint } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';

export const compareCustomerPlansRoute = route(
  compareCustomerPlansEndpoint,
  ({ params, query }, { application }) =>
    application.customerPlans.compare(params.month, query.from, query.to),
);
