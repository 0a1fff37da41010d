import { driftEndpoint } from '../contracts/closing.ts';
import { route } from '../route.ts';

export const monthDriftRoute = route(driftEndpoint, ({ params }, { application }) =>
  application.closing.drift(params.month),
);
