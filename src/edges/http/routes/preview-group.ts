import { previewGroupEndpoint } from '../contracts/groups.ts';
import { route } from '../route.ts';

export const previewGroupRoute = route(previewGroupEndpoint, async ({ body }, { application }) => ({
  effect: await application.groups.preview(body.entities),
}));
