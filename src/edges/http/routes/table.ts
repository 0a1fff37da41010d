import { tableEndpoint } from '../contracts/tables.ts';
import { route } from '../route.ts';

export const tableRoute = route(tableEndpoint, async ({ body }, { application }, { signal }) =>
  application.table(body, signal),
);
