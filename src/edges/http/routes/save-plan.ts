import { savePlanEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const savePlanRoute = route(savePlanEndpoint, ({ params, body }, { application }) =>
  application.plans.save(params.period, body),
);
