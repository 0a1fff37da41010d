import { tablesEndpoint } from '../contracts/tables.ts';
import { route } from '../route.ts';

export const tablesRoute = route(tablesEndpoint, async ({ body }, { application }, { signal }) => ({
  answers: await application.tables(body.queries, signal),
}));
