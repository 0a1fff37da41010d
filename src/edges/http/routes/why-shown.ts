import { whyShownEndpoint } from '../contracts/organisation.ts';
import { route } from '../route.ts';

export const whyShownRoute = route(whyShownEndpoint, async ({ params }, { application }) => ({
  because: await application.whyShown(params.unit, params.id),
}));
