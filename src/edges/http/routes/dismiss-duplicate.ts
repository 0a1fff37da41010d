import { dismissDuplicateEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const dismissDuplicateRoute = route(dismissDuplicateEndpoint, ({ params }, { application }) =>
  application.duplicates.dismiss(params.a, params.b),
);
