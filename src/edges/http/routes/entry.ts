import { entryEndpoint } from '../contracts/timeline.ts';
import { route } from '../route.ts';

export const entryRoute = route(entryEndpoint, ({ params }, { application }) =>
  application.timeline.entry(params.id),
);
