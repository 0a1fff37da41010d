import { restoreEntryEndpoint } from '../contracts/timeline.ts';
import { route } from '../route.ts';

export const restoreEntryRoute = route(restoreEntryEndpoint, ({ params }, { application }) =>
  application.timeline.restore(params.id),
);
