import { contactsEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const contactsRoute = route(contactsEndpoint, ({ params }, { application }) =>
  application.contacts.of(params.unit, params.id),
);
