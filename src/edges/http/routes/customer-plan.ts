import { customerPlanEndpoint } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';

export const customerPlanRoute = route(customerPlanEndpoint, ({ params, body }, { application }) =>
  application.customerPlans.page({ ...params, ...body }),
);
