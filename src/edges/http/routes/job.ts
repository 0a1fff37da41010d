import { jobEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';

export const jobRoute = route(jobEndpoint, async ({ params }, { jobs }) =>
  jobs.find(params.jobId).snapshot(),
);
