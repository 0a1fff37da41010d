import { restoreContactEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const restoreContactRoute = route(restoreContactEndpoint, ({ params }, { application }) =>
  application.contacts.restore(params.id),
);
