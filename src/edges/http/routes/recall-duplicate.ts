import { recallDuplicateEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const recallDuplicateRoute = route(recallDuplicateEndpoint, ({ params }, { application }) =>
  application.duplicates.recall(params.a, params.b),
);
