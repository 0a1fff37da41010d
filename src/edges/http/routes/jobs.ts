import { jobsEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';

export const jobsRoute = route(jobsEndpoint, async (_asked, { jobs }) => ({ jobs: jobs.list() }));
