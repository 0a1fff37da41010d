import { contactEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const contactRoute = route(contactEndpoint, ({ params }, { application }) =>
  application.contacts.contact(params.id),
);
