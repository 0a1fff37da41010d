import { saveCustomerPlanEndpoint } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';

export const saveCustomerPlanRoute = route(saveCustomerPlanEndpoint, ({ params, body }, { application }) =>
  application.customerPlans.save(params.month, body),
);
