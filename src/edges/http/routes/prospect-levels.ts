import { prospectLevelsEndpoint } from '../contracts/prospects.ts';
import { route } from '../route.ts';

export const prospectLevelsRoute = route(prospectLevelsEndpoint, async (_, { application }) => ({
  levels: await application.prospects.levels(),
}));
