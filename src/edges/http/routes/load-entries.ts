import { sentence } from '../../../messages/index.ts';
import { loadEntriesEndpoint } from '../contracts/timeline.ts';
import { route } from '../route.ts';

export const loadEntriesRoute = route(
  loadEntriesEndpoint,
  async ({ body }, { application }, { language }) => {
    const { loaded, rejected } = await application.timeline.load(body.rows, body.grounds);
    const said = rejected.map(({ row, problem }) => ({
      row,
      problem: { ...problem, text: sentence(problem, language) },
    }));
    return { loaded, rejected: said };
  },
);
