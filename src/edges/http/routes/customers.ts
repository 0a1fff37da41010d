import { customersEndpoint } from '../contracts/customers.ts';
import { countingOf, periodOf } from '../counting.ts';
import { route } from '../route.ts';

export const customersRoute = route(customersEndpoint, async ({ body }, { application }, { signal }) => {
  const { period, set = 'active', unit, method, ...rest } = body;
  return application.customers(
    { ...rest, ...countingOf({ unit, method }), set, period: periodOf(period) },
    signal,
  );
});
