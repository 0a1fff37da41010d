import { answerJobEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';

export const answerJobRoute = route(answerJobEndpoint, async ({ params, body }, { jobs }) => {
  jobs.find(params.jobId).answer(body.key, body.answer);
});
