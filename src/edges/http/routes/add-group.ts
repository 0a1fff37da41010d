import { addGroupEndpoint } from '../contracts/groups.ts';
import { route } from '../route.ts';

export const addGroupRoute = route(addGroupEndpoint, ({ body }, { application }) =>
  application.groups.make(body),
);
