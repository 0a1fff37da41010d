import { methodVersionsEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const methodVersionsRoute = route(methodVersionsEndpoint, async ({ params }, { application }) => ({
  versions: await application.methodVersions(params.id),
}));
