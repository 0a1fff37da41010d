import { documentsEndpoint } from '../contracts/documents.ts';
import { periodOf, setOf } from '../counting.ts';
import { route } from '../route.ts';

export const documentsRoute = route(documentsEndpoint, async ({ body }, { application }, { signal }) => {
  const { set, period, ...page } = body;
  return await application.documents(setOf(set), { ...page, period: periodOf(period) }, signal);
});
