import { addKeyEndpoint } from '../contracts/keys.ts';
import { route } from '../route.ts';

export const addKeyRoute = route(addKeyEndpoint, ({ body }, { application }, { visitor }) =>
  application.access.addKey(visitor, body),
);
