import { stateDealerEndpoint } from '../contracts/dealers.ts';
import { route } from '../route.ts';

export const stateDealerRoute = route(stateDealerEndpoint, ({ params, body }, { application }) =>
  application.dealers.state(params.id, body),
);
