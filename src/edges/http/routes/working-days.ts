import { workingDaysEndpoint } from '../contracts/calendars.ts';
import { periodOf } from '../counting.ts';
import { route } from '../route.ts';

export const workingDaysRoute = route(workingDaysEndpoint, async ({ query }, { application }, { signal }) => {
  const period = periodOf(query.period);
  return { from: period.from, to: period.to, branches: await application.workingDays(period, signal) };
});
