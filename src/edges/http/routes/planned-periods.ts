import { plannedPeriodsEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';

export const plannedPeriodsRoute = route(plannedPeriodsEndpoint, async ({ query }, { application }) => ({
  periods: await application.plans.periods(query.member, query.metric),
}));
