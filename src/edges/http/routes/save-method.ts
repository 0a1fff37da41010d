import { saveMethodEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const saveMethodRoute = route(saveMethodEndpoint, ({ body }, { application }) =>
  application.saveMethod(body),
);
