import { wholeBody } from '../body-of-file.ts';
import { readCustomerPlanFileEndpoint } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';
import { saidProblems } from '../said.ts';

/** Bytes of a file of plans of customers. */
export const mostOfCustomerPlan = 20_000_000;

export const readCustomerPlanFileRoute = route(
  readCustomerPlanFileEndpoint,
  async ({ params, query, body }, { application }, { request, language }) => {
    const content = await wholeBody(body, request.raw, mostOfCustomerPlan, 'customerPlanFileTooLarge');
    const read = await application.customerPlans.read({ ...params, ...query, content });
    return { ...read, findings: saidProblems(read.findings, language) };
  },
);
