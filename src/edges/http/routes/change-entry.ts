import { changeEntryEndpoint } from '../contracts/timeline.ts';
import { route } from '../route.ts';

export const changeEntryRoute = route(changeEntryEndpoint, ({ params, body }, { application }) =>
  application.timeline.change(params.id, body),
);
