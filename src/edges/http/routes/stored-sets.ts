import { storedSetsEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const storedSetsRoute = route(storedSetsEndpoint, async (_asked, { application }) => ({
  sets: await application.storedSets(),
}));
