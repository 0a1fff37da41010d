import { previewGroupChangeEndpoint } from '../contracts/groups.ts';
import { route } from '../route.ts';

export const previewGroupChangeRoute = route(
  previewGroupChangeEndpoint,
  async ({ params, body }, { application }) => ({
    effect: await application.groups.previewChange(params.id, body),
  }),
);
