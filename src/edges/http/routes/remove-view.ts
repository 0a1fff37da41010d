import { removeViewEndpoint } from '../contracts/views.ts';
import { route } from '../route.ts';

export const removeViewRoute = route(removeViewEndpoint, ({ params }, { application }) =>
  application.views.remove(params.id),
);
