import { namedBaseFiguresEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const namedBaseFiguresRoute = route(
  namedBaseFiguresEndpoint,
  async ({ body: { on, ...question } }, { application }, { signal }) => ({
    answers: await application.namedBaseFigures({ ...question, ...(on !== undefined && { on }) }, signal),
  }),
);
