import { addUserEndpoint } from '../contracts/users.ts';
import { route } from '../route.ts';

export const addUserRoute = route(addUserEndpoint, ({ body }, { application }, { visitor }) =>
  application.access.addUser(visitor.viewer, body),
);
