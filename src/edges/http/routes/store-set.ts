import { storeSetEndpoint } from '../contracts/definitions.ts';
import { setOf } from '../counting.ts';
import { route } from '../route.ts';

export const storeSetRoute = route(storeSetEndpoint, ({ body }, { application }, { signal }) =>
  application.storeSet(
    { name: body.name, set: setOf(body.set), ...(body.frozen && { frozen: true }) },
    signal,
  ),
);
