import { memberHistoryEndpoint } from '../contracts/organisation-edits.ts';
import { route } from '../route.ts';

export const memberHistoryRoute = route(memberHistoryEndpoint, async ({ params }, { application }) => ({
  changes: await application.organisationEdits.history(params.id),
}));
