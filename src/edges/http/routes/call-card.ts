import { callCardEndpoint } from '../contracts/calls.ts';
import { route } from '../route.ts';

export const callCardRoute = route(callCardEndpoint, ({ params }, { application }) =>
  application.calls.card(params.id),
);
