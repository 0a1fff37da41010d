import { jobsEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';
import { said } from '../said.ts';

export const jobsRoute = route(jobsEndpoint, async (_asked, { jobs }, { language }) => ({
  jobs: jobs.list().map((job) => said(job, language)),
}));
