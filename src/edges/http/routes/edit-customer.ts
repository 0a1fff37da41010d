import { editCustomerEndpoint } from '../contracts/customer-card.ts';
import { route } from '../route.ts';

export const editCustomerRoute = route(editCustomerEndpoint, ({ params, body }, { application }) =>
  application.editCustomer(params.unit, params.id, body),
);
