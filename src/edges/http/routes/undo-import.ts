import { undoEndpoint } from '../contracts/imports.ts';
import { route } from '../route.ts';

export const undoImportRoute = route(undoEndpoint, async ({ params }, { application, jobs }) =>
  jobs.start('undo', ({ onProgress }) => application.undo(params.importId, onProgress)).snapshot(),
);
