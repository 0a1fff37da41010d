import { termsEndpoint } from '../contracts/terms.ts';
import { route } from '../route.ts';

export const termsRoute = route(termsEndpoint, ({ params }, { application }) =>
  application.terms.of(params.unit, params.id),
);
