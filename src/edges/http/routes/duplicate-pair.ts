import { duplicatePairEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const duplicatePairRoute = route(duplicatePairEndpoint, ({ params }, { application }) =>
  application.duplicates.pair(params.unit, params.a, params.b),
);
