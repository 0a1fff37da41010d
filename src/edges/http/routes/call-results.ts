import { callResultsEndpoint } from '../contracts/calls.ts';
import { route } from '../route.ts';

export const callResultsRoute = route(callResultsEndpoint, ({ query }, { application }) =>
  application.calls.results(query.from, query.to),
);
