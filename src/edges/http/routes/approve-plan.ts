import { approvePlanEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const approvePlanRoute = route(approvePlanEndpoint, ({ params, body }, { application }) =>
  application.plans.approve(params.period, body.version),
);
