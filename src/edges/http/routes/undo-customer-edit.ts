import { undoCustomerEditEndpoint } from '../contracts/customer-card.ts';
import { route } from '../route.ts';

export const undoCustomerEditRoute = route(undoCustomerEditEndpoint, ({ params }, { application }) =>
  application.undoCustomerEdit(params.id),
);
