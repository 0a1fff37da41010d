import { callsEndpoint } from '../contracts/calls.ts';
import { route } from '../route.ts';

export const callsRoute = route(callsEndpoint, ({ query }, { application }) =>
  application.calls.page({ limit: 50, ...query }),
);
