import { resetPasswordEndpoint } from '../contracts/users.ts';
import { route } from '../route.ts';

export const resetPasswordRoute = route(
  resetPasswordEndpoint,
  ({ params, body }, { application }, { visitor }) =>
    application.access.resetPassword(visitor.viewer, params.userId, body.password),
);
