import { dataGapsEndpoint } from '../contracts/calendars.ts';
import { periodOf } from '../counting.ts';
import { route } from '../route.ts';

export const dataGapsRoute = route(dataGapsEndpoint, async ({ query }, { application }, { signal }) => ({
  branches: await application.dataGaps(periodOf(`${query.from}..${query.to}`), signal),
}));
