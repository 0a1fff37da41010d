import { makeHandOverEndpoint } from '../contracts/hand-overs.ts';
import { route } from '../route.ts';

export const makeHandOverRoute = route(makeHandOverEndpoint, ({ body }, { application }) =>
  application.handOver.make(body),
);
