import { addNamedBaseEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const addNamedBaseRoute = route(addNamedBaseEndpoint, ({ body }, { application }) =>
  application.addNamedBase(body),
);
