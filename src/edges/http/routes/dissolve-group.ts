import { dissolveGroupEndpoint } from '../contracts/groups.ts';
import { route } from '../route.ts';

export const dissolveGroupRoute = route(dissolveGroupEndpoint, ({ params }, { application }) =>
  application.groups.dissolve(params.id),
);
