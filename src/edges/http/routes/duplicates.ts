import { duplicatesEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const duplicatesRoute = route(
  duplicatesEndpoint,
  ({ query: { certain, ...query } }, { application }) =>
    application.duplicates.candidates({ ...query, ...(certain === 'true' && { certain: true }) }),
);
