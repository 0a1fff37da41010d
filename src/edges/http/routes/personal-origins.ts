import { personalOriginsEndpoint } from '../contracts/personal-data.ts';
import { route } from '../route.ts';

export const personalOriginsRoute = route(personalOriginsEndpoint, async ({ params }, { application }) => ({
  origins: await application.privacy.origins(params.unit, params.id),
}));
