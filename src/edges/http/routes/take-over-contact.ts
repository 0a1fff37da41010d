import { takeOverContactEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const takeOverContactRoute = route(takeOverContactEndpoint, ({ params, body }, { application }) =>
  application.contacts.takeOver(params.unit, params.id, body.from, body.origin, body.name),
);
