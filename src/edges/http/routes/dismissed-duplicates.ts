import { dismissedEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const dismissedRoute = route(dismissedEndpoint, async (_asked, { application }) => ({
  pairs: await application.duplicates.dismissed(),
}));
