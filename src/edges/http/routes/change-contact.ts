import { changeContactEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const changeContactRoute = route(changeContactEndpoint, ({ params, body }, { application }) =>
  application.contacts.change(params.id, body),
);
