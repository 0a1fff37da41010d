import { mergeCustomersEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const mergeCustomersRoute = route(mergeCustomersEndpoint, ({ body }, { application }) =>
  application.duplicates.merge(body.merges),
);
