import { keepMethodsEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const keepMethodsRoute = route(keepMethodsEndpoint, ({ body }, { application }) =>
  application.keepMethods(body.ids),
);
