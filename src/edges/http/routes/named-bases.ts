import { namedBasesEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const namedBasesRoute = route(namedBasesEndpoint, async (_asked, { application }) => ({
  bases: await application.namedBases(),
}));
