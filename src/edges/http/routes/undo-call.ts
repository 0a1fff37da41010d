import { undoCallEndpoint } from '../contracts/calls.ts';
import { route } from '../route.ts';

export const undoCallRoute = route(undoCallEndpoint, ({ params }, { application }) =>
  application.calls.undo(params.call),
);
