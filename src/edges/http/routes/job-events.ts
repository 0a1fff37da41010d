import { jobEventsEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';

export const jobEventsRoute = route(jobEventsEndpoint, async ({ params }, { jobs }, { signal }) =>
  jobs.find(params.jobId).watch(signal),
);
