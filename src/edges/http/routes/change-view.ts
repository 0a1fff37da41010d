import { changeViewEndpoint } from '../contracts/views.ts';
import { route } from '../route.ts';

export const changeViewRoute = route(changeViewEndpoint, ({ params, body }, { application }) =>
  application.views.change(params.id, body),
);
