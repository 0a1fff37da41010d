import { restoreCustomerEndpoint } from '../contracts/removals.ts';
import { route } from '../route.ts';

export const restoreCustomerRoute = route(restoreCustomerEndpoint, ({ params }, { application }) =>
  application.removals.restore(params.id),
);
