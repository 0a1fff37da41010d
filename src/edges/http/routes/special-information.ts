import { specialInformationEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const specialInformationRoute = route(specialInformationEndpoint, (_asked, { application }) =>
  application.contacts.special(),
);
