import { whomEndpoint } from '../contracts/search.ts';
import { route } from '../route.ts';

export const whomRoute = route(whomEndpoint, async ({ body }, { application }) => ({
  customers: await application.search.whom(body.text),
}));
