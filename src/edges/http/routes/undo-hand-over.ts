import { undoHandOverEndpoint } from '../contracts/hand-overs.ts';
import { route } from '../route.ts';

export const undoHandOverRoute = route(undoHandOverEndpoint, ({ params }, { application }) =>
  application.handOver.undo(params.id),
);
