import { undoPreviewEndpoint } from '../contracts/imports.ts';
import { route } from '../route.ts';

export const undoPreviewRoute = route(undoPreviewEndpoint, ({ params }, { application }, { signal }) =>
  application.undoPreview(params.importId, signal),
);
