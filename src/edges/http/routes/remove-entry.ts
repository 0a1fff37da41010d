import { removeEntryEndpoint } from '../contracts/timeline.ts';
import { route } from '../route.ts';

export const removeEntryRoute = route(removeEntryEndpoint, ({ params }, { application }) =>
  application.timeline.remove(params.id),
);
