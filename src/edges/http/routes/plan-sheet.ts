import { planSheetEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const planSheetRoute = route(planSheetEndpoint, ({ params, query }, { application }) =>
  application.plans.sheet(params.period, query.version),
);
