import { setMembersEndpoint } from '../contracts/sets.ts';
import { periodOf, setOf } from '../counting.ts';
import { route } from '../route.ts';

export const setMembersRoute = route(setMembersEndpoint, async ({ body }, { application }, { signal }) => {
  const { set, period, ...list } = body;
  return application.setMembers(setOf(set), { ...list, period: periodOf(period) }, signal);
});
