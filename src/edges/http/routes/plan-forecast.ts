import { planForecastEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const planForecastRoute = route(planForecastEndpoint, ({ params, query }, { application }) =>
  application.plans.forecast(params.period, query.member),
);
