import { setSpecialInformationEndpoint } from '../contracts/contacts.ts';
import { route } from '../route.ts';

export const setSpecialInformationRoute = route(setSpecialInformationEndpoint, ({ body }, { application }) =>
  application.contacts.setSpecial(body.purpose),
);
