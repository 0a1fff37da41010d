import { undoMemberChangeEndpoint } from '../contracts/organisation-edits.ts';
import { route } from '../route.ts';

export const undoMemberChangeRoute = route(undoMemberChangeEndpoint, ({ params, body }, { application }) =>
  application.organisationEdits.undo(params.id, body.version),
);
