import { jobEventsEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';
import { said } from '../said.ts';

export const jobEventsRoute = route(jobEventsEndpoint, async ({ params }, { jobs }, { signal, language }) => {
  const states = jobs.find(params.jobId).watch(signal);
  return (async function* () {
    for await (const state of states) yield said(state, language);
  })();
});
