import { placesEndpoint } from '../contracts/upkeep.ts';
import { route } from '../route.ts';

export const placesRoute = route(placesEndpoint, async (_asked, { application }) => ({
  places: await application.places(),
}));
