import { jobRowsEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';

export const jobRowsRoute = route(jobRowsEndpoint, async ({ params, query }, { jobs }) => {
  const { table = 0, show = 'first', offset = 0, limit = 100 } = query;
  return await jobs.find(params.jobId).prepared().rows({ table, show, offset, limit });
});
