import { recordCallEndpoint } from '../contracts/calls.ts';
import { route } from '../route.ts';

export const recordCallRoute = route(recordCallEndpoint, ({ body }, { application }) =>
  application.calls.record(body),
);
