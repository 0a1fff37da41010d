import { approveCustomerPlanEndpoint } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';

export const approveCustomerPlanRoute = route(
  approveCustomerPlanEndpoint,
  ({ params, body }, { application }) => application.customerPlans.approve(params.month, body.version),
);
