import { addContactEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const addContactRoute = route(addContactEndpoint, ({ body }, { application }) =>
  application.contacts.add(body),
);
