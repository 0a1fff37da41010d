import { destroyCustomerEndpoint } from '../contracts/removals.ts';
import { route } from '../route.ts';

export const destroyCustomerRoute = route(destroyCustomerEndpoint, ({ params }, { application }) =>
  application.removals.destroy(params.unit, params.id),
);
