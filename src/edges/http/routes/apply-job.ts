import { applyJobEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';

export const applyJobRoute = route(applyJobEndpoint, async ({ params }, { jobs }) => {
  jobs.find(params.jobId).apply();
});
