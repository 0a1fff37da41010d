import { viewsEndpoint } from '../contracts/views.ts';
import { route } from '../route.ts';

export const viewsRoute = route(viewsEndpoint, async (_asked, { application }) => ({
  views: await application.views.list(),
}));
