import { wholeBody } from '../body-of-file.ts';
import { readPlanFileEndpoint } from '../contracts/plans.ts';
import { route } from '../route.ts';
import { saidProblems } from '../said.ts';

export const readPlanFileRoute = route(
  readPlanFileEndpoint,
  async ({ params, query, body }, { application }, { request, language }) => {
    const content = await wholeBody(body, request.raw, 5_000_000, 'planFileTooLarge');
    const read = await application.plans.read({ content, name: query.name, period: params.period });
    return { ...read, findings: saidProblems(read.findings, language) };
  },
);
