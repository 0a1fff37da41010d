import { cancelJobEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';

export const cancelJobRoute = route(cancelJobEndpoint, async ({ params }, { jobs }) => {
  jobs.find(params.jobId).cancel();
});
