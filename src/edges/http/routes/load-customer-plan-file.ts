import { wholeBody } from '../body-of-file.ts';
import { loadCustomerPlanFileEndpoint } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';
import { mostOfCustomerPlan } from './read-customer-plan-file.ts';

export const loadCustomerPlanFileRoute = route(
  loadCustomerPlanFileEndpoint,
  async ({ params, query: { name, ...by }, body }, { application }, { request }) => {
    const content = await wholeBody(body, request.raw, mostOfCustomerPlan, 'customerPlanFileTooLarge');
    return await application.customerPlans.load({ ...params, name, content }, by);
  },
);
