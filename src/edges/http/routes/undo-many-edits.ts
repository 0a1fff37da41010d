import { undoManyEditsEndpoint } from '../contracts/bulk-edits.ts';
import { route } from '../route.ts';

export const undoManyEditsRoute = route(undoManyEditsEndpoint, async ({ body }, { application }) => ({
  edits: await application.bulkEdits.undo(body),
}));
