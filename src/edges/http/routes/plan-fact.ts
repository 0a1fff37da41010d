import { planFactEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const planFactRoute = route(
  planFactEndpoint,
  ({ params, query: { version, ...asked } }, { application }) =>
    application.plans.fact(params.period, version, asked),
);
