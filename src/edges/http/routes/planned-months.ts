import { plannedMonthsEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const plannedMonthsRoute = route(plannedMonthsEndpoint, async ({ query }, { application }) => ({
  months: await application.plans.months(query.member, query.metric),
}));
