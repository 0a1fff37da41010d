import { organisationEndpoint } from '../contracts/organisation.ts';
import { route } from '../route.ts';

export const organisationRoute = route(organisationEndpoint, ({ query }, { application }) =>
  application.organisation(query.day),
);
