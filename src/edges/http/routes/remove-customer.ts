import { removeCustomerEndpoint } from '../contracts/removals.ts';
import { route } from '../route.ts';

export const removeCustomerRoute = route(removeCustomerEndpoint, ({ params, body }, { application }) =>
  application.removals.remove(params.unit, params.id, body.reason),
);
