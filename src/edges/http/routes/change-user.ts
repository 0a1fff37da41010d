import { changeUserEndpoint } from '../contracts/users.ts';
import { route } from '../route.ts';

export const changeUserRoute = route(changeUserEndpoint, ({ params, body }, { application }, { visitor }) =>
  application.access.changeUser(visitor.viewer, params.userId, body),
);
