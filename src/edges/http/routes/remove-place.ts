import { removePlaceEndpoint } from '../contracts/upkeep.ts';
import { route } from '../route.ts';

export const removePlaceRoute = route(removePlaceEndpoint, async ({ params }, { application }) => {
  await application.removePlace(params.name);
});
