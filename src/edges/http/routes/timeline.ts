import { timelineEndpoint } from '../contracts/timeline.ts';
import { route } from '../route.ts';

export const timelineRoute = route(timelineEndpoint, ({ params, query }, { application }) =>
  application.timeline.page(params.unit, params.id, query),
);
