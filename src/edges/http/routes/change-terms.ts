import { changeTermsEndpoint } from '../contracts/terms.ts';
import { route } from '../route.ts';

export const changeTermsRoute = route(changeTermsEndpoint, ({ params, body }, { application }) =>
  application.terms.change(params.unit, params.id, body),
);
