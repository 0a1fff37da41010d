import { handOverReportEndpoint } from '../contracts/hand-overs.ts';
import { route } from '../route.ts';

export const handOverReportRoute = route(handOverReportEndpoint, ({ params }, { application }) =>
  application.handOver.report(params.id),
);
