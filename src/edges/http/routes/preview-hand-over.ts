import { previewHandOverEndpoint } from '../contracts/hand-overs.ts';
import { route } from '../route.ts';

export const previewHandOverRoute = route(previewHandOverEndpoint, ({ body }, { application }) =>
  application.handOver.preview(body),
);
