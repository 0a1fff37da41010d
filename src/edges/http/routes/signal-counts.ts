import { signalCountsEndpoint } from '../contracts/integrity.ts';
import { route } from '../route.ts';

export const signalCountsRoute = route(signalCountsEndpoint, async (_asked, { application }) => ({
  counts: await application.integrity.counts(),
}));
