import { removeStoredSetEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const removeStoredSetRoute = route(removeStoredSetEndpoint, ({ params }, { application }) =>
  application.removeStoredSet(params.id),
);
