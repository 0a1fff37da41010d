import { removeNamedBaseEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const removeNamedBaseRoute = route(removeNamedBaseEndpoint, ({ params }, { application }) =>
  application.removeNamedBase(params.id),
);
