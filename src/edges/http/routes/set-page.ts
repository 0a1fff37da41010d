import { setPageEndpoint } from '../contracts/sets.ts';
import { periodOf, setOf } from '../counting.ts';
import { route } from '../route.ts';

export const setPageRoute = route(setPageEndpoint, async ({ body }, { application }, { signal }) => {
  const { set, period, ...page } = body;
  return await application.setPage(setOf(set), { ...page, period: periodOf(period) }, signal);
});
