import { closingsEndpoint } from '../contracts/closing.ts';
import { route } from '../route.ts';

export const closingsRoute = route(closingsEndpoint, async (_, { application }) => ({
  closings: await application.closing.list(),
}));
