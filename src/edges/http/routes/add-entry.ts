import { addEntryEndpoint } from '../contracts/timeline.ts';
import { route } from '../route.ts';

export const addEntryRoute = route(addEntryEndpoint, ({ body }, { application }) =>
  application.timeline.add(body),
);
