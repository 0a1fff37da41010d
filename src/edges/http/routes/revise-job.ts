import { reviseJobEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';

export const reviseJobRoute = route(reviseJobEndpoint, async ({ params, body }, { jobs }) => {
  const job = jobs.find(params.jobId);
  await job.revise(body);
  return job.snapshot();
});
