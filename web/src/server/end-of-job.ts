import { ApiProblem, api, type Job } from './api.ts';

/** Waits for the end of long work. @throws ApiProblem what it failed with */
export async function endOf(begun: Job): Promise<void> {
  let job = begun;
  while (job.state === 'working') {
    await new Promise((resolve) => setTimeout(resolve, 700));
    job = await api.job({ params: { jobId: begun.id } });
  }
  if (job.state === 'failed') {
    const title = job.problems.map(({ code }) => code).join(', ');
    throw new ApiProblem({
      ...{ type: 'about:blank', title, detail: title, status: 422, problems: job.problems },
      ...(job.reference !== null && { reference: job.reference }),
    });
  }
}
