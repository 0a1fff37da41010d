import { dealersOfEndpoint } from '../contracts/dealers.ts';
import { route } from '../route.ts';

export const dealersOfRoute = route(dealersOfEndpoint, ({ params }, { application }) =>
  application.dealers.of(params.id),
);
