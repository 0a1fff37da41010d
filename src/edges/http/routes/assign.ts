import { assignEndpoint } from '../contracts/organisation.ts';
import { route } from '../route.ts';

export const assignRoute = route(assignEndpoint, async ({ body }, { application, jobs }) =>
  jobs.start('assignment', ({ onProgress }) => application.assign(body, onProgress)).snapshot(),
);
