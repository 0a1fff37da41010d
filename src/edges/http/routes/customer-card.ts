import { customerCardEndpoint } from '../contracts/customer-card.ts';
import { route } from '../route.ts';

export const customerCardRoute = route(customerCardEndpoint, ({ params }, { application }, { signal }) =>
  application.customerCard(params.unit, params.id, signal),
);
