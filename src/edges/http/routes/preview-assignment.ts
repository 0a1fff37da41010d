import { previewAssignmentEndpoint } from '../contracts/organisation.ts';
import { route } from '../route.ts';

export const previewAssignmentRoute = route(previewAssignmentEndpoint, async ({ body }, { application }) => ({
  effect: await application.organisationEdits.preview(body),
}));
