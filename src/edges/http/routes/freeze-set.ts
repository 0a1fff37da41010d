import { freezeSetEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const freezeSetRoute = route(freezeSetEndpoint, ({ params, body }, { application }, { signal }) =>
  application.freezeSet(params.id, body.name, signal),
);
