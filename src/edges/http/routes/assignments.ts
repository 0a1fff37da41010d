import { assignmentsEndpoint } from '../contracts/organisation.ts';
import { route } from '../route.ts';

export const assignmentsRoute = route(assignmentsEndpoint, ({ params }, { application }) =>
  application.assignments(params.unit, params.id),
);
