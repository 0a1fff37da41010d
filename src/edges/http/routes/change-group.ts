import { changeGroupEndpoint } from '../contracts/groups.ts';
import { route } from '../route.ts';

export const changeGroupRoute = route(changeGroupEndpoint, ({ params, body }, { application }) =>
  application.groups.change(params.id, body),
);
