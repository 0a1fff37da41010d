import { setTotalsEndpoint } from '../contracts/sets.ts';
import { periodOf, setOf } from '../counting.ts';
import { route } from '../route.ts';

export const setTotalsRoute = route(setTotalsEndpoint, async ({ body }, { application }, { signal }) => {
  const { set, period, ...list } = body;
  return await application.setTotals(setOf(set), { ...list, period: periodOf(period) }, signal);
});
