import { undoTermsEndpoint } from '../contracts/terms.ts';
import { route } from '../route.ts';

export const undoTermsRoute = route(undoTermsEndpoint, ({ params }, { application }) =>
  application.terms.undo(params.id),
);
