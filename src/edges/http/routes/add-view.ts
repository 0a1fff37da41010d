import { addViewEndpoint } from '../contracts/views.ts';
import { route } from '../route.ts';

export const addViewRoute = route(addViewEndpoint, ({ body }, { application }) =>
  application.views.add(body),
);
