import { documentLinesEndpoint } from '../contracts/documents.ts';
import { periodOf } from '../counting.ts';
import { route } from '../route.ts';

export const documentLinesRoute = route(documentLinesEndpoint, ({ body }, { application }, { signal }) =>
  application.documentLines({ ...body, period: periodOf(body.period) }, signal),
);
