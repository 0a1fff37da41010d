import { keysEndpoint } from '../contracts/keys.ts';
import { route } from '../route.ts';

export const keysRoute = route(keysEndpoint, async (_asked, { application }, { visitor }) => ({
  keys: await application.access.keys(visitor.viewer),
}));
