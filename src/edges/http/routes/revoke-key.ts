import { revokeKeyEndpoint } from '../contracts/keys.ts';
import { route } from '../route.ts';

export const revokeKeyRoute = route(revokeKeyEndpoint, ({ params }, { application }, { visitor }) =>
  application.access.revokeKey(visitor.viewer, params.keyId),
);
