import { jobEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';
import { said } from '../said.ts';

export const jobRoute = route(jobEndpoint, async ({ params }, { jobs }, { language }) =>
  said(jobs.find(params.jobId).snapshot(), language),
);
