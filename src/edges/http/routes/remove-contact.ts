import { removeContactEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const removeContactRoute = route(removeContactEndpoint, ({ params }, { application }) =>
  application.contacts.remove(params.id),
);
